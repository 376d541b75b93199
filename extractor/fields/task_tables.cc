#include "extractor/fields/task_tables.h"

#include <algorithm>

#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr std::size_t kHeadRows = 2;  // a head of two rows names columns in either

class TableReader {
 public:
  TableReader(const Table& table, const DocumentTree& tree, const Grammars& grammars)
      : table_(table), tree_(tree), grammars_(grammars) {}

  std::vector<TaskRow> read() {
    if (!read_head()) return {};
    std::vector<TaskRow> rows;
    for (std::size_t r = first_row_; r < table_.rows.size(); ++r) {
      if (auto row = task_row(table_.rows[r])) rows.push_back(std::move(*row));
    }
    return rows;
  }

 private:
  [[nodiscard]] std::string_view text(const Cell& cell) const {
    return tree_.blocks[cell.block].bytes.of(tree_.text);
  }

  // Finds the roles of the columns in the first rows.
  bool read_head() {
    for (std::size_t r = 0; r < std::min(kHeadRows, table_.rows.size()); ++r) {
      std::vector<std::optional<Role>> roles;
      for (const Cell& cell : table_.rows[r].cells) {
        const auto label = label_of(text(cell), grammars_);
        roles.push_back(label && label->value.empty() ? std::optional(label->role) : std::nullopt);
      }
      const auto has = [&](Role role) { return std::find(roles.begin(), roles.end(), role) != roles.end(); };
      const bool fields = has(Role::lead) || has(Role::coordinate) || has(Role::lead_coordinate) ||
                          has(Role::time) || has(Role::product);
      if (!fields || roles.size() < 2) continue;
      if (!has(Role::work)) take_widest_as_work(roles);
      roles_ = std::move(roles);
      first_row_ = r + 1;
      return true;
    }
    return false;
  }

  // A heading of its own making ("Chỉ tiêu phấn đấu"): the column with most text holds the work.
  void take_widest_as_work(std::vector<std::optional<Role>>& roles) const {
    std::vector<std::size_t> widths(roles.size());
    for (const Row& row : table_.rows) {
      for (std::size_t c = 0; c < std::min(roles.size(), row.cells.size()); ++c) {
        if (!roles[c]) widths[c] += text(row.cells[c]).size();
      }
    }
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest > 0) roles[static_cast<std::size_t>(widest - widths.begin())] = Role::work;
  }

  [[nodiscard]] bool is_ditto(std::string_view cell) const {
    return !grammars_.list("ditto-marks").rows_with("mark", cell).empty();
  }

  // A row with a number and a title only opens a group; a row of numbers counts columns.
  [[nodiscard]] bool is_task(const Row& row) const {
    if (row.cells.size() < roles_.size()) return false;
    std::size_t filled = 0, words = 0;
    for (std::size_t c = 0; c < roles_.size(); ++c) {
      const std::string_view cell = text(row.cells[c]);
      if (roles_[c] == Role::number || cell.empty()) continue;
      ++filled;
      words += has_letter(cell);
    }
    return filled >= 2 && words >= 1;
  }

  std::optional<TaskRow> task_row(const Row& row) {
    if (!is_task(row)) return std::nullopt;
    TaskRow task;
    for (std::size_t c = 0; c < roles_.size(); ++c) {
      const Cell& cell = row.cells[c];
      task.blocks.push_back(cell.block);
      if (!roles_[c]) {
        if (has_letter(text(cell)) && !is_ditto(text(cell))) task.work.push_back(cell.block);
        continue;
      }
      set_field(task, *roles_[c], cell);
    }
    if (task.work.empty()) return std::nullopt;
    above_ = task;
    return task;
  }

  void set_field(TaskRow& task, Role role, const Cell& cell) {
    const auto set = [&](std::optional<std::size_t>& field, const std::optional<std::size_t>& above) {
      if (is_ditto(text(cell))) {
        field = above;
        task.inherited.push_back(role);
      } else if (!text(cell).empty()) {
        field = cell.block;
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
        if (has_letter(text(cell))) task.work.push_back(cell.block);
        break;
      case Role::number: case Role::other: break;
    }
  }

  const Table& table_;
  const DocumentTree& tree_;
  const Grammars& grammars_;
  std::vector<std::optional<Role>> roles_;
  std::size_t first_row_ = 0;
  TaskRow above_;
};

}  // namespace

std::vector<TaskRow> task_rows_of(const Table& table, const DocumentTree& tree, const Grammars& grammars) {
  return TableReader(table, tree, grammars).read();
}

}  // namespace trichyeu
