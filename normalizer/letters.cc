#include "normalizer/letters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace trichyeu {
namespace {

// Calls `visit(code point)` until it returns false. Ill-formed bytes are passed as U+FFFD.
template <typename Visit>
void each_code_point(std::string_view text, const Visit& visit) {
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const uint8_t*>(text.data()), at, size, c);
    if (!visit(c)) return;
  }
}

void append(std::string& out, UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  out.append(bytes, static_cast<std::size_t>(size));
}

}  // namespace

bool starts_lowercase(std::string_view text) {
  bool lower = false;
  each_code_point(text, [&](UChar32 c) {
    if (!u_isalnum(c)) return true;
    lower = u_islower(c);
    return false;
  });
  return lower;
}

bool is_all_capitals(std::string_view text) {
  int capitals = 0;
  bool small = false;
  each_code_point(text, [&](UChar32 c) {
    if (u_isupper(c)) ++capitals;
    small = u_islower(c);
    return !small;
  });
  return !small && capitals >= 2;
}

bool has_letter(std::string_view text) {
  bool found = false;
  each_code_point(text, [&](UChar32 c) {
    found = u_isalpha(c);
    return !found;
  });
  return found;
}

std::string lowercase(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  each_code_point(text, [&](UChar32 c) {
    append(out, u_tolower(c));
    return true;
  });
  return out;
}

std::string capitalized(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool first = true;
  each_code_point(text, [&](UChar32 c) {
    const bool letter = first && u_isalpha(c);
    append(out, letter ? u_toupper(c) : c);
    first = first && !letter;
    return true;
  });
  return out;
}

std::size_t code_point_count(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  return count;
}

}  // namespace trichyeu
