// From what was found of a task to the task itself: the units and times that no label named are
// read from its text, spans become values, equal units one reference.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractor/fields/assignments.h"
#include "extractor/fields/fields.h"
#include "extractor/fields/units.h"

namespace trichyeu {

// A task as it is put together; spans become values at the end.
struct TaskDraft {
  std::string path;
  TaskForm form = TaskForm::item;
  ByteSpan whole;
  std::vector<ByteSpan> content;
  std::vector<AssignedUnit> lead;
  std::vector<AssignedUnit> coordinating;
  std::vector<std::pair<ByteSpan, bool>> times;            // stretch, labelled
  std::vector<Deadline> deadlines;                         // read already, of the cells of a row
  std::vector<Deadline> deadlines_above;                   // of a heading; hold where no other does
  std::vector<std::pair<ByteSpan, std::string>> products;  // span, rule
  std::string rule;
  std::string inherited_lead;  // "stem", "heading"
  bool heading = false;        // the first part is a heading over the others
  bool names_whom = false;     // the content is whom the work is about: no sentence with a doer
  bool work_labelled = false;  // a label of its own says what is to be done
};

class TaskBuilder {
 public:
  // All arguments outlive the builder.
  TaskBuilder(const DocumentTree& tree, const Header& header,
              const std::vector<Abbreviation>& abbreviations,
              const std::vector<Citation>& citations, const UnitReader& units,
              const Grammars& grammars);

  // Adds the task, unless its content holds no word. `lead_above` leads where neither a label nor
  // the text names a doer; `above` says where it stands: "heading", "stem".
  void add(TaskDraft draft, const std::vector<AssignedUnit>& lead_above, std::string_view above);

  // The deadlines of a value that is nothing else; `year`, where not 0, is that of its heading.
  [[nodiscard]] std::vector<Deadline> labelled_deadlines(ByteSpan value, int year) const;

  // The tasks in the order of add; the builder is empty afterwards.
  [[nodiscard]] std::vector<Task> take() { return std::exchange(tasks_, {}); }

 private:
  void assign_from_text(TaskDraft& draft, Clauses clauses) const;
  [[nodiscard]] Task task_of(const TaskDraft& draft);
  [[nodiscard]] Unit unit_of(const AssignedUnit& assigned, const std::string& inherited);
  [[nodiscard]] std::string full_form(std::string_view word) const;
  [[nodiscard]] std::string expanded(std::string_view unit) const;
  [[nodiscard]] ByteSpan without_mark(ByteSpan part) const;
  [[nodiscard]] std::vector<ByteSpan> citations_in(ByteSpan stretch) const;

  const DocumentTree& tree_;
  const std::vector<Abbreviation>& abbreviations_;
  const std::vector<Citation>& citations_;
  const UnitReader& units_;
  const Grammars& grammars_;
  TimeContext time_;
  std::vector<Task> tasks_;
  std::map<std::string, std::size_t> refs_;  // by UnitReader::key
};

}  // namespace trichyeu
