// Works are compared one by one; mentions are looked at only of works of which the file says
// something, and lines only where they are shown.
#include "tools/register/status_findings.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "tools/register/subject.h"
#include "tools/register/text_keys.h"
#include "tools/register/work_name.h"

namespace trichyeu {
namespace {

constexpr std::array<std::string_view, 7> names{"replaced",     "expired",      "partly-expired",
                                                "not-in-force", "date-differs", "title-differs",
                                                "unknown"};

struct Work {
  std::int64_t id = 0;
  std::int64_t mentions = 0;
  std::string key;
  std::string kind;
  std::string number;
  std::string date;
  std::string issuer;
  std::string issuer_key;
};

// Of columns in this order, the number's key between the first two and the others.
Work work_in(const Statement& row) {
  return {row.integer(0), row.integer(1), row.text(3), row.text(4),
          row.text(5),    row.text(6),    row.text(7), row.text(8)};
}

std::string slug(const std::string& type) {
  std::string key = search_key(type);
  std::replace(key.begin(), key.end(), ' ', '-');
  return key;
}

bool is_same_issuer(const std::string& a, const std::string& b) {
  const std::string left = letters_and_digits(a);
  const std::string right = letters_and_digits(b);
  return left.find(right) != std::string::npos || right.find(left) != std::string::npos;
}

bool has_year(const Work& work) { return !year_in_number(work.number).empty(); }

// A number without year is given out anew every year, so its date must be the row's; a body of a
// province shares its numbers with those of all others, so its issuer must be.
bool may_be(const Work& work, const StatusRow& row) {
  if (!row.type.empty() && slug(row.type) != work.kind) return false;
  const bool is_local = work.issuer_key.find('@') != std::string::npos;
  if (is_local && (row.issuer.empty() || !is_same_issuer(row.issuer, work.issuer))) return false;
  return has_year(work) || (!row.issued.empty() && row.issued == work.date);
}

// What the file says of one day: a document that cites the work on or after it, or before it.
struct DayRule {
  Finding finding = Finding::expired;
  std::string says;
  std::string day;      // empty: all documents, whenever they cite
  bool before = false;  // those dated before the day; else on it or later
};

std::vector<DayRule> rules_of(const StatusRow& row) {
  std::vector<DayRule> rules;
  if (row.status == LegalStatus::replaced) {
    const std::string& by = row.replaced_by.empty() ? row.status_text : row.replaced_by;
    rules.push_back({Finding::replaced, by, row.expires, false});
  }
  if (row.status == LegalStatus::expired)
    rules.push_back({Finding::expired, row.status_text, row.expires, false});
  if (row.status == LegalStatus::partly_expired)
    rules.push_back({Finding::partly_expired, row.status_text, row.expires, false});
  if (!row.effective.empty())
    rules.push_back({Finding::not_in_force, row.status_text, row.effective, true});
  if (row.status == LegalStatus::not_yet && row.effective.empty())
    rules.push_back({Finding::not_in_force, row.status_text, {}, false});
  return rules;
}

class Findings {
 public:
  Findings(Database& database, const AuditFilter& filter)
      : filter_(filter),
        database_(database),
        dated_(
            database.prepare("SELECT c.id FROM citations c JOIN documents d ON d.id = c.document_id"
                             " WHERE c.work_id = ?1 AND c.role NOT IN ('replaces', 'repeals') AND "
                             "CASE WHEN ?2 = '' THEN 1 WHEN ?3 THEN d.date < ?2"
                             " AND length(d.date) = 10 ELSE d.date IS NULL OR d.date >= ?2 END")),
        otherwise_dated_(database.prepare(
            "SELECT id FROM citations WHERE work_id = ?1 AND coalesce(date, resolved_date) IS NOT"
            " NULL AND substr(?2, 1, length(coalesce(date, resolved_date))) <>"
            " coalesce(date, resolved_date)")),
        subjects_(database.prepare("SELECT id, text FROM subjects WHERE work_id = ?1")),
        of_subject_(
            database.prepare("SELECT id FROM citations WHERE work_id = ?1 AND subject_id = ?2")),
        quote_(database.prepare(
            "SELECT f.text, d.number, d.date, d.name, c.page, p.text, c.from_point - p.from_point,"
            " c.to_point - p.from_point FROM citations c JOIN forms f ON f.id = c.form_id"
            " JOIN documents d ON d.id = c.document_id JOIN passages p ON p.id = c.passage_id"
            " WHERE c.id = ?1")) {
    found_.counts.resize(names.size());
  }

  // Of several documents that replace a work the first.
  void add_from_archive() {
    Statement rows = database_.prepare(
        "WITH gone AS (SELECT r.work_id, min(coalesce(a.date, d.date)) AS since,"
        " coalesce(a.number, d.number) AS by_number FROM relations r"
        " JOIN documents d ON d.id = r.document_id LEFT JOIN works a ON a.id = r.acting_work_id"
        " WHERE r.partly = 0 AND r.role IN ('replaces', 'repeals')"
        " AND length(coalesce(a.date, d.date)) = 10 GROUP BY r.work_id)"
        " SELECT c.id, w.key, w.number, gone.by_number, gone.since FROM gone"
        " JOIN works w ON w.id = gone.work_id JOIN citations c ON c.work_id = gone.work_id"
        " JOIN documents d ON d.id = c.document_id"
        " WHERE d.date > gone.since AND c.role NOT IN ('replaces', 'repeals')");
    while (rows.step()) {
      if (!counted(Finding::replaced)) continue;
      show(rows.integer(0), {Finding::replaced,
                             rows.text(1),
                             rows.text(2),
                             {},
                             rows.text(3),
                             rows.text(4),
                             0,
                             {},
                             {},
                             1,
                             {}});
    }
  }

  void add_from(const StatusFile& file) {
    Statement rows = database_.prepare(
        "SELECT id, mentions, number_key, key, kind, number, date, issuer, issuer_key FROM works"
        " WHERE mentions > 0 AND number_key IS NOT NULL");
    while (rows.step()) compare(rows, file);
    std::sort(listed_.begin(), listed_.end(), is_cited_more);
    for (const Cited& cited : listed_) judge(cited, *cited.row);
    keep_most_cited();
    for (const Cited& cited : unlisted_) add_unknown(cited);
  }

  StatusFindings finish() {
    for (const std::int64_t count : found_.counts) found_.listing.total += count;
    std::stable_sort(found_.listing.rows.begin(), found_.listing.rows.end(),
                     [](const auto& a, const auto& b) { return a.finding < b.finding; });
    return std::move(found_);
  }

 private:
  // A work that the file has a row of, or one whose number it does not know.
  struct Cited {
    std::int64_t id = 0;
    std::string key;
    std::string number;
    std::int64_t mentions = 0;
    const StatusRow* row = nullptr;
  };

  static bool is_cited_more(const Cited& a, const Cited& b) {
    return a.mentions != b.mentions ? a.mentions > b.mentions : a.key < b.key;
  }

  void compare(const Statement& row, const StatusFile& file) {
    const std::vector<const StatusRow*> rows = file.rows_of(row.text(2));
    if (rows.empty()) {
      note_unlisted(row);
      return;
    }
    const Work work = work_in(row);
    const auto match = std::find_if(rows.begin(), rows.end(),
                                    [&](const StatusRow* listed) { return may_be(work, *listed); });
    if (match != rows.end())
      listed_.push_back({work.id, work.key, work.number, work.mentions, *match});
  }

  // An archive cites many works that a file does not know: all are counted, and those kept that are
  // cited as often as the last that will be shown.
  void note_unlisted(const Statement& row) {
    const bool is_shown = counted(Finding::unknown);
    const std::int64_t mentions = row.integer(1);
    if (filter_.only_counts || (!is_shown && mentions < fewest_mentions_)) return;
    unlisted_.push_back({row.integer(0), row.text(3), row.text(5), mentions, nullptr});
    if (filter_.limit > 0 && unlisted_.size() >= 2 * filter_.limit) keep_most_cited();
  }

  void keep_most_cited() {
    std::sort(unlisted_.begin(), unlisted_.end(), is_cited_more);
    if (filter_.limit == 0 || unlisted_.size() < filter_.limit) return;
    unlisted_.resize(filter_.limit);
    fewest_mentions_ = unlisted_.back().mentions;
  }

  void add_unknown(const Cited& work) {
    found_.listing.rows.push_back({Finding::unknown,
                                   work.key,
                                   work.number,
                                   work.number,
                                   {},
                                   {},
                                   0,
                                   {},
                                   {},
                                   work.mentions,
                                   {}});
  }

  void judge(const Cited& work, const StatusRow& row) {
    for (const DayRule& rule : rules_of(row)) {
      dated_.with(work.id, rule.day, rule.before ? 1 : 0);
      add_all(
          dated_,
          {rule.finding, work.key, work.number, {}, rule.says, rule.day, row.line, {}, {}, 1, {}});
    }
    if (!row.issued.empty()) {
      otherwise_dated_.with(work.id, row.issued);
      add_all(otherwise_dated_, {Finding::date_differs,
                                 work.key,
                                 work.number,
                                 {},
                                 row.issued,
                                 {},
                                 row.line,
                                 {},
                                 {},
                                 1,
                                 {}});
    }
    if (!row.title.empty()) judge_title(work, row);
  }

  void judge_title(const Cited& work, const StatusRow& row) {
    subjects_.with(work.id);
    while (subjects_.step()) {
      if (!differs_from_title(subjects_.text(1), row.title)) continue;
      of_subject_.with(work.id, subjects_.integer(0));
      add_all(of_subject_, {Finding::title_differs,
                            work.key,
                            work.number,
                            {},
                            row.title,
                            {},
                            row.line,
                            {},
                            {},
                            1,
                            {}});
    }
  }

  // A finding for each citation that the statement names.
  void add_all(Statement& citations, const StatusFinding& finding) {
    while (citations.step()) {
      if (counted(finding.finding)) show(citations.integer(0), finding);
    }
  }

  // Counts one more, and says whether it is to be shown: of each kind as many as are asked for, so
  // that one kind does not hide the others.
  bool counted(Finding finding) {
    std::int64_t& count = found_.counts[static_cast<std::size_t>(finding)];
    return has_room(filter_, static_cast<std::size_t>(count++));
  }

  void show(std::int64_t citation, StatusFinding finding) {
    if (!quote_.with(citation).step()) return;
    finding.cited = quote_.text(0);
    finding.citing_number = quote_.text(1);
    finding.citing_date = quote_.text(2);
    finding.quote = {quote_.text(3), static_cast<int>(quote_.integer(4)), quote_.text(5),
                     static_cast<std::size_t>(quote_.integer(6)),
                     static_cast<std::size_t>(quote_.integer(7))};
    found_.listing.rows.push_back(std::move(finding));
  }

  const AuditFilter& filter_;
  Database& database_;
  Statement dated_;
  Statement otherwise_dated_;
  Statement subjects_;
  Statement of_subject_;
  Statement quote_;
  std::vector<Cited> listed_;
  std::vector<Cited> unlisted_;
  std::int64_t fewest_mentions_ = 0;  // of works that are still kept
  StatusFindings found_;
};

}  // namespace

std::string_view name_of(Finding finding) { return names[static_cast<std::size_t>(finding)]; }

StatusFindings status_findings(Database& database, const StatusFile& file,
                               const AuditFilter& filter) {
  Findings findings(database, filter);
  findings.add_from_archive();
  findings.add_from(file);
  return findings.finish();
}

StatusFindings archive_findings(Database& database, const AuditFilter& filter) {
  Findings findings(database, filter);
  findings.add_from_archive();
  return findings.finish();
}

}  // namespace trichyeu
