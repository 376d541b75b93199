#include "tools/batch/printable.h"

#include <unicode/uchar.h>

#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

void append_escaped(std::string_view bytes, std::string& text) {
  static constexpr std::string_view digits = "0123456789abcdef";
  for (const char each : bytes) {
    const auto byte = static_cast<unsigned char>(each);
    if (each == '\n') {
      text += "\\n";
    } else {
      text += "\\x";
      text += digits[byte >> 4U];
      text += digits[byte & 15U];
    }
  }
}

// Not control characters, nor those that turn the direction of what follows.
bool is_shown(char32_t character) {
  if (character == 0xFFFD) return false;  // a byte that is no UTF-8, or as good as one
  const auto kind = u_charType(static_cast<UChar32>(character));
  return kind != U_CONTROL_CHAR && kind != U_FORMAT_CHAR && kind != U_LINE_SEPARATOR &&
         kind != U_PARAGRAPH_SEPARATOR;
}

// XML 1.0, production 2.
bool may_stand_in_xml(char32_t character) {
  if (character < 0x20) return character == '\t' || character == '\n' || character == '\r';
  return character < 0xFFFD || character > 0xFFFF;
}

// Calls `visit` with each character and its bytes; one that is no UTF-8 is U+FFFD.
template <typename Visit>
void each_character(std::string_view text, const Visit& visit) {
  for (std::size_t byte = 0; byte < text.size();) {
    const CodePoint here = code_point_at(text, byte);
    visit(here.value, text.substr(byte, here.bytes));
    byte += here.bytes;
  }
}

}  // namespace

std::string printable(std::string_view name) {
  std::string text;
  each_character(name, [&](char32_t character, std::string_view bytes) {
    if (is_shown(character)) {
      text += bytes;
    } else {
      append_escaped(bytes, text);
    }
  });
  return text;
}

std::string shown_name_of(std::string_view file_name) {
  std::string shown;
  each_character(file_name, [&](char32_t character, std::string_view bytes) {
    shown += may_stand_in_xml(character) ? bytes : replacement;
  });
  return shown;
}

}  // namespace trichyeu
