#include "tools/register/audit_tasks.h"

#include "tools/register/successions.h"
#include "tools/register/text_keys.h"

namespace trichyeu {
namespace {

constexpr const char* no_successor = "—";

// Documents whose tasks hold no more.
constexpr const char* gone =
    "(SELECT document_id FROM standings WHERE standing IN ('replaced', 'repealed'))";

// What task_in() reads, of tasks t; `deadline` and `end` are expressions.
std::string select_tasks(const std::string& deadline, const std::string& end,
                         const std::string& rest) {
  return "SELECT t.path, (SELECT group_concat(coalesce(tu.text, u.name), '; ') FROM task_units tu"
         " JOIN units u ON u.id = tu.unit_id WHERE tu.task_id = t.id AND tu.role = 'lead'), " +
         deadline + ", " + end +
         ", d.number, d.date, (SELECT standing FROM standings s WHERE s.document_id = d.id"
         " ORDER BY standing DESC LIMIT 1), d.name, t.page, p.text FROM " +
         rest;
}

OrderedTask task_in(const Statement& row) {
  return {
      row.text(0), row.text(1), row.text(2),
      row.text(3), row.text(4), row.text(5),
      row.text(6), 0,           {row.text(7), static_cast<int>(row.integer(8)), row.text(9), 0, 0}};
}

std::vector<OrderedTask> tasks_in(Statement& rows) {
  std::vector<OrderedTask> tasks;
  while (rows.step()) tasks.push_back(task_in(rows));
  return tasks;
}

constexpr const char* first_deadline =
    "(SELECT l.text FROM deadlines l WHERE l.task_id = t.id LIMIT 1)";
constexpr const char* first_end =
    "(SELECT l.end_date FROM deadlines l WHERE l.task_id = t.id LIMIT 1)";

constexpr const char* joined_tasks =
    " JOIN documents d ON d.id = t.document_id JOIN passages p ON p.id = t.passage_id";

// Tasks that lack what `column` counts.
Listing<OrderedTask> lacking(Database& database, const std::string& column,
                             const AuditFilter& filter) {
  Listing<OrderedTask> tasks;
  const std::string condition = "t." + column + " = 0";
  tasks.total = database.number("SELECT count(*) FROM tasks t WHERE " + condition) -
                database.number("SELECT count(*) FROM tasks t WHERE t.document_id IN " +
                                std::string(gone) + " AND " + condition);
  Statement rows = database.prepare(select_tasks(first_deadline, first_end,
                                                 std::string("tasks t") + joined_tasks + " WHERE " +
                                                     condition + " AND t.document_id NOT IN " +
                                                     gone + " ORDER BY t.id LIMIT ?"));
  tasks.rows = tasks_in(rows.with(sql_limit(filter)));
  return tasks;
}

std::string name_today(const std::string& name, const std::string& day) {
  const auto succession = succession_of(name, day);
  if (!succession) return {};
  return succession->successor.empty() ? no_successor : succession->successor;
}

}  // namespace

Listing<UnitLoad> unit_loads(Database& database, const std::string& day,
                             const AuditFilter& filter) {
  Listing<UnitLoad> loads;
  Statement rows = database.prepare(
      "SELECT name, place, leads, coordinates FROM units WHERE leads + coordinates > 0"
      " AND (?1 = '' OR instr(name_key, ?1) > 0) ORDER BY leads DESC, coordinates DESC, name, "
      "place LIMIT ?2");
  const std::string unit = search_key(filter.unit);
  rows.with(unit, sql_limit(filter));
  while (rows.step()) {
    loads.rows.push_back({rows.text(0), rows.text(1), name_today(rows.text(0), day),
                          rows.integer(2), rows.integer(3)});
  }
  Statement count = database.prepare(
      "SELECT count(*) FROM units WHERE leads + coordinates > 0"
      " AND (?1 = '' OR instr(name_key, ?1) > 0)");
  if (count.with(unit).step()) loads.total = count.integer(0);
  return loads;
}

Listing<MonthLoad> month_loads(Database& database, const AuditFilter& filter) {
  Listing<MonthLoad> loads;
  Statement rows = database.prepare(
      std::string("WITH held AS (SELECT substr(l.end_date, 1, 7) AS month, count(*) AS deadlines"
                  " FROM tasks t JOIN deadlines l ON l.task_id = t.id"
                  " WHERE l.end_date IS NOT NULL AND t.document_id IN ") +
      gone +
      " GROUP BY 1), months AS (SELECT substr(end_date, 1, 7) AS month, count(*) AS deadlines"
      " FROM deadlines WHERE end_date IS NOT NULL GROUP BY substr(end_date, 1, 7))"
      " SELECT m.month, m.deadlines - coalesce(h.deadlines, 0) FROM months m"
      " LEFT JOIN held h ON h.month = m.month WHERE m.deadlines > coalesce(h.deadlines, 0)"
      " ORDER BY 1");
  while (rows.step()) {
    ++loads.total;
    if (!has_room(filter, loads.rows.size())) continue;
    loads.rows.push_back({rows.text(0), rows.integer(1)});
  }
  return loads;
}

Listing<OrderedTask> overdue_tasks(Database& database, const std::string& day,
                                   const AuditFilter& filter) {
  Listing<OrderedTask> tasks;
  Statement count = database.prepare("SELECT count(*) FROM deadlines WHERE late_from <= ?1");
  Statement held = database.prepare(
      std::string("SELECT count(*) FROM tasks t JOIN deadlines l ON l.task_id = t.id"
                  " WHERE l.late_from <= ?1 AND t.document_id IN ") +
      gone);
  if (count.with(day).step()) tasks.total = count.integer(0);
  if (held.with(day).step()) tasks.total -= held.integer(0);
  Statement rows = database.prepare(select_tasks(
      "l.text", "l.end_date",
      std::string("deadlines l INDEXED BY deadlines_by_day JOIN tasks t ON t.id = l.task_id") +
          joined_tasks + " WHERE l.late_from <= ?1 AND t.document_id NOT IN " + gone +
          " ORDER BY l.late_from DESC LIMIT ?2"));
  tasks.rows = tasks_in(rows.with(day, sql_limit(filter)));
  return tasks;
}

Listing<OrderedTask> tasks_without_lead(Database& database, const AuditFilter& filter) {
  return lacking(database, "leads", filter);
}

Listing<OrderedTask> tasks_without_deadline(Database& database, const AuditFilter& filter) {
  return lacking(database, "deadlines", filter);
}

Listing<OrderedTask> repeated_tasks(Database& database, const AuditFilter& filter) {
  Listing<OrderedTask> tasks;
  const bool all_hold = database.number(
                            "SELECT EXISTS (SELECT 1 FROM standings WHERE standing IN ('replaced',"
                            " 'repealed'))") == 0;
  const std::string held = all_hold ? "" : " AND t.document_id NOT IN " + std::string(gone);
  const std::string repeated =
      "SELECT content_key, count(*) FROM tasks t WHERE content_key IS NOT NULL" + held +
      " GROUP BY content_key HAVING count(*) > 1";
  if (filter.only_counts) {
    tasks.total = database.number("SELECT count(*) FROM (" + repeated + ")");
    return tasks;
  }
  Statement groups = database.prepare(repeated + " ORDER BY 2 DESC, 1");
  Statement members = database.prepare(select_tasks(first_deadline, first_end,
                                                    std::string("tasks t") + joined_tasks +
                                                        " WHERE t.content_key = ?1" + held +
                                                        " ORDER BY t.id LIMIT ?2"));
  while (groups.step()) {
    ++tasks.total;
    if (!has_room(filter, tasks.rows.size())) continue;
    for (OrderedTask& task : tasks_in(members.with(groups.integer(0), sql_limit(filter)))) {
      task.group = tasks.total;
      tasks.rows.push_back(std::move(task));
    }
  }
  return tasks;
}

Listing<SupersededPlan> superseded_plans(Database& database, const AuditFilter& filter) {
  Listing<SupersededPlan> plans;
  plans.total = database.number("SELECT count(*) FROM standings");
  Statement rows = database.prepare(
      "WITH first AS (SELECT s.*, d.name, d.number, d.date FROM standings s"
      " JOIN documents d ON d.id = s.document_id ORDER BY d.date, d.name, s.relation_id LIMIT ?)"
      " SELECT f.name, f.number, f.date, f.standing,"
      " (SELECT count(*) FROM tasks t WHERE t.document_id = f.document_id),"
      " coalesce(a.number, b.number), coalesce(a.date, b.date), b.name, c.page,"
      " p.text, c.from_point - p.from_point, c.to_point - p.from_point FROM first f"
      " JOIN relations r ON r.id = f.relation_id JOIN citations c ON c.id = r.citation_id"
      " JOIN passages p ON p.id = c.passage_id"
      " JOIN documents b ON b.id = f.said_by LEFT JOIN works a ON a.id = r.acting_work_id"
      " ORDER BY f.date, f.name, f.relation_id");
  rows.with(sql_limit(filter));
  while (rows.step()) {
    plans.rows.push_back(
        {rows.text(0),
         rows.text(1),
         rows.text(2),
         rows.text(3),
         rows.integer(4),
         rows.text(5),
         rows.text(6),
         {rows.text(7), static_cast<int>(rows.integer(8)), rows.text(9),
          static_cast<std::size_t>(rows.integer(10)), static_cast<std::size_t>(rows.integer(11))}});
  }
  return plans;
}

}  // namespace trichyeu
