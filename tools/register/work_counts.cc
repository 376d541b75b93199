// One pass over the mentions of the touched works, work by work: a tally holds one work at a time.
#include "tools/register/work_counts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "tools/register/text_keys.h"
#include "tools/register/work_name.h"

namespace trichyeu {
namespace {

constexpr std::size_t whole_date = 10;  // "2020-03-05"

constexpr const char* of_touched = " WHERE work_id IN (SELECT id FROM touched)";

Database& with_table(Database& database) {
  database.execute(
      "CREATE TEMP TABLE IF NOT EXISTS touched (id INTEGER PRIMARY KEY); DELETE FROM touched");
  return database;
}

// What most print; of several the first by its letters, so that the order of reading says nothing.
std::optional<std::string> most_printed(const std::map<std::string, int>& counts) {
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? std::nullopt : std::optional(most->first);
}

struct Tally {
  std::int64_t work = 0;
  std::int64_t mentions = 0;
  std::set<std::int64_t> documents;
  std::map<std::int64_t, std::int64_t> forms;     // mentions by form
  std::map<std::int64_t, std::int64_t> subjects;  // mentions by subject
  std::map<std::string, int> types;
  std::map<std::string, int> numbers;
  std::map<std::string, int> dates;
  std::map<std::string, int> issuers;
  std::set<std::string> names;  // folded
};

void count(std::map<std::string, int>& counts, const std::string& text) {
  if (!text.empty()) ++counts[text];
}

int whole_dates(const std::map<std::string, int>& dates) {
  return static_cast<int>(std::count_if(dates.begin(), dates.end(), [](const auto& date) {
    return date.first.size() == whole_date;
  }));
}

int folded_types(const std::map<std::string, int>& types) {
  std::set<std::string> folded;
  for (const auto& [type, mentions] : types) folded.insert(search_key(type));
  return static_cast<int>(folded.size());
}

class Counts {
 public:
  explicit Counts(Database& database)
      : update_(
            database.prepare("UPDATE works SET number_key = ?, type = ?, number = ?, date = ?, "
                             "issuer = ?, dates = ?,"
                             " types = ?, names = ?, mentions = ?, documents = ? WHERE id = ?")),
        update_form_(database.prepare("UPDATE forms SET mentions = ? WHERE id = ?")),
        update_subject_(database.prepare("UPDATE subjects SET mentions = ? WHERE id = ?")) {}

  void store(const Tally& tally) {
    const std::optional<std::string> number = most_printed(tally.numbers);
    std::optional<std::string> key;
    if (number) key = number_key(*number);
    update_.run(key, most_printed(tally.types), number, most_printed(tally.dates),
                most_printed(tally.issuers), whole_dates(tally.dates), folded_types(tally.types),
                static_cast<int>(tally.names.size()), tally.mentions,
                static_cast<std::int64_t>(tally.documents.size()), tally.work);
    for (const auto& [form, mentions] : tally.forms) update_form_.run(mentions, form);
    for (const auto& [subject, mentions] : tally.subjects) update_subject_.run(mentions, subject);
  }

 private:
  Statement update_;
  Statement update_form_;
  Statement update_subject_;
};

// What stands for a name in one document ("Đề án 06") is no second name.
bool is_short_form(std::string_view rule) {
  return rule == "citations.definition" || rule == "citations.nickname";
}

void count_works(Database& database) {
  Statement mentions = database.prepare(
      "SELECT c.work_id, c.document_id, f.type, f.number, coalesce(c.date, c.resolved_date),"
      " coalesce(c.issuer, c.resolved_issuer), f.named, f.text, f.id, c.rule, c.subject_id"
      " FROM touched t JOIN citations c ON c.work_id = t.id JOIN forms f ON f.id = c.form_id"
      " ORDER BY t.id");
  Counts counts(database);
  Tally tally;
  while (mentions.step()) {
    if (mentions.integer(0) != tally.work) {
      if (tally.work != 0) counts.store(tally);
      tally = {};
      tally.work = mentions.integer(0);
    }
    ++tally.mentions;
    tally.documents.insert(mentions.integer(1));
    ++tally.forms[mentions.integer(8)];
    if (!mentions.is_null(10)) ++tally.subjects[mentions.integer(10)];
    count(tally.types, mentions.text(2));
    count(tally.numbers, mentions.text(3));
    count(tally.dates, mentions.text(4));
    count(tally.issuers, mentions.text(5));
    if (mentions.integer(6) != 0 && !is_short_form(mentions.text(9)))
      tally.names.insert(letters_and_digits(mentions.text(7)));
  }
  if (tally.work != 0) counts.store(tally);
}

// What only the archive itself says of a work that none of its documents cites.
void name_uncited_works(Database& database) {
  database.execute(
      "UPDATE works SET mentions = 0, documents = 0, dates = 0, types = 0, names = 0,"
      " number_key = d.number_key, type = d.type, number = d.number, date = d.date,"
      " issuer = d.issuer FROM documents d"
      " WHERE works.id IN (SELECT id FROM touched) AND d.work_id = works.id"
      " AND NOT EXISTS (SELECT 1 FROM citations WHERE work_id = works.id)");
}

}  // namespace

TouchedWorks::TouchedWorks(Database& database)
    : database_(with_table(database)),
      add_of_(database.prepare("INSERT OR IGNORE INTO touched"
                               " SELECT work_id FROM citations WHERE document_id = ?1 UNION"
                               " SELECT work_id FROM documents WHERE id = ?1"
                               " AND work_id IS NOT NULL")) {}

void TouchedWorks::add(std::int64_t work) {
  const auto at = static_cast<std::size_t>(work);
  if (at >= touched_.size()) touched_.resize(at + 1);
  touched_[at] = true;
}

void TouchedWorks::add_works_of(std::int64_t document) {
  add_of_.run(document);
  loses_ = true;
}

void TouchedWorks::list_touched() {
  Statement add = database_.prepare("INSERT OR IGNORE INTO touched VALUES (?)");
  for (std::size_t work = 0; work < touched_.size(); ++work) {
    if (touched_[work]) add.run(static_cast<std::int64_t>(work));
  }
}

void TouchedWorks::settle() {
  list_touched();
  if (loses_) drop_unused();
  count_units();
  count_works(database_);
  if (loses_) drop_unprinted();
  name_uncited_works(database_);
}

// Forms and subjects are told by their counts, which begin at 0 again.
void TouchedWorks::drop_unused() {
  for (const std::string table : {"forms", "subjects"})
    database_.execute("UPDATE " + table + " SET mentions = 0" + of_touched);
  database_.execute(
      "DELETE FROM works WHERE id IN (SELECT id FROM touched)"
      " AND NOT EXISTS (SELECT 1 FROM citations WHERE work_id = works.id)"
      " AND NOT EXISTS (SELECT 1 FROM documents WHERE work_id = works.id)");
  database_.execute(
      "DELETE FROM units WHERE NOT EXISTS (SELECT 1 FROM task_units WHERE unit_id = units.id)");
}

void TouchedWorks::drop_unprinted() {
  for (const std::string table : {"forms", "subjects"})
    database_.execute("DELETE FROM " + table + of_touched + " AND mentions = 0");
}

// Of all units, for a run that changes tasks changes most; without the tasks that hold no more.
void TouchedWorks::count_units() {
  database_.execute(
      "WITH every AS (SELECT unit_id, sum(role = 'lead') AS leads,"
      " sum(role = 'coordinating') AS coordinates FROM task_units GROUP BY unit_id),"
      " held AS (SELECT tu.unit_id, sum(tu.role = 'lead') AS leads,"
      " sum(tu.role = 'coordinating') AS coordinates FROM tasks t"
      " JOIN task_units tu ON tu.task_id = t.id WHERE t.document_id IN (SELECT document_id"
      " FROM standings WHERE standing IN ('replaced', 'repealed')) GROUP BY tu.unit_id)"
      " UPDATE units SET leads = n.leads, coordinates = n.coordinates FROM (SELECT e.unit_id,"
      " e.leads - coalesce(h.leads, 0) AS leads,"
      " e.coordinates - coalesce(h.coordinates, 0) AS coordinates"
      " FROM every e LEFT JOIN held h ON h.unit_id = e.unit_id) n WHERE n.unit_id = units.id"
      " AND (units.leads <> n.leads OR units.coordinates <> n.coordinates)");
}

}  // namespace trichyeu
