#include "tools/register/finding_counts.h"

#include <algorithm>
#include <array>
#include <optional>

#include "tools/register/audit_mentions.h"
#include "tools/register/audit_tasks.h"
#include "tools/register/audit_works.h"
#include "tools/register/status_findings.h"

namespace trichyeu {
namespace {

AuditFilter only_counts() {
  AuditFilter filter;
  filter.only_counts = true;
  return filter;
}

// What the register alone tells, and how it is counted without listing it.
struct CountedFinding {
  std::string_view name;
  std::int64_t (*count)(Database&);
};
constexpr std::array<CountedFinding, 8> counted_findings{{
    {"unresolved",
     [](Database& database) { return unresolved_works(database, only_counts()).total; }},
    {"conflict", [](Database& database) { return conflicts(database, only_counts()).total; }},
    {"impossible-date",
     [](Database& database) { return impossible_dates(database, "en", only_counts()).total; }},
    {"two-names", [](Database& database) { return double_names(database, only_counts()).total; }},
    {"repair", [](Database& database) { return repairs(database, only_counts()).total; }},
    {"without-lead",
     [](Database& database) { return tasks_without_lead(database, only_counts()).total; }},
    {"without-deadline",
     [](Database& database) { return tasks_without_deadline(database, only_counts()).total; }},
    {"repeated", [](Database& database) { return repeated_tasks(database, only_counts()).total; }},
}};
constexpr std::string_view overdue_finding = "overdue";

// The archive itself may say that a work was replaced; the others only a file says.
constexpr std::array<Finding, 7> compared_findings{
    Finding::replaced,     Finding::expired,       Finding::partly_expired, Finding::not_in_force,
    Finding::date_differs, Finding::title_differs, Finding::unknown};

// 0 in an empty register, where nothing was counted.
std::int64_t stored_count(Database& database, std::string_view finding) {
  Statement stored = database.prepare("SELECT count FROM finding_counts WHERE finding = ?");
  return stored.with(finding).step() ? stored.integer(0) : 0;
}

}  // namespace

std::vector<FindingCount> finding_counts(Database& database, const std::string& day,
                                         const StatusFile* status,
                                         const std::vector<std::string>& wanted) {
  const auto is_wanted = [&](std::string_view name) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), name) != wanted.end();
  };
  std::vector<FindingCount> counts;
  std::optional<StatusFindings> found;
  for (const Finding finding : compared_findings) {
    if (!is_wanted(name_of(finding))) continue;
    if (status != nullptr) {
      if (!found) found = status_findings(database, *status, only_counts());
      counts.emplace_back(name_of(finding), found->counts[static_cast<std::size_t>(finding)]);
    } else if (finding == Finding::replaced) {
      counts.emplace_back(name_of(finding), stored_count(database, name_of(finding)));
    }
  }
  if (is_wanted(overdue_finding))
    counts.emplace_back(overdue_finding, overdue_tasks(database, day, only_counts()).total);
  for (const CountedFinding& finding : counted_findings) {
    if (is_wanted(finding.name))
      counts.emplace_back(finding.name, stored_count(database, finding.name));
  }
  return counts;
}

void store_finding_counts(Database& database) {
  Statement store = database.prepare("INSERT OR REPLACE INTO finding_counts VALUES (?, ?)");
  for (const CountedFinding& finding : counted_findings)
    store.run(finding.name, finding.count(database));
  store.run(name_of(Finding::replaced), archive_findings(database, only_counts()).listing.total);
}

std::vector<std::string_view> finding_names() {
  std::vector<std::string_view> names;
  for (const Finding finding : compared_findings) names.push_back(name_of(finding));
  names.push_back(overdue_finding);
  for (const CountedFinding& finding : counted_findings) names.push_back(finding.name);
  return names;
}

std::vector<std::string_view> findings_of_file() {
  std::vector<std::string_view> names;
  for (const Finding finding : compared_findings) {
    if (finding != Finding::replaced) names.push_back(name_of(finding));
  }
  return names;
}

}  // namespace trichyeu
