#include "normalizer/utf8.h"

#include <unicode/utf8.h>

#include <cstdint>

namespace trichyeu {

CodePoint code_point_at(std::string_view text, std::size_t byte) {
  if (byte >= text.size()) return {};
  const auto lead = static_cast<unsigned char>(text[byte]);
  if (lead < 0x80) return {lead, 1};
  // Four bytes hold any code point; ICU counts in int32_t, texts here may be longer.
  const std::string_view window = text.substr(byte, U8_MAX_LENGTH);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(window.data());
  const auto size = static_cast<std::int32_t>(window.size());
  std::int32_t end = 0;
  UChar32 value = 0;
  U8_NEXT(bytes, end, size, value);
  if (value < 0) return {0xFFFD, 1};
  return {static_cast<char32_t>(value), static_cast<std::size_t>(end)};
}

CodePoint code_point_before(std::string_view text, std::size_t byte) {
  std::size_t start = byte;
  const auto continues = [&](std::size_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  while (start > 0 && byte - start < U8_MAX_LENGTH) {
    --start;
    if (!continues(start)) break;
  }
  if (start == byte) return {};
  const CodePoint found = code_point_at(text, start);
  return found.bytes == byte - start ? found : CodePoint{0xFFFD, 1};
}

void append_utf8(std::string& text, char32_t code_point) {
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, code_point);
  text.append(reinterpret_cast<const char*>(bytes), size);
}

}  // namespace trichyeu
