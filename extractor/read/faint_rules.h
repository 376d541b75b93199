// Rules of a table of which a fax has left so few dots that no piece of them shows: over the whole
// width of the table their row of pixels still has print, and the rows beside it have none.
//
//   ____________________
//   |    |              |
//   | .  |  .   .    .  |  .      found: one pixel in five, on a line with nothing above or below
//   |    |              |
//   --------------------
#pragma once

#include <vector>

#include "extractor/read/rulings.h"

namespace trichyeu {

// Rules that lie `vertical` or across, between those of `known`, which are a table's in `print`, of
// two levels and straight. Not those of `known` themselves.
[[nodiscard]] std::vector<Ruling> faint_rules_of(const Pix& print, const std::vector<Ruling>& known,
                                                 bool vertical);

}  // namespace trichyeu
