#include "extractor/structure/likeness.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "normalizer/fold.h"
#include "normalizer/letters.h"

namespace trichyeu {

std::string letters_alone(std::string_view text) {
  std::string letters;
  for (const char c : fold_marks(lowercase(text))) {
    if (c >= 'a' && c <= 'z') letters += c;
  }
  return letters;
}

std::size_t bytes_apart(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size() + limit || b.size() > a.size() + limit) return limit + 1;
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0U);
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
    }
  }
  return std::min(row.back(), limit + 1);
}

}  // namespace trichyeu
