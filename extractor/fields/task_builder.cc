#include "extractor/fields/task_builder.h"

#include <algorithm>

#include "extractor/fields/value.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

// The year that undated expressions lean on: the plan's, else the date's.
TimeContext time_of(const Header& header) {
  TimeContext time;
  if (header.date) time.issued = header.date->iso;
  if (header.period) {
    time.period_start = header.period->start;
    time.period_end = header.period->end;
    if (time.period_start.substr(0, 4) == time.period_end.substr(0, 4)) {
      time.year = std::stoi(time.period_start.substr(0, 4));
      time.year_source = "year from the plan";
    }
  }
  if (time.year == 0 && time.issued.size() >= 4) {
    time.year = std::stoi(time.issued.substr(0, 4));
    time.year_source = "year from the date";
  }
  if (time.year == 0 && !time.period_start.empty()) {
    time.year = std::stoi(time.period_start.substr(0, 4));
    time.year_source = "year from the plan";
  }
  return time;
}

}  // namespace

TaskBuilder::TaskBuilder(const DocumentTree& tree, const Header& header,
                         const std::vector<Abbreviation>& abbreviations,
                         const std::vector<Citation>& citations, const UnitReader& units,
                         const Grammars& grammars)
    : tree_(tree),
      abbreviations_(abbreviations),
      citations_(citations),
      units_(units),
      grammars_(grammars),
      time_(time_of(header)) {}

void TaskBuilder::add(TaskDraft draft, const std::vector<AssignedUnit>& lead_above,
                      std::string_view above) {
  assign_from_text(draft, lead_above.empty() ? Clauses::all : Clauses::first);
  if (draft.lead.empty() && !lead_above.empty()) {
    draft.lead = lead_above;
    draft.inherited_lead = above;
  }
  // A labelled time is the task's; times inside its content belong to what they stand beside.
  const bool labelled = std::any_of(draft.times.begin(), draft.times.end(),
                                    [](const auto& time) { return time.second; });
  for (const ByteSpan part : draft.content) {
    if (labelled) break;
    const bool read = std::any_of(draft.times.begin(), draft.times.end(),
                                  [&](const auto& time) { return time.first.overlaps(part); });
    if (!read) draft.times.emplace_back(part, false);
  }
  Task task = task_of(draft);
  if (has_letter(task.content.text)) tasks_.push_back(std::move(task));
}

// A label that names units has the last word; the text fills what no label says.
void TaskBuilder::assign_from_text(TaskDraft& draft, Clauses clauses) const {
  if (draft.names_whom || (draft.form == TaskForm::table && !draft.lead.empty())) return;
  const bool coordinating_labelled = !draft.coordinating.empty();
  for (std::size_t i = 0; i < draft.content.size(); ++i) {
    const ByteSpan part = trimmed(without_mark(draft.content[i]), tree_.text);
    // A heading names no doer; the paragraph under it may.
    const bool opening = i <= (draft.heading ? 1U : 0U);
    Assignment found =
        assignment_of(part, opening ? clauses : Clauses::given, tree_.text, units_, grammars_);
    if (draft.lead.empty()) draft.lead = std::move(found.lead);
    if (coordinating_labelled) continue;
    for (AssignedUnit& unit : found.coordinating) add_unit(draft.coordinating, std::move(unit));
  }
}

// A bullet's own mark stays in the content as printed, but no sentence begins with it.
ByteSpan TaskBuilder::without_mark(ByteSpan part) const {
  const Block& own = tree_.block_at(part.from_byte);
  return own.bytes == part ? own.content : part;
}

std::vector<Deadline> TaskBuilder::labelled_deadlines(ByteSpan value, int year) const {
  TimeContext time = time_;
  if (year != 0) {
    time.year = year;
    time.year_source = "year from the heading";
  }
  return extract_deadlines(value, true, tree_, time, citations_in(value), grammars_);
}

// Citations are in reading order: none that begins behind the stretch can touch it.
std::vector<ByteSpan> TaskBuilder::citations_in(ByteSpan stretch) const {
  const auto block_from = tree_.block_at(stretch.from_byte).bytes.from_byte;
  auto citation = std::lower_bound(
      citations_.begin(), citations_.end(), block_from,
      [](const Citation& c, std::size_t byte) { return c.value.place.bytes.from_byte < byte; });
  std::vector<ByteSpan> found;
  for (; citation != citations_.end() && citation->value.place.bytes.from_byte < stretch.to_byte;
       ++citation) {
    if (citation->value.place.bytes.overlaps(stretch)) found.push_back(citation->value.place.bytes);
  }
  return found;
}

Task TaskBuilder::task_of(const TaskDraft& draft) {
  Task task;
  task.id = "t" + std::to_string(tasks_.size() + 1);
  task.path = draft.path;
  task.form = draft.form;
  task.content =
      value_of(draft.whole, tree_, draft.rule, draft.form == TaskForm::paragraph ? 0.85 : 0.95);
  task.content.text.clear();
  for (const ByteSpan part : draft.content) {
    const std::string words = one_line(part, tree_.text);
    if (!task.content.text.empty() && !words.empty()) task.content.text += ' ';
    task.content.text += words;
  }
  for (const AssignedUnit& unit : draft.lead)
    task.lead.push_back(unit_of(unit, draft.inherited_lead));
  for (const AssignedUnit& unit : draft.coordinating)
    task.coordinating.push_back(unit_of(unit, {}));
  task.deadlines = draft.deadlines;
  for (const auto& [stretch, labelled] : draft.times) {
    for (Deadline& deadline :
         extract_deadlines(stretch, labelled, tree_, time_, citations_in(stretch), grammars_)) {
      task.deadlines.push_back(std::move(deadline));
    }
  }
  if (task.deadlines.empty()) task.deadlines = draft.deadlines_above;
  for (const auto& [bytes, rule] : draft.products) {
    if (!bytes.empty()) task.products.push_back(value_of(bytes, tree_, rule, 0.95));
  }
  return task;
}

Unit TaskBuilder::unit_of(const AssignedUnit& assigned, const std::string& inherited) {
  Unit unit;
  unit.value = value_of(assigned.unit.bytes, tree_, assigned.rule, inherited.empty() ? 0.96 : 0.93);
  unit.value.inherited = inherited;
  if (!assigned.unit.restored.empty()) {
    unit.value.restored = assigned.unit.restored;
    unit.value.text = assigned.unit.restored + " " + unit.value.text;
  }
  unit.full = expanded(unit.value.text);
  const auto [known, added] = refs_.try_emplace(
      units_.key(unit.full.empty() ? unit.value.text : unit.full), refs_.size() + 1);
  unit.ref = "u" + std::to_string(known->second);
  return unit;
}

// The whole form of one word of a unit: as the document defines it, else as the field does; empty
// where it is no abbreviation.
std::string TaskBuilder::full_form(std::string_view word) const {
  for (const Abbreviation& abbreviation : abbreviations_) {
    if (abbreviation.short_form == word) return abbreviation.full.text;
  }
  const WordList& known = grammars_.list("unit-abbreviations");
  const auto rows = known.rows_with("short", word);
  return rows.empty() ? std::string() : std::string(known.cell(rows.front(), "full"));
}

// The unit with its abbreviations written out; empty where it holds none.
std::string TaskBuilder::expanded(std::string_view unit) const {
  std::string out;
  bool changed = false;
  for (std::size_t at = 0; at < unit.size();) {
    std::size_t end = std::min(unit.find_first_of(" ,;.()/", at), unit.size());
    // "VH,TT&DL": a comma inside a short form.
    if (end < unit.size() && unit[end] == ',' && inside_short_form(unit, end))
      end = std::min(unit.find_first_of(" ;.()/", at), unit.size());
    const std::string_view word = unit.substr(at, end - at);
    const std::string full = full_form(word);
    changed = changed || !full.empty();
    out += full.empty() ? word : full;
    at = end;
    // "TP." is one short form with its full stop.
    if (at < unit.size() && !(unit[at] == '.' && !full.empty())) out += unit[at];
    ++at;
  }
  return changed ? out : std::string();
}

}  // namespace trichyeu
