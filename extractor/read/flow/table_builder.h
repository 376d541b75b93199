// Cells in the order of a file -> cells at the rows and columns of the grid. Linear in the cells:
// what stands right of the thousandth column is put there.
#pragma once

#include <cstddef>
#include <vector>

#include "extractor/read/flow/flow.h"

namespace trichyeu {

class TableBuilder {
 public:
  void begin_row();
  // The next columns of the row stay empty, as far as cells from above do not cover them.
  void skip(int columns);
  // The row's next column that no cell from above covers; at most the thousandth.
  [[nodiscard]] int next_column();
  // At the row's next column. Spans are from 1 on; wider and higher
  // ones than any table has are cut. The pointer is good until the next call.
  FlowCell* add(int column_span, int row_span);
  // The next columns continue the cell above: the one that ends there gets a row higher; without
  // one, false: the columns are an empty cell of their own.
  bool continue_above(int column_span);

  [[nodiscard]] std::size_t cells() const { return table_.cells.size(); }
  // Spans that go on below the last row end there.
  [[nodiscard]] FlowTable finish() &&;

 private:
  void pass_covered();
  void cover(int from, int column_span, int first_free_row, std::size_t cell);

  // What stands at a column: the last cell that reaches it, and the first row below it.
  struct Column {
    int free_row = 0;
    std::size_t cell = 0;
  };
  FlowTable table_;
  std::vector<Column> columns_;
  int row_ = -1;
  int column_ = 0;
};

}  // namespace trichyeu
