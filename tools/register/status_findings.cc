// Works are compared one by one; only those of which the file says something are looked up mention
// by mention.
#include "tools/register/status_findings.h"

#include <algorithm>
#include <array>

#include "tools/register/subject.h"
#include "tools/register/text_keys.h"
#include "tools/register/work_name.h"

namespace trichyeu {
namespace {

constexpr std::array<std::string_view, 6> finding_names{
    "replaced", "expired", "not-in-force", "date-differs", "title-differs", "unknown"};
constexpr std::size_t whole_date = 10;

struct Work {
  std::int64_t id = 0;
  std::string key;
  std::string kind;
  std::string number;
  std::string number_key;
  std::string date;
  std::string issuer;
  std::string issuer_key;
  std::int64_t mentions = 0;
};

// As a mention stands in a document.
struct Citing {
  std::string form;
  std::string number;
  std::string date;
  std::string cited_date;
  Quote quote;
};

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

class Findings {
 public:
  Findings(Database& database, const AuditFilter& filter)
      : database_(database),
        filter_(filter),
        citing_(database.prepare(
            "SELECT f.text, d.number, d.date, coalesce(c.date, c.resolved_date), d.name, c.page,"
            " p.text, c.from_point - p.from_point, c.to_point - p.from_point FROM citations c"
            " JOIN forms f ON f.id = c.form_id JOIN documents d ON d.id = c.document_id"
            " JOIN passages p ON p.id = c.passage_id WHERE c.work_id = ?1 ORDER BY c.id")) {
    found_.counts.resize(finding_names.size());
  }

  void add_from_archive() {
    Statement rows = database_.prepare(
        "SELECT DISTINCT w.id, w.key, w.number, coalesce(a.number, d.number), coalesce(a.date, "
        "d.date),"
        " d.name FROM relations r JOIN works w ON w.id = r.work_id"
        " JOIN documents d ON d.id = r.document_id LEFT JOIN works a ON a.id = r.acting_work_id"
        " WHERE r.partly = 0 AND r.role IN ('replaces', 'repeals')");
    while (rows.step()) {
      const std::string by = rows.text(3);
      const std::string since = rows.text(4);
      if (since.size() != whole_date) continue;
      const std::string sayer = rows.text(5);
      for (const Citing& citing : citings(rows.integer(0))) {
        if (citing.date <= since || citing.quote.document == sayer) continue;
        add(Finding::replaced, {Finding::replaced, rows.text(1), rows.text(2), citing.form, by,
                                since, 0, citing.number, citing.date, 1, citing.quote});
      }
    }
  }

  void add_from(const StatusFile& file) {
    Statement rows = database_.prepare(
        "SELECT id, key, kind, number, number_key, date, issuer, issuer_key, mentions FROM works"
        " WHERE mentions > 0 AND number_key IS NOT NULL ORDER BY mentions DESC, key");
    while (rows.step()) {
      compare({rows.integer(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4),
               rows.text(5), rows.text(6), rows.text(7), rows.integer(8)},
              file);
    }
  }

  StatusFindings finish() {
    for (const std::int64_t count : found_.counts) found_.listing.total += count;
    std::stable_sort(found_.listing.rows.begin(), found_.listing.rows.end(),
                     [](const auto& a, const auto& b) { return a.finding < b.finding; });
    return std::move(found_);
  }

 private:
  std::vector<Citing> citings(std::int64_t work) {
    std::vector<Citing> all;
    citing_.with(work);
    while (citing_.step()) {
      all.push_back({citing_.text(0),
                     citing_.text(1),
                     citing_.text(2),
                     citing_.text(3),
                     {citing_.text(4), static_cast<int>(citing_.integer(5)), citing_.text(6),
                      static_cast<std::size_t>(citing_.integer(7)),
                      static_cast<std::size_t>(citing_.integer(8))}});
    }
    return all;
  }

  void compare(const Work& work, const StatusFile& file) {
    const std::vector<const StatusRow*> rows = file.rows_of(work.number_key);
    const StatusRow* match = nullptr;
    for (const StatusRow* row : rows) {
      if (match == nullptr && may_be(work, *row)) match = row;
    }
    if (match != nullptr) {
      for (const Citing& citing : citings(work.id)) judge(work, *match, citing);
    } else if (rows.empty()) {
      add_unknown(work);
    }
  }

  void add_unknown(const Work& work) {
    StatusFinding finding{Finding::unknown, work.key, work.number, work.number, {}, {}, 0, {}, {},
                          work.mentions,    {}};
    add(Finding::unknown, std::move(finding));
  }

  void judge(const Work& work, const StatusRow& row, const Citing& citing) {
    const auto found = [&](Finding finding, const std::string& says, const std::string& since) {
      add(finding, {finding, work.key, work.number, citing.form, says, since, row.line,
                    citing.number, citing.date, 1, citing.quote});
    };
    const bool ended = row.expires.empty() || citing.date.empty() || citing.date >= row.expires;
    if (row.status == LegalStatus::replaced && ended)
      found(Finding::replaced, row.replaced_by.empty() ? row.status_text : row.replaced_by,
            row.expires);
    if (row.status == LegalStatus::expired && ended)
      found(Finding::expired, row.status_text, row.expires);
    const bool early =
        !row.effective.empty() && citing.date.size() == whole_date && citing.date < row.effective;
    const bool never_yet = row.status == LegalStatus::not_yet && row.effective.empty();
    if (early || never_yet) found(Finding::not_in_force, row.status_text, row.effective);
    if (!row.issued.empty() && !citing.cited_date.empty() &&
        row.issued.compare(0, citing.cited_date.size(), citing.cited_date) != 0)
      found(Finding::date_differs, row.issued, {});
    const std::string subject = subject_of(citing.form, citing.quote.line, citing.quote.to_point);
    if (!subject.empty() && !row.title.empty() && differs_from_title(subject, row.title))
      found(Finding::title_differs, row.title, {});
  }

  void add(Finding kind, StatusFinding finding) {
    std::int64_t& count = found_.counts[static_cast<std::size_t>(kind)];
    ++count;
    // Of each kind as many as are shown, so that one kind does not hide the others.
    if (filter_.limit == 0 || static_cast<std::size_t>(count) <= filter_.limit)
      found_.listing.rows.push_back(std::move(finding));
  }

  Database& database_;
  const AuditFilter& filter_;
  Statement citing_;
  StatusFindings found_;
};

}  // namespace

std::string_view name_of(Finding finding) {
  return finding_names[static_cast<std::size_t>(finding)];
}

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
