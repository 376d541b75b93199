// A sheet of a workbook, and how it flows: a task table with lines above and below it.
//
//   A               B              C           D
//   UBND TỈNH A                    CỘNG HÒA …            a table of two columns, as of a letterhead
//   PHỤ LỤC                                              a line
//   TT              Nội dung       Chủ trì     Thời gian  a table: the rows that are ruled
//   1               Rà soát …      Sở Y        15/12/2024
//   Nơi nhận:                      GIÁM ĐỐC              as the letterhead
#pragma once

#include <vector>

#include "extractor/read/flow/flow.h"

namespace trichyeu {

// Rows and columns count from 0.
struct SheetCell {
  int row = 0;
  int column = 0;
  std::vector<FlowRun> runs;  // none: nothing is printed in it
  bool bordered = false;
};

struct MergedCells {
  int top = 0;
  int left = 0;
  int bottom = 0;  // the last row
  int right = 0;
};

struct Sheet {
  std::vector<SheetCell> cells;  // row by row, from left to right, no place twice
  std::vector<MergedCells> merged;
};

// The table is the rows from the first to the last with three ruled cells; where no cell is ruled,
// with three cells that hold something. Rows and columns that hold nothing are left out.
[[nodiscard]] std::vector<FlowBlock> blocks_of(const Sheet& sheet);

}  // namespace trichyeu
