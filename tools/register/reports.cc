// One function a report: its columns, and a row of each struct that the query returns.
#include "tools/register/reports.h"

#include <algorithm>
#include <array>
#include <optional>

#include "tools/register/audit_mentions.h"
#include "tools/register/audit_tasks.h"
#include "tools/register/audit_works.h"
#include "tools/register/search.h"
#include "tools/register/status_findings.h"

namespace trichyeu {
namespace {

constexpr auto text = ColumnKind::text;
constexpr auto number = ColumnKind::number;
constexpr auto word = ColumnKind::word;
constexpr auto quote = ColumnKind::quote;

std::string digits(std::int64_t value) { return std::to_string(value); }
std::string page_of(const Quote& place) {
  return place.page == 0 ? std::string{} : std::to_string(place.page);
}
std::string yes(bool value) { return value ? "yes" : ""; }

std::vector<std::string> cells_of(const CitedWork& work) {
  return {digits(work.documents),
          digits(work.mentions),
          work.type,
          work.number,
          work.date,
          work.issuer,
          work.form,
          yes(work.in_archive),
          work.key};
}

ReportTable table_of(std::string_view name, const Listing<CitedWork>& works) {
  ReportTable table{name,
                    {{"documents", number},
                     {"mentions", number},
                     {"type", text},
                     {"number", text},
                     {"date", text},
                     {"issuer", text},
                     {"form", quote},
                     {"inArchive", word},
                     {"key", text}},
                    {},
                    works.total};
  for (const CitedWork& work : works.rows) table.rows.push_back(cells_of(work));
  return table;
}

ReportTable works_report(Database& database, const ReportRequest& request) {
  return table_of("works", cited_works(database, request.filter));
}

ReportTable unresolved_report(Database& database, const ReportRequest& request) {
  return table_of("unresolved", unresolved_works(database, request.filter));
}

ReportTable groups_report(Database& database, const ReportRequest& request, std::string_view name,
                          Grouping grouping) {
  const Listing<WorkGroup> groups = work_groups(database, grouping, request.filter);
  ReportTable table{
      name, {{"name", text}, {"works", number}, {"mentions", number}}, {}, groups.total};
  for (const WorkGroup& group : groups.rows)
    table.rows.push_back({group.name, digits(group.works), digits(group.mentions)});
  return table;
}

ReportTable kinds_report(Database& database, const ReportRequest& request) {
  return groups_report(database, request, "kinds", Grouping::kind);
}
ReportTable issuers_report(Database& database, const ReportRequest& request) {
  return groups_report(database, request, "issuers", Grouping::issuer);
}
ReportTable years_report(Database& database, const ReportRequest& request) {
  return groups_report(database, request, "years", Grouping::year);
}

ReportTable table_of(std::string_view name, const Listing<WorkForm>& forms) {
  ReportTable table{
      name, {{"key", text}, {"mentions", number}, {"type", text}, {"form", text}}, {}, forms.total};
  for (const WorkForm& form : forms.rows)
    table.rows.push_back({form.work.key, digits(form.mentions), form.type, form.text});
  return table;
}

ReportTable forms_report(Database& database, const ReportRequest& request) {
  return table_of("forms", work_forms(database, request.filter));
}
ReportTable names_report(Database& database, const ReportRequest& request) {
  return table_of("names", double_names(database, request.filter));
}

ReportTable mentions_report(Database& database, const ReportRequest& request) {
  const Listing<Mention> mentions = mentions_of(database, request.works, request.filter);
  ReportTable table{"mentions",
                    {{"document", text},
                     {"page", number},
                     {"role", word},
                     {"form", text},
                     {"locator", text},
                     {"citingNumber", text},
                     {"citingDate", text},
                     {"standing", word},
                     {"line", quote},
                     {"key", text}},
                    {},
                    mentions.total};
  for (const Mention& row : mentions.rows) {
    table.rows.push_back({row.quote.document, page_of(row.quote), row.role, row.text, row.locator,
                          row.citing_number, row.citing_date, row.standing, row.quote.line,
                          row.work_key});
  }
  return table;
}

ReportTable conflicts_report(Database& database, const ReportRequest& request) {
  const Listing<Conflict> found = conflicts(database, request.filter);
  ReportTable table{"conflicts",
                    {{"group", number},
                     {"conflict", word},
                     {"type", text},
                     {"number", text},
                     {"date", text},
                     {"issuer", text},
                     {"documents", number},
                     {"mentions", number},
                     {"key", text}},
                    {},
                    found.total};
  for (const Conflict& row : found.rows) {
    table.rows.push_back({digits(row.group),
                          row.kind == Conflict::Kind::dates ? "dates" : "issuers", row.work.type,
                          row.work.number, row.date, row.work.issuer, digits(row.documents),
                          digits(row.mentions), row.work.key});
  }
  return table;
}

ReportTable dates_report(Database& database, const ReportRequest& request) {
  const Listing<Doubt> doubts = impossible_dates(database, request.language, request.filter);
  ReportTable table{
      "dates",
      {{"document", text}, {"page", number}, {"code", text}, {"says", text}, {"line", quote}},
      {},
      doubts.total};
  for (const Doubt& row : doubts.rows) {
    table.rows.push_back(
        {row.quote.document, page_of(row.quote), row.code, row.text, row.quote.line});
  }
  return table;
}

ReportTable repairs_report(Database& database, const ReportRequest& request) {
  const Listing<Repair> found = repairs(database, request.filter);
  ReportTable table{"repairs",
                    {{"document", text},
                     {"page", number},
                     {"recognised", word},
                     {"value", text},
                     {"repair", text},
                     {"rule", text},
                     {"line", quote}},
                    {},
                    found.total};
  for (const Repair& row : found.rows) {
    table.rows.push_back({row.quote.document, page_of(row.quote), yes(row.recognised), row.value,
                          row.repair, row.rule, row.quote.line});
  }
  return table;
}

ReportTable table_of(std::string_view name, const Listing<StatusFinding>& findings) {
  ReportTable table{name,
                    {{"finding", word},
                     {"number", text},
                     {"form", text},
                     {"says", text},
                     {"since", text},
                     {"citingNumber", text},
                     {"citingDate", text},
                     {"mentions", number},
                     {"document", text},
                     {"page", number},
                     {"statusLine", number},
                     {"line", quote},
                     {"key", text}},
                    {},
                    findings.total};
  for (const StatusFinding& row : findings.rows) {
    table.rows.push_back({std::string(name_of(row.finding)), row.number, row.cited, row.says,
                          row.since, row.citing_number, row.citing_date, digits(row.mentions),
                          row.quote.document, page_of(row.quote),
                          row.line == 0 ? std::string{} : std::to_string(row.line), row.quote.line,
                          row.work_key});
  }
  return table;
}

ReportTable status_report(Database& database, const ReportRequest& request) {
  if (request.status == nullptr) return table_of("status", Listing<StatusFinding>{});
  return table_of("status", status_findings(database, *request.status, request.filter).listing);
}

ReportTable replaced_report(Database& database, const ReportRequest& request) {
  return table_of("replaced", archive_findings(database, request.filter).listing);
}

ReportTable units_report(Database& database, const ReportRequest& request) {
  const Listing<UnitLoad> loads = unit_loads(database, request.day, request.filter);
  ReportTable table{"units",
                    {{"unit", text},
                     {"place", text},
                     {"leads", number},
                     {"coordinates", number},
                     {"today", text}},
                    {},
                    loads.total};
  for (const UnitLoad& row : loads.rows) {
    table.rows.push_back(
        {row.name, row.place, digits(row.leads), digits(row.coordinates), row.today});
  }
  return table;
}

ReportTable months_report(Database& database, const ReportRequest& request) {
  const Listing<MonthLoad> loads = month_loads(database, request.filter);
  ReportTable table{"months", {{"month", text}, {"deadlines", number}}, {}, loads.total};
  for (const MonthLoad& row : loads.rows) table.rows.push_back({row.month, digits(row.deadlines)});
  return table;
}

ReportTable table_of(std::string_view name, const Listing<OrderedTask>& tasks) {
  ReportTable table{name,
                    {{"group", number},
                     {"plan", text},
                     {"planDate", text},
                     {"path", text},
                     {"lead", text},
                     {"deadline", text},
                     {"end", text},
                     {"standing", word},
                     {"document", text},
                     {"page", number},
                     {"content", quote}},
                    {},
                    tasks.total};
  for (const OrderedTask& row : tasks.rows) {
    table.rows.push_back({row.group == 0 ? std::string{} : digits(row.group), row.plan,
                          row.plan_date, row.path, row.lead, row.deadline, row.end, row.standing,
                          row.quote.document, page_of(row.quote), row.quote.line});
  }
  return table;
}

ReportTable overdue_report(Database& database, const ReportRequest& request) {
  return table_of("overdue", overdue_tasks(database, request.day, request.filter));
}
ReportTable without_lead_report(Database& database, const ReportRequest& request) {
  return table_of("without-lead", tasks_without_lead(database, request.filter));
}
ReportTable without_deadline_report(Database& database, const ReportRequest& request) {
  return table_of("without-deadline", tasks_without_deadline(database, request.filter));
}
ReportTable repeated_report(Database& database, const ReportRequest& request) {
  return table_of("repeated", repeated_tasks(database, request.filter));
}

ReportTable superseded_report(Database& database, const ReportRequest& request) {
  const Listing<SupersededPlan> plans = superseded_plans(database, request.filter);
  ReportTable table{"superseded",
                    {{"plan", text},
                     {"planDate", text},
                     {"standing", word},
                     {"tasks", number},
                     {"by", text},
                     {"byDate", text},
                     {"file", text},
                     {"document", text},
                     {"page", number},
                     {"line", quote}},
                    {},
                    plans.total};
  for (const SupersededPlan& row : plans.rows) {
    table.rows.push_back({row.number, row.date, row.standing, digits(row.tasks), row.by,
                          row.by_date, row.document, row.quote.document, page_of(row.quote),
                          row.quote.line});
  }
  return table;
}

ReportTable search_report(Database& database, const ReportRequest& request) {
  const Listing<Found> found = search(database, request.words, request.filter);
  ReportTable table{"search",
                    {{"document", text},
                     {"page", number},
                     {"passage", word},
                     {"citingNumber", text},
                     {"citingDate", text},
                     {"line", quote}},
                    {},
                    found.total};
  for (const Found& row : found.rows) {
    table.rows.push_back(
        {row.quote.document, page_of(row.quote), row.kind, row.number, row.date, row.quote.line});
  }
  return table;
}

ReportTable overview_report(Database& database, const ReportRequest& request) {
  ReportTable table{"overview", {{"what", word}, {"count", number}}, {}, 0};
  table.total = database.number("SELECT count(*) FROM documents");
  for (const char* what : {"documents", "works", "citations", "tasks", "units", "deadlines"}) {
    table.rows.push_back(
        {what, digits(database.number(std::string("SELECT count(*) FROM ") + what))});
  }
  for (const auto& [finding, count] : finding_counts(database, request.day, request.status, {}))
    table.rows.push_back({std::string(finding), digits(count)});
  return table;
}

struct NamedReport {
  std::string_view name;
  ReportTable (*make)(Database&, const ReportRequest&);
};
constexpr std::array<NamedReport, 22> all_reports{{
    {"overview", overview_report},
    {"works", works_report},
    {"kinds", kinds_report},
    {"issuers", issuers_report},
    {"years", years_report},
    {"forms", forms_report},
    {"mentions", mentions_report},
    {"unresolved", unresolved_report},
    {"conflicts", conflicts_report},
    {"dates", dates_report},
    {"names", names_report},
    {"repairs", repairs_report},
    {"status", status_report},
    {"replaced", replaced_report},
    {"superseded", superseded_report},
    {"units", units_report},
    {"months", months_report},
    {"overdue", overdue_report},
    {"without-lead", without_lead_report},
    {"without-deadline", without_deadline_report},
    {"repeated", repeated_report},
    {"search", search_report},
}};

// What the register alone tells, and how it is counted without listing it.
using Count = std::int64_t (*)(Database&, const std::string& day);
struct CountedFinding {
  std::string_view name;
  Count count;
};

AuditFilter only_counts() {
  AuditFilter filter;
  filter.only_counts = true;
  return filter;
}

constexpr std::array<CountedFinding, 9> counted_findings{{
    {"unresolved",
     [](Database& database, const std::string&) {
       return unresolved_works(database, only_counts()).total;
     }},
    {"conflict", [](Database& database,
                    const std::string&) { return conflicts(database, only_counts()).total; }},
    {"impossible-date",
     [](Database& database, const std::string&) {
       return impossible_dates(database, "en", only_counts()).total;
     }},
    {"two-names", [](Database& database,
                     const std::string&) { return double_names(database, only_counts()).total; }},
    {"repair",
     [](Database& database, const std::string&) { return repairs(database, only_counts()).total; }},
    {"overdue",
     [](Database& database, const std::string& day) {
       return overdue_tasks(database, day, only_counts()).total;
     }},
    {"without-lead",
     [](Database& database, const std::string&) {
       return tasks_without_lead(database, only_counts()).total;
     }},
    {"without-deadline",
     [](Database& database, const std::string&) {
       return tasks_without_deadline(database, only_counts()).total;
     }},
    {"repeated", [](Database& database,
                    const std::string&) { return repeated_tasks(database, only_counts()).total; }},
}};

// The archive itself may say that a work was replaced; the others only a file says.
constexpr std::array<Finding, 6> compared_findings{Finding::replaced,      Finding::expired,
                                                   Finding::not_in_force,  Finding::date_differs,
                                                   Finding::title_differs, Finding::unknown};

}  // namespace

std::vector<std::string_view> report_names() {
  std::vector<std::string_view> names;
  for (const NamedReport& row : all_reports) names.push_back(row.name);
  return names;
}

bool needs_status(std::string_view report) { return report == "status"; }

ReportTable report(Database& database, const ReportRequest& request) {
  const auto* const row =
      std::find_if(all_reports.begin(), all_reports.end(),
                   [&](const NamedReport& known) { return known.name == request.report; });
  return row == all_reports.end() ? ReportTable{} : row->make(database, request);
}

std::vector<FindingCount> finding_counts(Database& database, const std::string& day,
                                         const StatusFile* status,
                                         const std::vector<std::string>& wanted) {
  const auto is_wanted = [&](std::string_view name) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), name) != wanted.end();
  };
  std::vector<FindingCount> counts;
  std::optional<StatusFindings> found;
  for (const Finding finding : compared_findings) {
    if (!is_wanted(name_of(finding)) || (status == nullptr && finding != Finding::replaced))
      continue;
    if (!found)
      found = status == nullptr ? archive_findings(database, only_counts())
                                : status_findings(database, *status, only_counts());
    counts.emplace_back(name_of(finding), found->counts[static_cast<std::size_t>(finding)]);
  }
  for (const CountedFinding& finding : counted_findings) {
    if (is_wanted(finding.name)) counts.emplace_back(finding.name, finding.count(database, day));
  }
  return counts;
}

std::vector<std::string_view> finding_names() {
  std::vector<std::string_view> names;
  for (const Finding finding : compared_findings) names.push_back(name_of(finding));
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
