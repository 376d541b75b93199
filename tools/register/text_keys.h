// Keys by which the register compares and searches texts. None is ever shown.
//
//   search_key("Đẩy nhanh tiến độ")              "day nhanh tien do"
//   letters_and_digits("Tiến độ: 10%, đạt")      "tiendo10dat"
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace trichyeu {

// Small letters, no tone or vowel marks, đ is d; all else as it is.
[[nodiscard]] std::string search_key(std::string_view text);

// The same, and of it letters of any script and ASCII figures alone.
[[nodiscard]] std::string letters_and_digits(std::string_view text);

// A number for the letters and figures of a text, given its search key: equal texts give equal
// numbers, on every machine. None for a text so short that two are equal by chance ("Thực hiện hằng
// năm.").
[[nodiscard]] std::optional<std::int64_t> content_key(std::string_view search_key);

}  // namespace trichyeu
