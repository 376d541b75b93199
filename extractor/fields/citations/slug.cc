#include "extractor/fields/citations/slug.h"

#include "normalizer/fold.h"
#include "normalizer/letters.h"

namespace trichyeu {

std::string slug_of(std::string_view text) {
  std::string slug;
  for (const char c : lowercase(fold_marks(text))) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
    if (kept) {
      slug += c;
    } else if ((c == ' ' || c == '-' || c == '/') && !slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  while (!slug.empty() && (slug.back() == '-' || slug.back() == '.')) slug.pop_back();
  return slug;
}

}  // namespace trichyeu
