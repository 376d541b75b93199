// Keys for comparing texts. A key is never stored or shown: values stay as printed.
//
//   fold_marks("Đường Hòa Bình")       "Duong Hoa Binh"
//   fold_tone_placement("Uỷ, hoà")     "Ủy, hòa"
//
// Input is NFC; so is the key. Letter case is folded by lowercase() of normalizer/letters.h.
#pragma once

#include <string>
#include <string_view>

namespace trichyeu {

// Neither tones nor the marks of vowels; đ is d. Letters of other scripts keep theirs.
[[nodiscard]] std::string fold_marks(std::string_view text);

// Tones alone are taken off: "Tiến độ" -> "Tiên đô".
[[nodiscard]] std::string fold_tones(std::string_view text);

// The open rimes oa, oe, uy have two schools: the tone goes to the first vowel, "hòa", "ủy", as
// Decree 30/2020 writes. "quý", "hoàn" and all else have one place.
[[nodiscard]] std::string fold_tone_placement(std::string_view text);

}  // namespace trichyeu
