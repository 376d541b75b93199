#include "extractor/fields/table_columns.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "extractor/fields/labels.h"

namespace trichyeu {
namespace {

constexpr std::size_t rows_to_look_at = 3;    // a head may stand under a title
constexpr std::size_t most_head_rows = 3;     // column numbers aside
constexpr std::size_t longest_heading = 160;  // bytes
constexpr std::size_t longest_number = 6;     // bytes of "(12)", "[1]"
constexpr std::size_t most_columns = 100;

constexpr std::array<std::pair<std::string_view, ColumnRole>, 17> roles_by_name = {
    {{"number", ColumnRole::number},
     {"work", ColumnRole::work},
     {"target", ColumnRole::target},
     {"lead", ColumnRole::lead},
     {"coordinate", ColumnRole::coordinate},
     {"lead-coordinate", ColumnRole::lead_coordinate},
     {"unit", ColumnRole::unit},
     {"person", ColumnRole::person},
     {"authority", ColumnRole::authority},
     {"time", ColumnRole::time},
     {"start", ColumnRole::start},
     {"end", ColumnRole::end},
     {"period", ColumnRole::period},
     {"product", ColumnRole::product},
     {"note", ColumnRole::note},
     {"measure", ColumnRole::measure},
     {"other", ColumnRole::other}}};

ColumnRole role_of_label(Role role) {
  switch (role) {
    case Role::lead: return ColumnRole::lead;
    case Role::coordinate: return ColumnRole::coordinate;
    case Role::lead_coordinate: return ColumnRole::lead_coordinate;
    case Role::time: return ColumnRole::time;
    case Role::product: return ColumnRole::product;
    case Role::number: return ColumnRole::number;
    case Role::work: return ColumnRole::work;
    case Role::other: break;
  }
  return ColumnRole::other;
}

class HeadReader {
 public:
  HeadReader(const std::vector<Slots>& rows, const DocumentTree& tree, const Grammars& grammars)
      : rows_(rows), tree_(tree), grammars_(grammars) {}

  [[nodiscard]] std::optional<TableHead> read() const {
    for (std::size_t row = 0; row < std::min(rows_to_look_at, rows_.size()); ++row) {
      if (auto head = head_at(row)) return head;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::string_view text(const Slot& slot) const {
    return slot.cell == nullptr ? std::string_view()
                                : tree_.blocks[slot.cell->block].bytes.of(tree_.text);
  }
  [[nodiscard]] std::string_view text(std::size_t row, std::size_t column) const {
    return text(rows_[row][column]);
  }

  [[nodiscard]] std::optional<TableHead> head_at(std::size_t first) const {
    std::size_t last = first;
    while (last + 1 < rows_.size() && last + 1 < first + most_head_rows && goes_on(last, first))
      ++last;
    TableHead head;
    head.first = first;
    head.end = last + 1;
    for (std::size_t column = 0; column < rows_[first].size(); ++column)
      head.columns.push_back(column_at(first, last, column));
    if (head.columns.size() < 2 || named(head.columns) < 2) return std::nullopt;
    if (head.end < rows_.size() && counts_columns(rows_[head.end])) ++head.end;
    return head;
  }

  // Different headings: a title over all columns is none, whatever it reads.
  [[nodiscard]] static std::size_t named(const std::vector<Column>& columns) {
    std::vector<std::size_t> headings;
    for (const Column& column : columns) {
      if (column.role != ColumnRole::unnamed) headings.push_back(column.heading);
    }
    headings.erase(std::unique(headings.begin(), headings.end()), headings.end());
    return headings.size();
  }

  // Whether the row below `row` belongs to the head too: it parts a heading over several columns,
  // and all that begins there is a heading.
  [[nodiscard]] bool goes_on(std::size_t row, std::size_t first) const {
    const Slots& below = rows_[row + 1];
    bool parts = false;
    for (std::size_t column = 0; column < below.size(); ++column) {
      if (!below[column].begins_row || !below[column].begins_column || text(below[column]).empty())
        continue;
      const std::string_view lower = text(below[column]);
      const std::string above(text_above(row, first, column));
      const bool heading =
          column_role_of(lower, grammars_) != ColumnRole::unnamed ||
          column_role_of(above + " " + std::string(lower), grammars_) != ColumnRole::unnamed;
      const Slot& upper = rows_[row][column];
      const bool spans = upper.cell != nullptr && upper.cell->column_span > 1;
      // Markdown has no cells over several columns: there empty ones follow the first.
      const bool empty_above = text(upper).empty();
      if (!heading && !spans) return false;
      parts = parts || spans || empty_above;
    }
    return parts;
  }

  // The heading over a column, in Markdown that of the column before it where its own is empty.
  [[nodiscard]] std::string_view text_above(std::size_t row, std::size_t first,
                                            std::size_t column) const {
    const Slot* slot = slot_above(row, first, column);
    return slot == nullptr ? std::string_view() : text(*slot);
  }
  [[nodiscard]] const Slot* slot_above(std::size_t row, std::size_t first,
                                       std::size_t column) const {
    for (std::size_t c = column + 1; c-- > 0;) {
      for (std::size_t r = row + 1; r-- > first;) {
        if (!text(rows_[r][c]).empty()) return &rows_[r][c];
      }
      if (!text(rows_[row + 1][column]).empty() && c > 0 && begins_below(row, c)) return nullptr;
    }
    return nullptr;
  }
  // A column with words of its own below an empty heading belongs to the heading before it; one
  // whose neighbour is empty too does not.
  [[nodiscard]] bool begins_below(std::size_t row, std::size_t column) const {
    return text(rows_[row + 1][column - 1]).empty();
  }

  [[nodiscard]] Column column_at(std::size_t first, std::size_t last, std::size_t column) const {
    std::size_t lowest = last;
    while (lowest > first && text(lowest, column).empty()) --lowest;
    Column named;
    const Slot& slot = rows_[lowest][column];
    if (slot.cell == nullptr) return named;
    named.heading = slot.cell->block;
    named.role = column_role_of(text(slot), grammars_);
    const Slot* above = lowest > first ? slot_above(lowest - 1, first, column) : nullptr;
    if (above == nullptr || above->cell == slot.cell) return named;
    named.above = above->cell->block;
    const ColumnRole together =
        column_role_of(std::string(text(*above)) + " " + std::string(text(slot)), grammars_);
    const ColumnRole upper = column_role_of(text(*above), grammars_);
    if (named.role == ColumnRole::unnamed) named.role = together;
    if (named.role == ColumnRole::unnamed) named.role = upper;
    // Years under "Kinh phí" or "Chỉ tiêu" hold figures.
    const bool figures =
        upper == ColumnRole::other || upper == ColumnRole::target || upper == ColumnRole::measure;
    if (named.role == ColumnRole::period && figures) named.role = ColumnRole::other;
    return named;
  }

  // "(1) | (2) | (3)" under the head.
  [[nodiscard]] bool counts_columns(const Slots& row) const {
    std::size_t filled = 0;
    for (const Slot& slot : row) {
      const std::string_view cell = text(slot);
      if (cell.empty()) continue;
      ++filled;
      const std::size_t from = cell.find_first_not_of("([");
      if (cell.size() > longest_number || from == std::string_view::npos) return false;
      const std::string_view number = cell.substr(from, cell.find_last_not_of(")]") + 1 - from);
      const bool letter = number.size() == 1 && number[0] >= 'A' && number[0] <= 'Z';
      if (!letter && number.find_first_not_of("0123456789") != std::string_view::npos) return false;
    }
    return filled >= 2 && filled * 2 > row.size();
  }

  const std::vector<Slots>& rows_;
  const DocumentTree& tree_;
  const Grammars& grammars_;
};

}  // namespace

std::vector<Slots> slots_of(const Table& table) {
  std::vector<Slots> grid(table.rows.size());
  std::size_t width = 0;
  for (std::size_t r = 0; r < grid.size(); ++r) {
    std::size_t column = 0;
    for (const Cell& cell : table.rows[r].cells) {
      while (column < grid[r].size() && grid[r][column].cell != nullptr) ++column;
      if (column >= most_columns) break;
      const std::size_t columns =
          std::min(most_columns - column, static_cast<std::size_t>(std::max(cell.column_span, 1)));
      const std::size_t end =
          std::min(grid.size(), r + static_cast<std::size_t>(std::max(cell.row_span, 1)));
      for (std::size_t row = r; row < end; ++row) {
        if (grid[row].size() < column + columns) grid[row].resize(column + columns);
        for (std::size_t c = column; c < column + columns; ++c)
          grid[row][c] = {&cell, row == r, c == column};
      }
      column += columns;
    }
    width = std::max(width, grid[r].size());
  }
  for (Slots& row : grid) row.resize(width);
  return grid;
}

ColumnRole column_role_of(std::string_view heading, const Grammars& grammars) {
  if (heading.empty() || heading.size() > longest_heading) return ColumnRole::unnamed;
  if (const auto match = grammars.grammar("columns").find(heading)) {
    const std::string_view name = match->emitted("column");
    for (const auto& [key, role] : roles_by_name) {
      if (key == name) return role;
    }
  }
  const auto label = label_of(heading, grammars);
  return label && label->value.empty() ? role_of_label(label->role) : ColumnRole::unnamed;
}

std::optional<TableHead> head_of(const std::vector<Slots>& rows, const DocumentTree& tree,
                                 const Grammars& grammars) {
  return HeadReader(rows, tree, grammars).read();
}

}  // namespace trichyeu
