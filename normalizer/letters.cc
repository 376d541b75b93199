#include "normalizer/letters.h"

#include <unicode/uchar.h>

#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

// Calls `visit(code point)` until it returns false.
template <typename Visit>
void each_code_point(std::string_view text, const Visit& visit) {
  for (std::size_t byte = 0; byte < text.size();) {
    const CodePoint here = code_point_at(text, byte);
    if (!visit(static_cast<UChar32>(here.value))) return;
    byte += here.bytes;
  }
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

bool begins_with_word(std::string_view text, std::string_view word) {
  if (text.substr(0, word.size()) != word) return false;
  return text.size() == word.size() ||
         std::string_view(" ,.;:()/").find(text[word.size()]) != std::string_view::npos;
}

bool has_capital(std::string_view text) { return lowercase(text) != text; }

std::string lowercase(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  each_code_point(text, [&](UChar32 c) {
    append_utf8(out, static_cast<char32_t>(u_tolower(c)));
    return true;
  });
  return out;
}

std::string uppercase(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  each_code_point(text, [&](UChar32 c) {
    append_utf8(out, static_cast<char32_t>(u_toupper(c)));
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
    append_utf8(out, static_cast<char32_t>(letter ? u_toupper(c) : c));
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
