// The head names the columns, the cells below settle what a heading leaves open ("Đơn vị", years).
// Then row by row: heads said again, groups, tasks, and rows that only go on from the task above.
#include "extractor/fields/task_tables.h"

#include <algorithm>
#include <array>
#include <utility>

#include "normalizer/letters.h"
#include "normalizer/numbers.h"

namespace trichyeu {
namespace {

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

// The first year in "Năm 2024"; 0 for none.
int year_in(std::string_view text) {
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    if (text[at] != '2' && text[at] != '1') continue;
    const int year = plain_number(text.substr(at, 4));
    if (year >= 1900 && year < 2100) return year;
  }
  return 0;
}

class TableReader {
 public:
  TableReader(const Table& table, const TaskTable* before, const DocumentTree& tree,
              const UnitReader& units, const Grammars& grammars)
      : rows_(slots_of(table)), before_(before), tree_(tree), units_(units), grammars_(grammars) {}

  TaskTable read() {
    if (!find_columns()) return {};
    for (std::size_t row = first_row_; row < rows_.size(); ++row) read_row(row);
    return {std::move(tasks_), std::move(columns_)};
  }

 private:
  // ---- cells ----

  [[nodiscard]] std::string_view text(std::size_t block) const {
    return tree_.blocks[block].bytes.of(tree_.text);
  }
  [[nodiscard]] std::string_view text(const Slot& slot) const {
    return slot.cell == nullptr ? std::string_view() : text(slot.cell->block);
  }
  [[nodiscard]] bool is_listed(std::string_view list, std::string_view cell) const {
    return !grammars_.list(list).rows_with("mark", cell).empty();
  }
  [[nodiscard]] bool is_tick(std::string_view cell) const { return is_listed("tick-marks", cell); }
  // "nt", "-Nt-.", "″".
  [[nodiscard]] bool is_ditto(std::string_view cell) const {
    if (cell.size() > longest_ditto) return false;
    if (is_listed("ditto-marks", cell)) return true;
    const std::string small = lowercase(cell);
    const std::size_t from = small.find_first_not_of(" -.");
    if (from == std::string::npos) return false;
    const std::size_t to = small.find_last_not_of(" -.") + 1;
    return is_listed("ditto-marks", std::string_view(small).substr(from, to - from));
  }
  [[nodiscard]] bool says_something(std::string_view cell) const {
    return has_letter(cell) || has_digit(cell) || is_ditto(cell);
  }
  // A cell that begins here and says something.
  [[nodiscard]] bool is_own(const Slot& slot) const {
    return slot.begins_row && slot.begins_column && says_something(text(slot));
  }

  // ---- columns ----

  bool find_columns() {
    if (auto head = head_of(rows_, tree_, grammars_)) {
      columns_ = std::move(head->columns);
      head_rows_ = {head->first, head->end};
      first_row_ = head->end;
      settle();
      return assigns_work();
    }
    if (before_ == nullptr || before_->columns.empty() || rows_.empty() ||
        before_->columns.size() != rows_.front().size())
      return false;
    columns_ = before_->columns;
    if (!before_->rows.empty()) above_ = before_->rows.back();
    names_whom_ = above_.names_whom;
    return true;
  }

  [[nodiscard]] bool has(ColumnRole role) const {
    return std::any_of(columns_.begin(), columns_.end(),
                       [&](const Column& column) { return column.role == role; });
  }
  [[nodiscard]] bool has_units() const {
    return has(ColumnRole::lead) || has(ColumnRole::coordinate) || has(ColumnRole::lead_coordinate);
  }
  void rename(ColumnRole from, ColumnRole to) {
    for (Column& column : columns_) {
      if (column.role == from) column.role = to;
    }
  }

  // What a heading leaves open.
  void settle() {
    if (!has(ColumnRole::number) && counts_rows(0)) columns_.front().role = ColumnRole::number;
    const bool led = has(ColumnRole::lead) || has(ColumnRole::lead_coordinate);
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (columns_[c].role != ColumnRole::unit) continue;
      if (!has(ColumnRole::work) && !has(ColumnRole::target) && !led)
        columns_[c].role = ColumnRole::work, names_whom_ = true;  // the title names the work
      else
        columns_[c].role = !led && names_units_below(c) ? ColumnRole::lead : ColumnRole::measure;
    }
    if (!has(ColumnRole::lead) && !has(ColumnRole::lead_coordinate))
      rename(ColumnRole::person, ColumnRole::lead);
    if (has(ColumnRole::start) && !has(ColumnRole::end)) rename(ColumnRole::time, ColumnRole::end);
    if (!has(ColumnRole::end)) rename(ColumnRole::start, ColumnRole::time);
    if (!has(ColumnRole::start)) rename(ColumnRole::end, ColumnRole::time);
    if (has(ColumnRole::period) && !says_when_below())
      rename(ColumnRole::period, ColumnRole::other);
  }

  // Whether a first column without a heading holds numbers of rows and groups: "1", "2.1", "A",
  // "II".
  [[nodiscard]] bool counts_rows(std::size_t column) const {
    if (columns_[column].role != ColumnRole::unnamed) return false;
    std::size_t filled = 0, numbers = 0;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      const std::string_view cell = text(rows_[row][column]);
      if (row < first_row_ ? says_something(cell) : cell.size() > longest_row_number) return false;
      if (row < first_row_ || cell.empty()) continue;
      ++filled;
      numbers += has_digit(cell);
    }
    return numbers >= fewest_numbers && numbers * 2 > filled;
  }

  [[nodiscard]] bool names_units_below(std::size_t column) const {
    std::size_t filled = 0, units = 0;
    for (std::size_t row = first_row_; row < rows_.size(); ++row) {
      const Slot& slot = rows_[row][column];
      if (!is_own(slot) || is_ditto(text(slot))) continue;
      ++filled;
      units += units_.begins_unit(text(slot));
    }
    return units * 2 > filled;
  }

  // Years over ticks or times; over figures they say nothing of when.
  [[nodiscard]] bool says_when_below() const {
    std::size_t times = 0, figures = 0;
    for (std::size_t row = first_row_; row < rows_.size(); ++row) {
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (columns_[c].role != ColumnRole::period) continue;
        const std::string_view cell = text(rows_[row][c]);
        if (is_tick(cell) || has_letter(cell))
          ++times;
        else if (has_digit(cell))
          ++figures;
      }
    }
    return times > figures;
  }

  [[nodiscard]] bool assigns_work() {
    const bool dated = has(ColumnRole::time) || has(ColumnRole::start) || has(ColumnRole::period);
    if (!has(ColumnRole::work) && has(ColumnRole::target)) {
      if (has(ColumnRole::measure)) return false;
      rename(ColumnRole::target, ColumnRole::work);
    } else {
      rename(ColumnRole::target, ColumnRole::other);
    }
    if (!has(ColumnRole::work) && has_units()) take_widest_as_work();
    return has(ColumnRole::work) &&
           (has_units() || dated || has(ColumnRole::product) || leads_by_groups());
  }

  // A heading of its own making: the column with most text holds the work.
  void take_widest_as_work() {
    std::vector<std::size_t> widths(columns_.size());
    for (const Slots& row : rows_) {
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (columns_[c].role == ColumnRole::unnamed && row[c].begins_column)
          widths[c] += text(row[c]).size();
      }
    }
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest > 0)
      columns_[static_cast<std::size_t>(widest - widths.begin())].role = ColumnRole::work;
  }

  // ---- rows ----

  void read_row(std::size_t r) {
    const Slots& row = rows_[r];
    if (is_head_again(row)) return;
    if (goes_on_from_above(row)) return add_cells(tasks_.back(), row, false);
    if (!is_task(r)) {
      open_group(row);
      return;
    }
    TaskRow task;
    task.number = std::string(number_of(row));
    task.names_whom = names_whom_;
    add_cells(task, row, true);
    if (task.work.empty()) return;
    if (group_lead_ && !has_units()) task.fields.push_back(*group_lead_);
    above_ = task;
    in_group_ = true;
    tasks_.push_back(std::move(task));
  }

  [[nodiscard]] std::string_view number_of(const Slots& row) const {
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (columns_[c].role == ColumnRole::number) return text(row[c]);
    }
    return {};
  }

  // A converter leaves the head that a page repeats.
  [[nodiscard]] bool is_head_again(const Slots& row) const {
    for (std::size_t head = head_rows_.first; head < head_rows_.second; ++head) {
      const auto same = [&](const Slot& a, const Slot& b) {
        return lowercase(text(a)) == lowercase(text(b));
      };
      if (std::equal(row.begin(), row.end(), rows_[head].begin(), same)) return true;
    }
    return false;
  }

  // A row of numbers counts columns; one with a number and a title only opens a group, unless its
  // number stands in line with those of tasks around it.
  [[nodiscard]] bool is_task(std::size_t r) const {
    const Slots& row = rows_[r];
    std::vector<std::string_view> own;
    bool words = false, reached = false, wide = false;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const ColumnRole role = columns_[c].role;
      if (role == ColumnRole::number || !row[c].begins_column) continue;
      const std::string_view cell = text(row[c]);
      if (!row[c].begins_row) {
        reached = reached || (is_field(role) && says_something(cell));
      } else if (says_something(cell) || (role == ColumnRole::period && is_tick(cell))) {
        own.push_back(cell);
        words = words || has_letter(cell);
        wide = wide || row[c].cell->column_span > 1;
      }
    }
    if (!words) return false;
    if (own.size() == 1) return !wide && (reached || stands_in_line(r));
    // Some converters say a cell over several columns once in each.
    return std::any_of(own.begin(), own.end(),
                       [&](std::string_view cell) { return cell != own.front(); });
  }

  [[nodiscard]] static bool is_field(ColumnRole role) {
    static constexpr std::array fields = {
        ColumnRole::lead,  ColumnRole::lead_coordinate, ColumnRole::time, ColumnRole::coordinate,
        ColumnRole::start, ColumnRole::period,          ColumnRole::end,  ColumnRole::product};
    return std::find(fields.begin(), fields.end(), role) != fields.end();
  }

  [[nodiscard]] bool stands_in_line(std::size_t r) const {
    const int number = plain_number(number_of(rows_[r]));
    if (number == 0 || tasks_.empty() || plain_number(tasks_.back().number) + 1 != number)
      return false;
    return r + 1 == rows_.size() || plain_number(number_of(rows_[r + 1])) == number + 1;
  }

  // The work and its number stand above: over several rows, or in the row that a converter parted.
  [[nodiscard]] bool goes_on_from_above(const Slots& row) const {
    if (tasks_.empty() || !in_group_) return false;
    bool own_work = false, reached_work = false, own_number = false, own_field = false;
    bool lowercase_work = true;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const ColumnRole role = columns_[c].role;
      const bool own = is_own(row[c]);
      if (role == ColumnRole::number) own_number = own_number || own;
      if (is_field(role)) own_field = own_field || own;
      if (role != ColumnRole::work) continue;
      own_work = own_work || own;
      reached_work = reached_work || (!row[c].begins_row && !text(row[c]).empty());
      if (own) lowercase_work = lowercase_work && starts_lowercase(text(row[c]));
    }
    if (own_number) return false;
    if (!own_work && reached_work) return own_field;
    const bool numbered =
        has(ColumnRole::number) && !tasks_.back().number.empty() && number_of(row).empty();
    return numbered && (own_work ? lowercase_work : own_field);
  }

  void open_group(const Slots& row) {
    in_group_ = false;
    group_lead_.reset();
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (columns_[c].role == ColumnRole::number || !is_own(row[c])) continue;
      if (units_.is_units_only(text(row[c])))
        group_lead_ = FieldCell{Role::lead, row[c].cell->block, row[c].cell->block, "heading", 0};
      return;
    }
  }

  // Whether the table's groups are units.
  [[nodiscard]] bool leads_by_groups() const {
    for (std::size_t r = first_row_; r < rows_.size(); ++r) {
      std::size_t filled = 0;
      bool units = false;
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (columns_[c].role == ColumnRole::number || !is_own(rows_[r][c])) continue;
        ++filled;
        units = units || units_.is_units_only(text(rows_[r][c]));
      }
      if (filled == 1 && units) return true;
    }
    return false;
  }

  // ---- fields ----

  void add_cells(TaskRow& task, const Slots& row, bool first) {
    std::vector<std::size_t> starts;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const Slot& slot = row[c];
      if (slot.cell == nullptr || !slot.begins_column) continue;
      if (slot.begins_row) task.blocks.push_back(slot.cell->block);
      if (!first && !slot.begins_row) continue;
      add_cell(task, c, slot);
    }
    add_ticked(task, row);
    join_start_and_end(task, row);
  }

  void add_cell(TaskRow& task, std::size_t c, const Slot& slot) const {
    switch (columns_[c].role) {
      case ColumnRole::lead: return add_field(task, Role::lead, slot);
      case ColumnRole::lead_coordinate: return add_field(task, Role::lead_coordinate, slot);
      case ColumnRole::coordinate: return add_field(task, Role::coordinate, slot);
      case ColumnRole::time:
      case ColumnRole::start:
      case ColumnRole::end: return add_field(task, Role::time, slot);
      case ColumnRole::product: return add_field(task, Role::product, slot);
      case ColumnRole::period:
        if (!is_tick(text(slot)) && has_letter(text(slot)))
          add_field(task, Role::time, slot, year_over(columns_[c]));
        return;
      case ColumnRole::work:
        if (slot.begins_row && has_letter(text(slot))) task.work.push_back(slot.cell->block);
        return;
      case ColumnRole::unnamed:
      case ColumnRole::unit:
      case ColumnRole::target:
      case ColumnRole::measure:
      case ColumnRole::other:
        if (slot.begins_row && (has_letter(text(slot)) || has_digit(text(slot))) &&
            !is_ditto(text(slot)) && !is_tick(text(slot)))
          task.work.push_back(slot.cell->block);
        return;
      case ColumnRole::number:
      case ColumnRole::person:
      case ColumnRole::authority:
      case ColumnRole::note: return;
    }
  }

  // A cell that reaches down from the row above is that row's: said again, like a ditto mark.
  void add_field(TaskRow& task, Role role, const Slot& slot, int year = 0) const {
    if (is_ditto(text(slot))) {
      for (FieldCell field : above_.fields) {
        if (field.role != role) continue;
        field.inherited = "ditto";
        task.fields.push_back(std::move(field));
      }
    } else if (says_something(text(slot))) {
      const std::size_t block = slot.cell->block;
      task.fields.push_back({role, block, block, slot.begins_row ? "" : "ditto", year});
    }
  }

  [[nodiscard]] int year_over(const Column& column) const {
    const int year = year_in(text(column.heading));
    return year != 0 || !column.above ? year : year_in(text(*column.above));
  }

  // Neighbouring ticks are one stretch: the headings over them, from the first to the last.
  void add_ticked(TaskRow& task, const Slots& row) const {
    std::optional<FieldCell> stretch;
    const auto finish = [&] {
      if (stretch) task.fields.push_back(*std::exchange(stretch, std::nullopt));
    };
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (columns_[c].role != ColumnRole::period || !is_tick(text(row[c]))) {
        finish();
        continue;
      }
      const std::size_t heading = columns_[c].heading;
      if (!stretch)
        stretch = FieldCell{Role::time, heading, heading, "heading", year_over(columns_[c])};
      stretch->last = heading;
    }
    finish();
  }

  // Cells of the columns "Bắt đầu" and "Kết thúc", side by side, are one time.
  void join_start_and_end(TaskRow& task, const Slots& row) const {
    for (std::size_t c = 0; c + 1 < columns_.size(); ++c) {
      if (columns_[c].role != ColumnRole::start || columns_[c + 1].role != ColumnRole::end)
        continue;
      if (!is_own(row[c]) || !is_own(row[c + 1])) continue;
      const std::size_t start = row[c].cell->block, end = row[c + 1].cell->block;
      const auto field = std::find_if(task.fields.begin(), task.fields.end(),
                                      [&](const FieldCell& f) { return f.first == start; });
      if (field == task.fields.end() || field + 1 == task.fields.end() || field[1].first != end)
        continue;
      field->last = end;
      task.fields.erase(field + 1);
    }
  }

  static constexpr std::size_t longest_ditto = 24;      // bytes
  static constexpr std::size_t longest_row_number = 8;  // bytes of "12.3.1."
  static constexpr std::size_t fewest_numbers = 3;

  std::vector<Slots> rows_;
  const TaskTable* before_;
  const DocumentTree& tree_;
  const UnitReader& units_;
  const Grammars& grammars_;
  std::vector<Column> columns_;
  std::pair<std::size_t, std::size_t> head_rows_;
  std::size_t first_row_ = 0;
  std::vector<TaskRow> tasks_;
  bool names_whom_ = false;
  TaskRow above_;          // the last task: what a ditto mark repeats
  bool in_group_ = false;  // a task stands above, no group between
  std::optional<FieldCell> group_lead_;
};

}  // namespace

TaskTable task_table_of(const Table& table, const TaskTable* before, const DocumentTree& tree,
                        const UnitReader& units, const Grammars& grammars) {
  return TableReader(table, before, tree, units, grammars).read();
}

}  // namespace trichyeu
