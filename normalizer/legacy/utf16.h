// UTF-16 text files, as Windows' editors save "Unicode".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace trichyeu {

enum class ByteOrder { little_endian, big_endian };

[[nodiscard]] std::string_view name_of(ByteOrder order);  // "UTF-16LE", "UTF-16BE"

// By the byte order mark; without one by the zero bytes of ASCII letters and blanks, which then
// stand all at even or all at odd places. Nothing for what is no UTF-16 text.
[[nodiscard]] std::optional<ByteOrder> utf16_order_of(std::string_view bytes);

struct Utf16Text {
  std::string text;         // UTF-8 without a byte order mark
  std::size_t unknown = 0;  // lone surrogates and a last odd byte: U+FFFD each
};
[[nodiscard]] Utf16Text decode_utf16(std::string_view bytes, ByteOrder order);

}  // namespace trichyeu
