// The marks of Vietnamese letters, apart from the letters: which of them recognition confuses.
#pragma once

#include <string_view>

namespace trichyeu {

// Of two words that are the same but for their marks: whether recognition takes one for the other.
// The dot below is confused with no other tone, a horn with none, and one word has no more than two
// letters that differ.
[[nodiscard]] bool may_be_confused(std::string_view read, std::string_view other);

// Likewise: whether all of the difference is what poor print makes: "tổ" read "tố", "hằng" "hãng".
[[nodiscard]] bool is_common_misreading(std::string_view read, std::string_view other);

// Likewise: of the second kind.
[[nodiscard]] bool is_breve_read_as_tilde(std::string_view read, std::string_view other);

// Likewise: whether one has a "d" where the other has a "đ".
[[nodiscard]] bool differ_in_stroke(std::string_view a, std::string_view b);

}  // namespace trichyeu
