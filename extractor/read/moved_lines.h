// Lines put into another order, with the text, words and pages that belong to them.
//
//   line 0  "1"        {0, 0}          "1"
//   line 1  "Check"    {1, 0}    ->    "Check"
//   line 2  "Sở"       {2, 0}          "rules"     behind line 1
//   line 3  "rules"    {1, 1}          "Sở"
#pragma once

#include <cstddef>
#include <vector>

#include "models/source_text.h"

namespace trichyeu {

// Where a line is written: behind line `after`, the `order`th that moved there; 0 where it stays.
struct LinePosition {
  std::size_t after = 0;
  std::size_t order = 0;
  friend auto operator<=>(const LinePosition&, const LinePosition&) = default;
};

// `positions`: one for each line. A page's bytes are then those of the lines that stand among its
// own, wherever they are printed.
void move_lines(SourceText& source, const std::vector<LinePosition>& positions);

}  // namespace trichyeu
