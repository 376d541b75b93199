#include "extractor/fields/table_tasks.h"

#include <algorithm>
#include <utility>

#include "extractor/fields/assignments.h"
#include "extractor/fields/value.h"
#include "normalizer/numbers.h"

namespace trichyeu {
namespace {

// "14", "11.2", "3." -> "14", "11.2", "3"; empty for "I", "a)", "-".
std::string row_number(std::string_view printed) {
  if (!printed.empty() && printed.back() == '.') printed.remove_suffix(1);
  const bool plain = !printed.empty() &&
                     printed.find_first_not_of("0123456789.") == std::string_view::npos &&
                     printed.front() != '.' && printed.find("..") == std::string_view::npos;
  return plain ? std::string(printed) : std::string();
}

std::string_view rule_of(Role role) {
  return role == Role::coordinate ? "tasks.coordinating-column" : "tasks.lead-column";
}

int last_number(std::string_view number) {
  return plain_number(number.substr(number.rfind('.') + 1));  // npos + 1 is 0
}

std::string_view numbers_above(std::string_view number) {
  return number.substr(0, number.rfind('.') + 1);
}

// The row's number where one of its neighbours bears it out, and where it has several parts.
std::string sure_number(const std::vector<TaskRow>& rows, std::size_t row) {
  std::string number = row_number(rows[row].number);
  if (number.empty() || number.find('.') != std::string::npos) return number;
  const int value = plain_number(number);
  const auto is = [&](std::size_t other, int wanted) {
    return other < rows.size() && plain_number(row_number(rows[other].number)) == wanted;
  };
  const bool parted =
      row + 1 < rows.size() && numbers_above(row_number(rows[row + 1].number)) == number + ".";
  const bool sure =
      (row == 0 && value == 1) || parted || is(row - 1, value - 1) || is(row + 1, value + 1);
  return sure ? number : std::string();
}

// From an image: what a text or a text layer prints stays, wrong or right.
bool was_recognised(const TaskRow& row, const DocumentTree& tree) {
  return std::any_of(row.blocks.begin(), row.blocks.end(), [&](std::size_t block) {
    const ByteSpan bytes = tree.blocks[block].content;
    auto word = std::lower_bound(
        tree.words.begin(), tree.words.end(), bytes.from_byte,
        [](const PlacedWord& other, std::size_t byte) { return other.bytes.to_byte <= byte; });
    for (; word != tree.words.end() && word->bytes.from_byte < bytes.to_byte; ++word) {
      if (word->confidence < 1) return true;
    }
    return false;
  });
}

// Recognised rows without a sure number between two that have one take those that lie between:
// 3, ?, 8, 6.
void restore_numbers(std::vector<TaskRow>& rows, const DocumentTree& tree) {
  std::string before = "0";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (std::string number = sure_number(rows, i); !number.empty()) {
      before = std::move(number);
      continue;
    }
    std::size_t next = i;
    while (next < rows.size() && sure_number(rows, next).empty()) ++next;
    if (next == rows.size()) return;
    const std::string after = sure_number(rows, next);
    const std::string above(numbers_above(after));
    // 12, ?, 12.2 begins a level; 12.3, ?, 14 goes back to one.
    const bool begins = before + "." == above;
    const bool goes_on = before.substr(0, above.size()) == above;
    const std::string_view part = std::string_view(before).substr(goes_on ? above.size() : 0);
    const int last = begins ? 0 : plain_number(part.substr(0, part.find('.')));
    if ((begins || goes_on) && last_number(after) - last == static_cast<int>(next - i) + 1) {
      for (std::size_t row = i; row < next; ++row) {
        if (!was_recognised(rows[row], tree)) continue;
        rows[row].number = above + std::to_string(last + static_cast<int>(row - i) + 1);
      }
    }
    before = after;
    i = next;
  }
}

// Where a line of the cell begins with a dash of its own: "- Sở A - Sở B".
std::vector<ByteSpan> listed_in(ByteSpan cell, std::string_view text) {
  std::vector<ByteSpan> parts;
  const std::string_view words = cell.of(text);
  if (words.substr(0, 2) != "- " && words.substr(0, 2) != "+ ") return {cell};
  const std::string mark = " " + std::string(words.substr(0, 2));
  std::size_t from = 2;
  for (;;) {
    const std::size_t next = words.find(mark, from);
    const std::size_t to = std::min(next, words.size());
    parts.push_back({cell.from_byte + from, cell.from_byte + to});
    if (next == std::string_view::npos) return parts;
    from = next + mark.size();
  }
}

}  // namespace

void TableTasks::restart() {
  last_.clear();
  counted_.clear();
  used_.clear();
}

bool TableTasks::assigns_work(const Table& table) const {
  return !task_table_of(table, nullptr, tree_, units_, grammars_).rows.empty();
}

std::vector<TaskDraft> TableTasks::drafts_of(const Table& table, const std::string& path,
                                             bool annex) {
  const auto before = last_.find(path);
  TaskTable read = task_table_of(table, before == last_.end() ? nullptr : &before->second, tree_,
                                 units_, grammars_);
  restore_numbers(read.rows, tree_);
  const bool named = annex && numbers_name_rows(read.rows, path);
  std::vector<TaskDraft> drafts;
  for (const TaskRow& row : read.rows) {
    TaskDraft draft = draft_of(row);
    const std::string counted = std::to_string(++counted_[path]);
    const std::string number = named ? row_number(row.number) : counted;
    used_[path].insert(number);
    draft.path = path + (annex ? "." : "#") + number;
    drafts.push_back(std::move(draft));
  }
  last_[path] = std::move(read);
  return drafts;
}

bool TableTasks::numbers_name_rows(const std::vector<TaskRow>& rows,
                                   const std::string& path) const {
  std::set<std::string> seen;
  if (const auto used = used_.find(path); used != used_.end()) seen = used->second;
  return std::all_of(rows.begin(), rows.end(), [&](const TaskRow& row) {
    const std::string number = row_number(row.number);
    return !number.empty() && seen.insert(number).second;
  });
}

TaskDraft TableTasks::draft_of(const TaskRow& row) const {
  TaskDraft draft;
  draft.form = TaskForm::table;
  draft.rule = "tasks.table-row";
  draft.names_whom = row.names_whom;
  draft.whole = {bytes(row.blocks.front()).from_byte, bytes(row.blocks.back()).to_byte};
  for (const std::size_t cell : row.work) draft.content.push_back(bytes(cell));
  for (const FieldCell& field : row.fields) add_field(draft, field);
  return draft;
}

void TableTasks::add_field(TaskDraft& draft, const FieldCell& field) const {
  switch (field.role) {
    case Role::time: return add_time(draft, field);
    case Role::product:
      draft.products.emplace_back(bytes(field.first), "tasks.product-column");
      return;
    case Role::lead:
    case Role::lead_coordinate:
    case Role::coordinate: break;
    default: return;
  }
  // "Chủ trì: A. Phối hợp: B" in a cell of either role.
  const ByteSpan cell = bytes(field.first);
  const std::vector<Label> labels = labels_of_cell(cell.of(tree_.text), grammars_);
  if (labels.empty() || labels.front().bytes.from_byte != 0) {
    for (const ByteSpan part : listed_in(cell, tree_.text))
      add_units(draft, part, field.role, field);
    return;
  }
  for (const Label& label : labels) {
    const ByteSpan value = trimmed(shifted(label.value, cell.from_byte), tree_.text, ".;");
    add_units(draft, value, is_field(label.role) ? label.role : field.role, field);
  }
}

void TableTasks::add_units(TaskDraft& draft, ByteSpan cell, Role role,
                           const FieldCell& field) const {
  const std::string_view rule = rule_of(role);
  // "A (chủ trì), B, C (phối hợp)" under a heading of one role says both all the same.
  const auto sign = grammars_.grammar("roles").find(cell.of(tree_.text));
  const bool both = role == Role::lead_coordinate ||
                    (role == Role::lead && sign && sign->emitted("role") != "next");
  Assignment found =
      both ? both_roles_of(cell, rule, tree_.text, units_, grammars_)
           : labelled_assignment_of(cell, role == Role::lead, rule, tree_.text, units_, grammars_);
  if (!found.lead.empty() && !field.inherited.empty()) draft.inherited_lead = field.inherited;
  for (AssignedUnit& unit : found.lead) add_unit(draft.lead, std::move(unit));
  for (AssignedUnit& unit : found.coordinating) add_unit(draft.coordinating, std::move(unit));
}

// A time from one cell to another: from the first day of the one to the last of the other.
void TableTasks::add_time(TaskDraft& draft, const FieldCell& field) const {
  std::vector<Deadline> found = builder_.labelled_deadlines(bytes(field.first), field.year);
  if (field.last != field.first && found.size() == 1) {
    const std::vector<Deadline> last = builder_.labelled_deadlines(bytes(field.last), field.year);
    const ByteSpan whole{bytes(field.first).from_byte, bytes(field.last).to_byte};
    if (last.size() == 1 && !last.front().end.empty()) {
      Deadline& deadline = found.front();
      const Value& value = deadline.value;
      deadline.kind = DeadlineKind::interval;
      if (deadline.start.empty()) deadline.start = deadline.end;
      deadline.end = last.front().end;
      deadline.value = value_of(whole, tree_, value.rule, value.confidence);
    } else {
      found.insert(found.end(), last.begin(), last.end());
    }
  }
  for (Deadline& deadline : found) {
    deadline.value.inherited = field.inherited;
    draft.deadlines.push_back(std::move(deadline));
  }
}

}  // namespace trichyeu
