// Letters whose marks are drawn as signs of their own, over or under them, as some typesetting
// programs print what their fonts lack.
//
//   "T" "i" "ê" "´" "n"   ->  "Tiến"
//   "H" "´" "l" "e" "o"       stays: no letter has that mark
//   "h" "a" "." "c"           "hạc" where the "." takes no room of its own
#pragma once

#include <vector>

namespace trichyeu {

struct DrawnCharacter {
  char32_t value = 0;
  double left = 0;  // where it begins, in points
};

// Signs that make one Vietnamese letter with the letter before them become combining marks, to be
// composed by normalisation; all else stays. Of one word, in order; `em` is its font's size in
// points.
void join_drawn_accents(std::vector<DrawnCharacter>& characters, double em);

}  // namespace trichyeu
