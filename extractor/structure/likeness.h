// How near misread words are to those that were printed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace trichyeu {

// Small letters without marks; blanks, signs and digits are passed over:
// "Cơ quạn chủ trì." -> "coquanchutri".
[[nodiscard]] std::string letters_alone(std::string_view text);

// How many bytes are wrong, missing or too many between the two (Levenshtein distance), or
// `limit` + 1 where it is more.
[[nodiscard]] std::size_t bytes_apart(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace trichyeu
