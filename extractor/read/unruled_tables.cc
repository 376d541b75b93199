// Gutters that run side by side part the columns. A number begins a row; between two numbers the
// row ends at the widest gap between lines, since a number may stand at its row's middle.
#include "extractor/read/unruled_tables.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "extractor/read/gutters.h"
#include "extractor/read/page_rows.h"
#include "normalizer/numbers.h"

namespace trichyeu {
namespace {

constexpr double gap_between_rows = 1.35;    // times the gap between the lines of a cell
constexpr double widest_gap_under_head = 3;  // em
constexpr double least_break = 0.4;          // em; more than what parts the lines of a cell
constexpr std::size_t longest_misread = 6;   // bytes, of a number
constexpr double sure = 0.9;                 // confidence
constexpr int fewest_gutters = 2;            // of three columns

// Rows [first, last] of the page between gutters.
struct Region {
  std::vector<Gutter> gutters;  // from left to right
  std::size_t first = 0;
  std::size_t last = 0;
};

class UnruledTable {
 public:
  UnruledTable(const std::vector<WordRow>& rows, const Region& region, double em)
      : rows_(rows), region_(region), em_(em) {
    take_head();
    drop_what_follows();
  }

  // Nothing where the first column does not number the rows.
  std::optional<Grid> grid() const {
    const std::vector<std::size_t> numbered = numbered_rows();
    if (numbered.size() < 2) return std::nullopt;
    std::vector<std::size_t> begins = {region_.first};
    for (std::size_t i = 0; i < numbered.size(); ++i) {
      const std::size_t after = i == 0 ? region_.first : numbered[i - 1];
      if (numbered[i] > after) begins.push_back(beginning(after + 1, numbered[i]));
    }
    Grid grid;
    grid.ruled = false;
    grid.column_edges = column_edges();
    for (std::size_t i = 0; i < begins.size(); ++i) {
      const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : region_.last + 1;
      add_row(grid, static_cast<int>(i), top_of(begins[i]), bottom_of(end - 1));
    }
    grid.box = {grid.column_edges.front(), top_of(region_.first), grid.column_edges.back(),
                bottom_of(region_.last)};
    return grid;
  }

 private:
  // The head stands further off than a row does, and no line of it crosses a gutter. Only its last
  // columns may begin higher than the first.
  void take_head() {
    std::size_t head = region_.first;
    for (std::size_t row = region_.first; row > 0 && fits(row - 1); --row) {
      if (gap_above(row) > widest_gap_under_head * em_) break;
      if (cells_of(row - 1) > fewest_gutters) head = row - 1;
    }
    while (head > 0 && fits(head - 1) && gap_above(head) < em_ / 2 && !begins_left(head - 1))
      --head;
    region_.first = head;
  }

  // Below the last number, a line that begins on the left, or alone after the gap that parts rows,
  // is the text going on.
  void drop_what_follows() {
    const std::vector<std::size_t> numbered = numbered_rows();
    if (numbered.empty()) return;
    const std::optional<double> gap = gap_of_lines(numbered);
    for (std::size_t row = numbered.back() + 1; row <= region_.last; ++row) {
      const bool apart = gap && cells_of(row) == 1 && gap_above(row) > *gap + least_break * em_;
      if (!begins_left(row) && !apart) continue;
      region_.last = row - 1;
      return;
    }
  }

  // The median gap above a line that goes on right below a number's.
  [[nodiscard]] std::optional<double> gap_of_lines(const std::vector<std::size_t>& numbered) const {
    std::vector<double> gaps;
    for (std::size_t i = 0; i + 1 < numbered.size(); ++i) {
      if (numbered[i] + 1 < numbered[i + 1]) gaps.push_back(gap_above(numbered[i] + 1));
    }
    if (gaps.empty()) return std::nullopt;
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::nth_element(gaps.begin(), middle, gaps.end());
    return *middle;
  }

  [[nodiscard]] bool begins_left(std::size_t row) const {
    return rows_[row].words.front()->reach.left < region_.gutters.front().strip.left;
  }

  // No word of the row reaches over the middle of a gutter.
  [[nodiscard]] bool fits(std::size_t row) const {
    for (const Gutter& gutter : region_.gutters) {
      const double middle = (gutter.strip.left + gutter.strip.right) / 2;
      for (const PageWord* word : rows_[row].words) {
        if (word->reach.left < middle && middle < word->reach.right) return false;
      }
    }
    return true;
  }

  // Columns in which the row has words.
  [[nodiscard]] int cells_of(std::size_t row) const {
    int cells = 0;
    Words rest = rows_[row].words;
    for (const Gutter& gutter : region_.gutters) {
      Sides sides = parted(rest, gutter.strip);
      cells += sides.left.empty() ? 0 : 1;
      rest = std::move(sides.right);
    }
    return cells + (rest.empty() ? 0 : 1);
  }

  // Rows whose first column is the number after the one before. What was misread counts where the
  // next number says how many there must be.
  std::vector<std::size_t> numbered_rows() const {
    std::vector<std::size_t> numbered, misread;
    int before = 0;
    for (std::size_t row = region_.first; row <= region_.last; ++row) {
      const Words first = parted(rows_[row].words, region_.gutters.front().strip).left;
      if (first.size() != 1 || first.front()->text.size() > longest_misread) continue;
      const int number = plain_number(first.front()->text);
      const bool in_turn = before == 0 || number == before + 1;
      const bool after_misread = number == before + 1 + static_cast<int>(misread.size());
      if (number == 0 || (!in_turn && !after_misread)) {
        if (before != 0) misread.push_back(row);
        continue;
      }
      if (!in_turn) numbered.insert(numbered.end(), misread.begin(), misread.end());
      misread.clear();
      numbered.push_back(row);
      before = number;
    }
    return numbered;
  }

  // Where the row of the number that stands in `numbered` begins, at `from` at the earliest.
  std::size_t beginning(std::size_t from, std::size_t numbered) const {
    std::size_t widest = numbered;
    for (std::size_t row = from; row < numbered; ++row) {
      if (gap_above(row) > gap_above(widest) * gap_between_rows) widest = row;
    }
    return widest;
  }

  double gap_above(std::size_t row) const { return rows_[row].top - rows_[row - 1].bottom; }

  // Half way to the rows around the table's own.
  double top_of(std::size_t row) const {
    if (row == 0) return rows_[row].top - rows_[row].height();
    return (rows_[row].top + std::min(rows_[row - 1].bottom, rows_[row].top)) / 2;
  }
  double bottom_of(std::size_t row) const {
    if (row + 1 == rows_.size()) return rows_[row].bottom + rows_[row].height();
    return top_of(row + 1);
  }

  std::vector<double> column_edges() const {
    std::vector<double> edges;
    double left = region_.gutters.front().strip.left, right = region_.gutters.back().strip.right;
    for (std::size_t row = region_.first; row <= region_.last; ++row) {
      left = std::min(left, rows_[row].words.front()->reach.left);
      for (const PageWord* word : rows_[row].words) right = std::max(right, word->reach.right);
    }
    edges.push_back(left);
    for (const Gutter& gutter : region_.gutters)
      edges.push_back((gutter.strip.left + gutter.strip.right) / 2);
    edges.push_back(right + 1);
    return edges;
  }

  static void add_row(Grid& grid, int row, double top, double bottom) {
    for (int column = 0; column < grid.columns(); ++column) {
      const auto at = static_cast<std::size_t>(column);
      const Box box{grid.column_edges[at], top, grid.column_edges[at + 1], bottom};
      grid.cells.push_back({row, column, 1, 1, box});
    }
  }

  const std::vector<WordRow>& rows_;
  Region region_;
  double em_;
};

// The table with most columns, then most rows, among rows [from, to).
std::optional<Region> region_within(const std::vector<WordRow>& rows,
                                    const std::vector<Gutter>& gutters, std::size_t from,
                                    std::size_t to) {
  std::optional<Region> best;
  for (const Gutter& gutter : gutters) {
    if (gutter.first < from || gutter.last >= to) continue;
    Region region{table_of(gutters, gutter, rows), 0, gutter.last};
    if (static_cast<int>(region.gutters.size()) < fewest_gutters) continue;
    region.first = first_row_of(region.gutters, rows, gutter);
    const bool better = !best || region.gutters.size() > best->gutters.size() ||
                        (region.gutters.size() == best->gutters.size() &&
                         region.last - region.first > best->last - best->first);
    if (better) best = std::move(region);
  }
  return best;
}

void append_within(const std::vector<WordRow>& rows, const std::vector<Gutter>& gutters,
                   std::size_t from, std::size_t to, double em, std::vector<Grid>& grids) {
  const std::optional<Region> region = region_within(rows, gutters, from, to);
  if (!region) return;
  append_within(rows, gutters, from, region->first, em, grids);
  if (auto grid = UnruledTable(rows, *region, em).grid()) grids.push_back(std::move(*grid));
  append_within(rows, gutters, region->last + 1, to, em, grids);
}

// A sign that recognition doubts, where there may be none.
bool is_dirt(const PageWord& word) {
  return word.confidence < sure && std::none_of(word.text.begin(), word.text.end(), [](char c) {
           return static_cast<unsigned char>(c) >= 0x80 ||
                  std::isalnum(static_cast<unsigned char>(c));
         });
}

}  // namespace

std::vector<Grid> unruled_grids_of(const std::vector<PageWord>& words) {
  std::vector<Grid> grids;
  Words pointers = pointers_to(words);
  std::erase_if(pointers, [](const PageWord* word) { return is_dirt(*word); });
  if (pointers.size() > most_words_for_columns) return grids;
  const double em = usual_font_size(pointers);
  const std::vector<WordRow> rows = rows_of(pointers, em);
  const std::vector<Gutter> gutters = gutters_of(rows, em);
  append_within(rows, gutters, 0, rows.size(), em, grids);
  return grids;
}

}  // namespace trichyeu
