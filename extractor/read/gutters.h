// Strips that stay free over several rows of a page: they part columns, or the cells of a table.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "extractor/read/page_rows.h"

namespace trichyeu {

struct Strip {
  double left = 0;
  double right = 0;
  double width() const { return right - left; }
};

// A free strip over rows [first, last].
struct Gutter {
  Strip strip;
  std::size_t first = 0;
  std::size_t last = 0;
  int rows_on_both_sides = 0;
  int rows_left = 0;
  int rows_right = 0;
  double left_width = 0;  // of the widest row's share
  double right_width = 0;
  bool only_marks_left = true;
};

struct Sides {
  Words left, right;
};
[[nodiscard]] Sides parted(const Words& words, const Strip& strip);

[[nodiscard]] std::vector<Gutter> gutters_of(const std::vector<WordRow>& rows, double em);

// The one that parts two columns of most rows; nothing where none does.
[[nodiscard]] std::optional<Gutter> best_of(const std::vector<Gutter>& gutters, double em);

// The gutters that run beside `gutter` for at least two rows with words between the two, itself
// among them, from left to right: of a table if there are several. `rows` are those they lie in.
[[nodiscard]] std::vector<Gutter> table_of(const std::vector<Gutter>& gutters, const Gutter& gutter,
                                           const std::vector<WordRow>& rows);

// The table's first row. A line above it with a blank for a number stands beside one gutter only.
[[nodiscard]] std::size_t first_row_of(const std::vector<Gutter>& table,
                                       const std::vector<WordRow>& rows, const Gutter& gutter);

}  // namespace trichyeu
