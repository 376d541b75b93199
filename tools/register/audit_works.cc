#include "tools/register/audit_works.h"

#include <utility>

#include "tools/register/text_keys.h"
#include "tools/register/work_name.h"

namespace trichyeu {
namespace {

// The columns that work_in() reads; `w` is the work.
std::string select_works(const std::string& rest) {
  return "SELECT w.id, w.key, w.type, w.number, w.date, w.issuer,"
         // What has no number is told by its longest name: the usual one may be a nickname.
         " CASE WHEN w.number IS NULL"
         " THEN (SELECT text FROM forms f WHERE f.work_id = w.id ORDER BY length(f.text) DESC,"
         " f.text LIMIT 1)"
         " ELSE (SELECT text FROM forms f WHERE f.work_id = w.id ORDER BY f.mentions DESC, f.text"
         " LIMIT 1) END, w.resolved, EXISTS (SELECT 1 FROM documents d WHERE d.work_id = w.id),"
         " w.documents, w.mentions" +
         rest;
}

CitedWork work_in(const Statement& row) {
  return {row.integer(0),      row.text(1),    row.text(2),    row.text(3),
          row.text(4),         row.text(5),    row.text(6),    row.integer(7) != 0,
          row.integer(8) != 0, row.integer(9), row.integer(10)};
}

std::vector<CitedWork> works_in(Statement& rows) {
  std::vector<CitedWork> works;
  while (rows.step()) works.push_back(work_in(rows));
  return works;
}

// The filter as a condition with the values ?1 (kind), ?2 (issuer), ?3 (year).
constexpr const char* filtered =
    " (?1 = '' OR w.kind = ?1) AND (?2 = '' OR instr(w.issuer_key || ' ' || coalesce(w.issuer, ''),"
    " ?2) > 0) AND (?3 = 0 OR w.year = ?3)";

// "ke-hoach" of "Kế hoạch".
std::string kind_key(const std::string& kind) {
  std::string key = search_key(kind);
  for (char& letter : key) letter = letter == ' ' ? '-' : letter;
  return key;
}

Listing<CitedWork> listed(Database& database, const std::string& condition,
                          const AuditFilter& filter) {
  const std::string kind = kind_key(filter.kind);
  Listing<CitedWork> works;
  Statement count =
      database.prepare("SELECT count(*) FROM works w WHERE " + condition + " AND" + filtered);
  if (count.with(kind, filter.issuer, filter.year).step()) works.total = count.integer(0);
  // Sorted first: what else is selected is then looked up for those that are shown alone.
  const std::string order = " ORDER BY w.documents DESC, w.mentions DESC, w.key";
  Statement rows =
      database.prepare(select_works(" FROM works w WHERE w.id IN (SELECT w.id FROM works w WHERE " +
                                    condition + " AND" + filtered + order + " LIMIT ?4)" + order));
  works.rows = works_in(rows.with(kind, filter.issuer, filter.year, sql_limit(filter)));
  return works;
}

std::string group_query(Grouping grouping) {
  const std::string sums = ", count(*), sum(w.mentions)";
  const std::string from = " FROM works w WHERE w.mentions > 0 AND";
  // Of a group's names that of its most cited work: a bare column comes from the row of max().
  switch (grouping) {
    case Grouping::kind:
      return "SELECT coalesce(w.type, w.kind)" + sums +
             ", max(CASE WHEN w.type IS NULL THEN -1 ELSE w.mentions END)" + from + filtered +
             " GROUP BY w.kind";
    case Grouping::issuer:
      return "SELECT coalesce(w.issuer, CASE w.issuer_key WHEN '?' THEN NULL ELSE w.issuer_key "
             "END)" +
             sums + ", max(CASE WHEN w.issuer IS NULL THEN -1 ELSE w.mentions END)" + from +
             filtered + " GROUP BY w.issuer_key";
    case Grouping::year:
      return "SELECT w.year" + sums + ", 0" + from + filtered + " GROUP BY w.year";
  }
  return {};
}

std::vector<WorkForm> forms_of(Database& database, const CitedWork& work) {
  std::vector<WorkForm> forms;
  Statement rows = database.prepare(
      "SELECT text, type, mentions FROM forms WHERE work_id = ? ORDER BY mentions DESC, text");
  rows.with(work.id);
  while (rows.step()) forms.push_back({work, rows.text(0), rows.text(1), rows.integer(2)});
  return forms;
}

Listing<WorkForm> forms_of(Database& database, const Listing<CitedWork>& works) {
  Listing<WorkForm> forms;
  forms.total = works.total;
  for (const CitedWork& work : works.rows) {
    for (WorkForm& form : forms_of(database, work)) forms.rows.push_back(std::move(form));
  }
  return forms;
}

// What the mentions of one work print as its date.
void append_dates(Database& database, Conflict conflict, std::vector<Conflict>& conflicts) {
  Statement rows = database.prepare(
      "SELECT coalesce(date, resolved_date) AS printed, count(DISTINCT document_id), count(*)"
      " FROM citations WHERE work_id = ? AND printed IS NOT NULL GROUP BY printed ORDER BY 3 DESC,"
      " 1");
  rows.with(conflict.work.id);
  while (rows.step()) {
    conflict.date = rows.text(0);
    conflict.documents = rows.integer(1);
    conflict.mentions = rows.integer(2);
    conflicts.push_back(conflict);
  }
}

constexpr const char* several_dates =
    "SELECT series, 0 FROM works WHERE resolved = 1 AND mentions > 0"
    " GROUP BY series HAVING count(DISTINCT date) > 1";
constexpr const char* works_in_series =
    " FROM works w WHERE w.series = ?1 AND ?2 = ?2 AND w.resolved = 1 AND w.mentions > 0"
    " ORDER BY w.date";
constexpr const char* several_issuers =
    "SELECT number_key, date FROM works WHERE number_key IS NOT NULL AND date IS NOT NULL"
    " AND resolved = 1 AND mentions > 0 GROUP BY number_key, date"
    " HAVING count(DISTINCT issuer_key) > 1";
constexpr const char* works_of_day =
    " FROM works w WHERE w.number_key = ?1 AND w.date = ?2 AND w.resolved = 1"
    " AND w.mentions > 0 ORDER BY w.issuer_key";

// Groups of works by what they should not share; the first `limit` groups, all counted.
class Conflicts {
 public:
  Conflicts(Database& database, const AuditFilter& filter) : database_(database), filter_(filter) {}

  Listing<Conflict> find() {
    add_dates_of_one_work();
    add_groups(Conflict::Kind::dates, several_dates, works_in_series);
    add_groups(Conflict::Kind::issuers, several_issuers, works_of_day);
    return std::move(found_);
  }

 private:
  // How many groups may still be shown, for SQL's LIMIT.
  [[nodiscard]] std::int64_t room() const {
    const std::int64_t most = sql_limit(filter_);
    return most < 0 ? most : most - groups_;
  }

  // A number that holds its year is given out once, whatever date is printed beside it.
  void add_dates_of_one_work() {
    found_.total += database_.number("SELECT count(*) FROM works WHERE dates > 1");
    Statement rows = database_.prepare(
        select_works(" FROM works w WHERE w.id IN (SELECT id FROM works WHERE dates > 1"
                     " ORDER BY mentions DESC, key LIMIT ?) ORDER BY w.mentions DESC, w.key"));
    rows.with(room());
    while (rows.step()) {
      append_dates(database_, {Conflict::Kind::dates, ++groups_, work_in(rows), {}, 0, 0},
                   found_.rows);
    }
  }

  void add_groups(Conflict::Kind kind, const std::string& groups, const char* members) {
    found_.total += database_.number("SELECT count(*) FROM (" + groups + ")");
    Statement group = database_.prepare(groups + " LIMIT ?");
    Statement member = database_.prepare(select_works(members));
    group.with(room());
    while (group.step()) {
      ++groups_;
      for (CitedWork& work : works_in(member.with(group.text(0), group.text(1)))) {
        const std::string date = work.date;
        const std::int64_t documents = work.documents;
        const std::int64_t mentions = work.mentions;
        found_.rows.push_back({kind, groups_, std::move(work), date, documents, mentions});
      }
    }
  }

  Database& database_;
  const AuditFilter& filter_;
  std::int64_t groups_ = 0;  // that are shown
  Listing<Conflict> found_;
};

}  // namespace

Listing<CitedWork> cited_works(Database& database, const AuditFilter& filter) {
  return listed(database, "w.mentions > 0", filter);
}

Listing<CitedWork> unresolved_works(Database& database, const AuditFilter& filter) {
  return listed(database, "w.mentions > 0 AND w.resolved = 0", filter);
}

std::vector<CitedWork> works_of_number(Database& database, const std::string& number) {
  const std::string key = number_key(number);
  Statement exact = database.prepare(
      select_works(" FROM works w WHERE w.number_key = ?1 ORDER BY w.mentions DESC, w.key"));
  std::vector<CitedWork> works = works_in(exact.with(key));
  if (!works.empty()) return works;
  Statement named = database.prepare(select_works(" FROM works w WHERE w.key = ?1"));
  works = works_in(named.with(number));
  if (!works.empty() || key.empty()) return works;
  // What follows "/" and "-" in ASCII bounds the numbers that begin so.
  Statement begun = database.prepare(
      select_works(" FROM works w WHERE (w.number_key > ?1 || '/' AND w.number_key < ?1 || '0')"
                   " OR (w.number_key > ?1 || '-' AND w.number_key < ?1 || '.')"
                   " ORDER BY w.mentions DESC, w.key"));
  return works_in(begun.with(key));
}

Listing<WorkGroup> work_groups(Database& database, Grouping grouping, const AuditFilter& filter) {
  Listing<WorkGroup> groups;
  Statement rows = database.prepare(group_query(grouping) + " ORDER BY 3 DESC, 1");
  rows.with(kind_key(filter.kind), filter.issuer, filter.year);
  while (rows.step()) {
    ++groups.total;
    if (!has_room(filter, groups.rows.size())) continue;
    groups.rows.push_back({rows.text(0), rows.integer(1), rows.integer(2)});
  }
  return groups;
}

Listing<WorkForm> work_forms(Database& database, const AuditFilter& filter) {
  return forms_of(database, cited_works(database, filter));
}

Listing<WorkForm> double_names(Database& database, const AuditFilter& filter) {
  return forms_of(database, listed(database, "(w.types > 1 OR w.names > 1)", filter));
}

Listing<Conflict> conflicts(Database& database, const AuditFilter& filter) {
  return Conflicts(database, filter).find();
}

}  // namespace trichyeu
