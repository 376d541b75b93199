// Questions about letters that a layout asks: capitals, first letters, lengths in code points.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace trichyeu {

// The first letter, marks and punctuation before it passed over, is a small one.
[[nodiscard]] bool starts_lowercase(std::string_view text);
// At least two letters, and none of them small: "KẾ HOẠCH", "QĐ-UBND".
[[nodiscard]] bool is_all_capitals(std::string_view text);
[[nodiscard]] bool has_letter(std::string_view text);
[[nodiscard]] bool has_capital(std::string_view text);
// Letter by letter, the same in every locale; byte lengths stay for Vietnamese.
[[nodiscard]] std::string lowercase(std::string_view text);
[[nodiscard]] std::string uppercase(std::string_view text);
// The first letter large, the others as they are.
[[nodiscard]] std::string capitalized(std::string_view text);
// `text` begins with `word`, and a blank, a mark or the end stands behind it.
[[nodiscard]] bool begins_with_word(std::string_view text, std::string_view word);
[[nodiscard]] std::size_t code_point_count(std::string_view text);

}  // namespace trichyeu
