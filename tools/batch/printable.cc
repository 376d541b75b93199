#include "tools/batch/printable.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace trichyeu {
namespace {

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

// Control characters, and those that turn the direction of what follows.
bool is_shown(UChar32 character) {
  const auto kind = u_charType(character);
  return kind != U_CONTROL_CHAR && kind != U_FORMAT_CHAR && kind != U_LINE_SEPARATOR &&
         kind != U_PARAGRAPH_SEPARATOR;
}

}  // namespace

std::string printable(std::string_view name) {
  std::string text;
  const auto size = static_cast<std::int32_t>(name.size());
  for (std::int32_t at = 0; at < size;) {
    const auto from = static_cast<std::size_t>(at);
    UChar32 character = 0;
    U8_NEXT(name.data(), at, size, character);
    const std::string_view bytes = name.substr(from, static_cast<std::size_t>(at) - from);
    if (character >= 0 && is_shown(character)) {
      text += bytes;
    } else {
      append_escaped(bytes, text);
    }
  }
  return text;
}

}  // namespace trichyeu
