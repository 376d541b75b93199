// Rows are looked at one by one; the table's are laid into a grid of those columns that hold
// anything.
#include "extractor/read/flow/sheet.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

#include "extractor/read/flow/table_builder.h"

namespace trichyeu {
namespace {

constexpr int least_cells_of_table_row = 3;

using Cells = std::vector<const SheetCell*>;

struct SheetRow {
  int number = 0;
  Cells filled;
  int bordered = 0;    // cells with and without words
  int from_above = 0;  // cells that go on into it
};

// Rows with words or rulings, in order.
std::vector<SheetRow> rows_of(const Sheet& sheet) {
  std::vector<SheetRow> rows;
  for (const SheetCell& cell : sheet.cells) {
    if (cell.runs.empty() && !cell.bordered) continue;
    if (rows.empty() || rows.back().number != cell.row) rows.push_back({cell.row, {}, 0, 0});
    if (!cell.runs.empty()) rows.back().filled.push_back(&cell);
    if (cell.bordered) ++rows.back().bordered;
  }
  return rows;
}

// The numbers of a table's rows and columns in the sheet, ascending.
struct Grid {
  std::vector<int> rows;
  std::vector<int> columns;
};

int count_within(const std::vector<int>& numbers, int first, int last) {
  const auto from = std::lower_bound(numbers.begin(), numbers.end(), first);
  const auto to = std::upper_bound(from, numbers.end(), last);
  return std::max(1, static_cast<int>(to - from));
}

class SheetLayout {
 public:
  explicit SheetLayout(const Sheet& sheet) : rows_(rows_of(sheet)) {
    for (const MergedCells& range : sheet.merged)
      merged_.insert_or_assign({range.top, range.left}, range);
    count_cells_from_above(sheet.merged);
  }

  std::vector<FlowBlock> blocks() {
    const auto [from, to] = table_rows();
    add_lines(0, from, false);
    if (from < to) add_table(from, to);
    add_lines(to, rows_.size(), true);
    return std::move(blocks_);
  }

 private:
  void count_cells_from_above(const std::vector<MergedCells>& merged) {
    std::map<int, int> changes;  // by row: how many cells begin and end to go on there
    for (const MergedCells& range : merged) {
      ++changes[range.top + 1];
      --changes[range.bottom + 1];
    }
    int from_above = 0;
    auto change = changes.begin();
    for (SheetRow& row : rows_) {
      for (; change != changes.end() && change->first <= row.number; ++change)
        from_above += change->second;
      row.from_above = from_above;
    }
  }

  static int weight(const SheetRow& row, bool by_rulings) {
    return by_rulings ? row.bordered : static_cast<int>(row.filled.size()) + row.from_above;
  }

  // Half open, of rows_.
  [[nodiscard]] std::pair<std::size_t, std::size_t> table_rows() const {
    const auto between = [&](bool by_rulings) {
      const auto is_of_table = [&](const SheetRow& row) {
        return weight(row, by_rulings) >= least_cells_of_table_row;
      };
      const auto first = std::find_if(rows_.begin(), rows_.end(), is_of_table);
      const auto last = std::find_if(rows_.rbegin(), rows_.rend(), is_of_table);
      const auto from = static_cast<std::size_t>(first - rows_.begin());
      const auto to = static_cast<std::size_t>(last.base() - rows_.begin());
      return std::pair(from, std::max(from, to));
    };
    const auto ruled = between(true);
    return ruled.first < ruled.second ? ruled : between(false);
  }

  static FlowBlock paragraph(const SheetCell& cell) {
    FlowParagraph paragraph;
    paragraph.runs = cell.runs;
    return {std::move(paragraph)};
  }

  // Rows with two cells stand in two columns, and what follows them in the right one; below a
  // table, where no title comes, in the left one too.
  void add_lines(std::size_t from, std::size_t to, bool left_too) {
    while (from < to) {
      const std::size_t end = end_of_columns(from, to, left_too);
      if (end > from) {
        add_two_columns(from, end);
        from = end;
      } else {
        for (const SheetCell* cell : rows_[from].filled) blocks_.push_back(paragraph(*cell));
        ++from;
      }
    }
  }

  [[nodiscard]] std::size_t end_of_columns(std::size_t from, std::size_t to, bool left_too) const {
    if (rows_[from].filled.size() != 2) return from;
    const int middle = rows_[from].filled[1]->column;
    const auto goes_on = [&](const Cells& cells) {
      return cells.size() == 2 || cells.empty() ||
             (cells.size() == 1 && (left_too || cells[0]->column >= middle));
    };
    while (from < to && goes_on(rows_[from].filled)) ++from;
    return from;
  }

  void add_two_columns(std::size_t from, std::size_t to) {
    const int middle = rows_[from].filled[1]->column;
    TableBuilder table;
    for (std::size_t at = from; at < to; ++at) {
      const Cells& cells = rows_[at].filled;
      if (cells.empty()) continue;
      table.begin_row();
      const bool is_right = cells.size() == 1 && cells[0]->column >= middle;
      if (is_right) table.add(1, 1);
      for (const SheetCell* cell : cells) table.add(1, 1)->blocks.push_back(paragraph(*cell));
    }
    blocks_.push_back({std::move(table).finish()});
  }

  void add_table(std::size_t from, std::size_t to) {
    std::set<int> columns;
    std::set<int> rows;
    for (std::size_t at = from; at < to; ++at) {
      for (const SheetCell* cell : rows_[at].filled) columns.insert(cell->column);
      if (!rows_[at].filled.empty()) rows.insert(rows_[at].number);
    }
    Grid grid{{rows.begin(), rows.end()}, {columns.begin(), columns.end()}};
    TableBuilder table;
    for (std::size_t at = from; at < to && table.cells() <= most_flow_cells; ++at) {
      if (!rows_[at].filled.empty()) add_row(rows_[at], grid, table);
    }
    blocks_.push_back({std::move(table).finish()});
  }

  void add_row(const SheetRow& row, const Grid& grid, TableBuilder& table) const {
    table.begin_row();
    auto filled = row.filled.begin();
    for (auto at = static_cast<std::size_t>(table.next_column()); at < grid.columns.size();
         at = static_cast<std::size_t>(table.next_column())) {
      const int column = grid.columns[at];
      const auto range = merged_.find({row.number, column});
      FlowCell* cell = range == merged_.end()
                           ? table.add(1, 1)
                           : table.add(count_within(grid.columns, column, range->second.right),
                                       count_within(grid.rows, row.number, range->second.bottom));
      while (filled != row.filled.end() && (*filled)->column < column) ++filled;
      if (filled != row.filled.end() && (*filled)->column == column)
        cell->blocks.push_back(paragraph(**filled));
    }
  }

  std::vector<SheetRow> rows_;
  std::map<std::pair<int, int>, MergedCells> merged_;  // by their first row and column
  std::vector<FlowBlock> blocks_;
};

}  // namespace

std::vector<FlowBlock> blocks_of(const Sheet& sheet) { return SheetLayout(sheet).blocks(); }

}  // namespace trichyeu
