// A page's words as lines in reading order, tables cell by cell.
//
//   PHỤ LỤC I                     PHỤ LỤC I
//   ┌────┬─────────┬──────┐       TT                cell 0
//   │ TT │ Nội     │ Đơn  │       Nội               cell 1
//   │    │ dung    │ vị   │  ->   dung              cell 1
//   ├────┼─────────┼──────┤       Đơn               cell 2
//   │ 1  │ Rà soát │ Sở A │       vị                cell 2
//   └────┴─────────┴──────┘       1                 cell 3 …
#pragma once

#include <vector>

#include "extractor/read/page_lines.h"
#include "extractor/read/rulings.h"
#include "extractor/read/table_grid.h"
#include "models/source_text.h"

namespace trichyeu {

struct PageText {
  std::vector<PageLine> lines;
  std::vector<CellPlace> places;  // one a line; tables and cells count in `grids`
  std::vector<Grid> grids;        // from top to bottom; with words in two cells or more, see below
};

// The first grid may have words in one cell alone: it may be the rest of a row that fills its page,
// which the page before tells (continued_tables.h).
[[nodiscard]] PageText page_text(const std::vector<PageWord>& words, const Rulings& rulings);

}  // namespace trichyeu
