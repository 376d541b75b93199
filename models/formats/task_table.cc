#include "models/deadline_days.h"
#include "models/formats/table_columns.h"
#include "models/formats/words.h"

namespace trichyeu {
namespace {

struct Entry {
  const Plan& plan;
  const Task& task;
  const Deadline& deadline;  // one that says nothing where the task has none
  bool has_deadline = false;
  DeadlineDays days;
  std::string_view language;
};

std::string cell_of(const std::optional<Day>& day) { return day ? iso_of(*day) : std::string(); }

std::string products_of(const Task& task) {
  std::string list;
  for (const Value& product : task.products) list += (list.empty() ? "" : "; ") + product.text;
  return list;
}

const std::vector<ColumnOf<Entry>>& columns() {
  static const std::vector<ColumnOf<Entry>> all{
      {{"documentNumber", CellType::text, 14}, [](const Entry& e) { return number_of(e.plan); }},
      {{"path", CellType::text, 8}, [](const Entry& e) { return e.task.path; }},
      {{"content", CellType::text, 46}, [](const Entry& e) { return e.task.content.text; }},
      {{"lead", CellType::text, 20}, [](const Entry& e) { return listed(e.task.lead); }},
      {{"coordinating", CellType::text, 22},
       [](const Entry& e) { return listed(e.task.coordinating); }},
      {{"deadline", CellType::text, 16}, [](const Entry& e) { return e.deadline.value.text; }},
      {{"startDay", CellType::date, 11}, [](const Entry& e) { return cell_of(e.days.start); }},
      {{"dueDay", CellType::date, 11}, [](const Entry& e) { return cell_of(e.days.due); }},
      {{"product", CellType::text, 16}, [](const Entry& e) { return products_of(e.task); }},
      {{"note", CellType::text, 18},
       [](const Entry& e) { return note_on(e.deadline, date_of(e.plan), e.language); }},
      {{"assumedDay", CellType::date, 0}, [](const Entry& e) { return cell_of(e.days.assumed); }},
      {{"page", CellType::number, 0},
       [](const Entry& e) { return number_cell(e.task.content.place.page); }},
      {{"file", CellType::file, 0}, [](const Entry& e) { return e.plan.source.file; }},
      {{"kind", CellType::word, 0, "kind"},
       [](const Entry& e) {
         return e.has_deadline ? std::string(name_of(e.deadline.kind)) : std::string();
       }},
      {{"start", CellType::date, 0}, [](const Entry& e) { return e.deadline.start; }},
      {{"end", CellType::date, 0}, [](const Entry& e) { return e.deadline.end; }},
      {{"exclusive", CellType::flag, 0},
       [](const Entry& e) { return flag_cell(e.deadline.exclusive); }},
      {{"recurrence", CellType::text, 0}, [](const Entry& e) { return e.deadline.recurrence; }},
      {{"duration", CellType::text, 0}, [](const Entry& e) { return e.deadline.duration; }},
      {{"workingDays", CellType::flag, 0},
       [](const Entry& e) { return flag_cell(e.deadline.working_days); }},
      {{"anchor", CellType::text, 0}, [](const Entry& e) { return e.deadline.anchor; }},
      {{"approx", CellType::flag, 0},
       [](const Entry& e) { return flag_cell(e.deadline.approximate); }},
      {{"assumption", CellType::text, 0}, [](const Entry& e) { return e.deadline.assumption; }},
      {{"confidence", CellType::number, 0},
       [](const Entry& e) { return confidence_cell(e.task.content.confidence); }},
      {{"documentDate", CellType::date, 0}, [](const Entry& e) { return date_of(e.plan); }},
      {{"documentIssuer", CellType::text, 0}, [](const Entry& e) { return issuer_of(e.plan); }},
      {{"id", CellType::text, 0}, [](const Entry& e) { return e.task.id; }},
      {{"sha256", CellType::text, 0}, [](const Entry& e) { return e.plan.source.sha256; }},
  };
  return all;
}

std::vector<TableRow> rows(const Plan& plan, std::string_view language) {
  const std::string issued = date_of(plan);
  const Deadline none;
  std::vector<TableRow> all;
  for (const Task& task : plan.tasks) {
    for (const Deadline& deadline : task.deadlines) {
      all.push_back(row_of(columns(),
                           Entry{plan, task, deadline, true, days_of(deadline, issued), language}));
    }
    if (task.deadlines.empty())
      all.push_back(row_of(columns(), Entry{plan, task, none, false, {}, language}));
  }
  return all;
}

}  // namespace

std::string note_on(const Deadline& deadline, const std::string& issued,
                    std::string_view language) {
  const DeadlineDays days = days_of(deadline, issued);
  std::string note;
  const auto add = [&](std::string_view key, const std::vector<std::string>& arguments = {}) {
    note += (note.empty() ? "" : " ") + worded(key, language, arguments);
  };
  if (deadline.exclusive && days.due) {
    add("note.exclusive",
        {worded_day(deadline.end, language), worded_day(iso_of(*days.due), language)});
  }
  if (days.before_recurrence) add("note.beforeRecurrence");
  if (deadline.approximate) add("note.approximate");
  if (!deadline.assumption.empty())
    add("note.assumption", {worded("assumption." + deadline.assumption, language)});
  if (days.assumed) {
    add("note.assumedDay",
        {worded_day(iso_of(*days.assumed), language), worded_day(issued, language)});
  }
  return note;
}

const PlanTable& task_table() {
  static const PlanTable table{"tasks", columns_in(columns()), rows};
  return table;
}

}  // namespace trichyeu
