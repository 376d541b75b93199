#include "extractor/fields/task_tables.h"

#include <algorithm>
#include <string>

#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr std::size_t head_rows = 2;  // rows before the head that names columns, itself included

// The cell that stands in a column of a row, or reaches into it from the left or from above.
struct Slot {
  const Cell* cell = nullptr;
  bool begins_row = false;     // the cell does: it does not come from the row above
  bool begins_column = false;  // nor from the column to the left
};
using Slots = std::vector<Slot>;

// The cells of every row by the columns of the table.
std::vector<Slots> slots_of(const Table& table) {
  std::vector<Slots> grid(table.rows.size());
  for (std::size_t r = 0; r < grid.size(); ++r) {
    std::size_t column = 0;
    for (const Cell& cell : table.rows[r].cells) {
      while (column < grid[r].size() && grid[r][column].cell != nullptr) ++column;
      const auto columns = static_cast<std::size_t>(std::max(cell.column_span, 1));
      const std::size_t end =
          std::min(grid.size(), r + static_cast<std::size_t>(std::max(cell.row_span, 1)));
      for (std::size_t row = r; row < end; ++row) {
        if (grid[row].size() < column + columns) grid[row].resize(column + columns);
        for (std::size_t c = column; c < column + columns; ++c)
          grid[row][c] = {&cell, row == r, c == column};
      }
      column += columns;
    }
  }
  return grid;
}

class TableReader {
 public:
  TableReader(const Table& table, const DocumentTree& tree, const Grammars& grammars)
      : rows_(slots_of(table)), tree_(tree), grammars_(grammars) {}

  std::vector<TaskRow> read() {
    if (!read_head()) return {};
    std::vector<TaskRow> rows;
    for (std::size_t r = first_row_; r < rows_.size(); ++r) {
      if (auto row = task_row(rows_[r])) rows.push_back(std::move(*row));
    }
    return rows;
  }

 private:
  [[nodiscard]] std::string_view text(const Slot& slot) const {
    if (slot.cell == nullptr) return {};
    return tree_.blocks[slot.cell->block].bytes.of(tree_.text);
  }

  [[nodiscard]] std::optional<Role> role_named(std::string_view heading) const {
    const auto label = label_of(heading, grammars_);
    return label && label->value.empty() ? std::optional(label->role) : std::nullopt;
  }

  // Of a head of two rows, "Cơ quan" over "chủ trì | phối hợp", the lower one names the column,
  // alone or with the upper one.
  [[nodiscard]] std::optional<Role> role_of_column(std::size_t row, std::size_t column) const {
    const Slot& upper = rows_[row][column];
    if (!is_parted_below(row, column)) return role_named(text(upper));
    const std::string_view lower = text(rows_[row + 1][column]);
    if (const auto role = role_named(lower)) return role;
    if (const auto role = role_named(std::string(text(upper)) + " " + std::string(lower)))
      return role;
    return role_named(text(upper));
  }

  // Whether the cell goes over several columns and the row below parts them.
  [[nodiscard]] bool is_parted_below(std::size_t row, std::size_t column) const {
    if (row + 1 >= rows_.size() || column >= rows_[row + 1].size()) return false;
    const Slot& upper = rows_[row][column];
    return upper.cell != nullptr && upper.cell->column_span > 1 &&
           rows_[row + 1][column].begins_row;
  }

  // Finds the roles of the columns in the first rows.
  bool read_head() {
    for (std::size_t r = 0; r < std::min(head_rows, rows_.size()); ++r) {
      std::vector<std::optional<Role>> roles;
      std::size_t height = 1;
      for (std::size_t c = 0; c < rows_[r].size(); ++c) {
        roles.push_back(role_of_column(r, c));
        if (is_parted_below(r, c)) height = 2;
      }
      const auto has = [&](Role role) {
        return std::find(roles.begin(), roles.end(), role) != roles.end();
      };
      const bool fields = has(Role::lead) || has(Role::coordinate) || has(Role::lead_coordinate) ||
                          has(Role::time) || has(Role::product);
      if (!fields || roles.size() < 2) continue;
      if (!has(Role::work)) take_widest_as_work(roles);
      roles_ = std::move(roles);
      first_row_ = r + height;
      return true;
    }
    return false;
  }

  // A heading of its own making ("Chỉ tiêu phấn đấu"): the column with most text holds the work.
  void take_widest_as_work(std::vector<std::optional<Role>>& roles) const {
    std::vector<std::size_t> widths(roles.size());
    for (const Slots& row : rows_) {
      for (std::size_t c = 0; c < std::min(roles.size(), row.size()); ++c) {
        if (!roles[c] && row[c].begins_column) widths[c] += text(row[c]).size();
      }
    }
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest > 0) roles[static_cast<std::size_t>(widest - widths.begin())] = Role::work;
  }

  [[nodiscard]] bool is_ditto(std::string_view cell) const {
    return !grammars_.list("ditto-marks").rows_with("mark", cell).empty();
  }

  // A row with a number and a title only opens a group; a row of numbers counts columns.
  [[nodiscard]] bool is_task(const Slots& row) const {
    if (row.size() < roles_.size()) return false;
    std::size_t filled = 0, words = 0;
    for (std::size_t c = 0; c < roles_.size(); ++c) {
      const std::string_view cell = text(row[c]);
      if (roles_[c] == Role::number || !row[c].begins_column || cell.empty()) continue;
      ++filled;
      words += has_letter(cell);
    }
    return filled >= 2 && words >= 1;
  }

  std::optional<TaskRow> task_row(const Slots& row) {
    if (!is_task(row)) return std::nullopt;
    TaskRow task;
    for (std::size_t c = 0; c < roles_.size(); ++c) {
      const Slot& slot = row[c];
      if (slot.cell == nullptr || !slot.begins_column) continue;
      if (slot.begins_row) task.blocks.push_back(slot.cell->block);
      if (roles_[c]) {
        set_field(task, *roles_[c], slot);
      } else if (slot.begins_row && has_letter(text(slot)) && !is_ditto(text(slot))) {
        task.work.push_back(slot.cell->block);
      }
    }
    if (task.work.empty()) return std::nullopt;
    above_ = task;
    return task;
  }

  // A cell that reaches down from the row above is that row's: said again, like a ditto mark.
  void set_field(TaskRow& task, Role role, const Slot& cell) {
    const auto set = [&](std::optional<std::size_t>& field,
                         const std::optional<std::size_t>& above) {
      const bool ditto = is_ditto(text(cell));
      if (ditto || !cell.begins_row) task.inherited.push_back(role);
      if (ditto) {
        field = above;
      } else if (!text(cell).empty()) {
        field = cell.cell->block;
      }
    };
    switch (role) {
      case Role::lead: set(task.lead, above_.lead); break;
      case Role::lead_coordinate:
        set(task.lead, above_.lead);
        task.both_roles = true;
        break;
      case Role::coordinate: set(task.coordinating, above_.coordinating); break;
      case Role::time: set(task.time, above_.time); break;
      case Role::product: set(task.product, above_.product); break;
      case Role::work:
        if (cell.begins_row && has_letter(text(cell))) task.work.push_back(cell.cell->block);
        break;
      case Role::number:
      case Role::other: break;
    }
  }

  std::vector<Slots> rows_;
  const DocumentTree& tree_;
  const Grammars& grammars_;
  std::vector<std::optional<Role>> roles_;
  std::size_t first_row_ = 0;
  TaskRow above_;
};

}  // namespace

std::vector<TaskRow> task_rows_of(const Table& table, const DocumentTree& tree,
                                  const Grammars& grammars) {
  return TableReader(table, tree, grammars).read();
}

}  // namespace trichyeu
