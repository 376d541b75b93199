// Vietnamese syllables by their spelling: onset + rime + at most one tone.
//
//   "Nghiệp"  ngh + iêp + nặng     a syllable
//   "tương"   t + ương             a syllable
//   "QĐ", "strong", "toánn"        none
//   "mắc"     may carry its tone; "măc" not: rimes in c, ch, p, t have sắc or nặng
//
// A syllable need not be a word. Input is NFC, any letter case.
#pragma once

#include <string_view>

namespace trichyeu {

[[nodiscard]] bool is_syllable(std::string_view letters);

// Without an onset and a word by itself: "ở", "ý", "ăn".
[[nodiscard]] bool is_word_without_onset(std::string_view letters);

// An onset alone, which is never a word: "tr", "Ngh", "S".
[[nodiscard]] bool is_onset(std::string_view letters);

}  // namespace trichyeu
