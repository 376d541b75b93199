// The cells that ruling lines enclose.
//
//   ┌───┬───────────┬─────┐     row 0:  (0,0)  (0,1)  (0,2)
//   │ 1 │ Rà soát … │ nt  │     row 1:  (1,0) over three columns
//   ├───┴───────────┴─────┤
//   │ II. Nhóm chung      │     columns and rows are those of the whole grid; a cell goes over
//   └─────────────────────┘     several of them where a rule between them is missing
#pragma once

#include <cstddef>
#include <vector>

#include "extractor/read/rulings.h"
#include "models/span.h"

namespace trichyeu {

struct GridCell {
  int row = 0;  // from 0
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  Box box;  // points of the straightened page, from rule to rule
};

struct Grid {
  Box box;
  std::vector<double> column_edges;  // ascending, one more than columns
  std::vector<GridCell> cells;       // row by row, from left to right; they cover `box`
  bool ruled = true;                 // else it stands where the reach of words tells

  [[nodiscard]] int columns() const { return static_cast<int>(column_edges.size()) - 1; }
};

// From top to bottom. Frames, with or without rules across, and rules that meet no others are no
// grid: it has two columns or more. A table without a rule at its top or foot, as a page break may
// leave it, ends where its upright rules do.
[[nodiscard]] std::vector<Grid> grids_of(const std::vector<Ruling>& rules);

}  // namespace trichyeu
