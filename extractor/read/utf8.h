// What a text's bytes must be: well-formed UTF-8 (RFC 3629) without control characters of binary
// files.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace trichyeu {

// Offset of the first byte that no well-formed sequence holds.
[[nodiscard]] std::optional<std::size_t> first_invalid_byte(std::string_view text);

// Offset of the first control character that no text file has: all below U+0020 but tab, line ends,
// vertical tab, form feed, backspace, substitute (U+001A, the end mark of old editors) and escape.
[[nodiscard]] std::optional<std::size_t> first_binary_byte(std::string_view bytes);

[[nodiscard]] std::string_view without_byte_order_mark(std::string_view text);

}  // namespace trichyeu
