// Audits of what is ordered. Whether a task was done the register cannot know.
#pragma once

#include <string>

#include "tools/register/audit.h"

namespace trichyeu {

struct UnitLoad {
  std::string name;
  std::string place;  // what parts it from bodies of the same name elsewhere
  std::string today;  // its successor by the day of the audit; empty where the name holds, "—"
                      // where nothing took its place as a whole
  std::int64_t leads = 0;
  std::int64_t coordinates = 0;
};
// Those that lead most first.
[[nodiscard]] Listing<UnitLoad> unit_loads(Database& database, const std::string& day,
                                           const AuditFilter& filter);

struct MonthLoad {
  std::string month;  // "2024-06"
  std::int64_t deadlines = 0;
};
// Deadlines by the month in which they end; recurring ones have no such month.
[[nodiscard]] Listing<MonthLoad> month_loads(Database& database, const AuditFilter& filter);

struct OrderedTask {
  std::string path;      // "II.1.a"
  std::string lead;      // units, parted by "; "
  std::string deadline;  // as printed
  std::string end;       // its day
  std::string plan;      // the document's number
  std::string plan_date;
  std::string standing;  // of the plan: empty, amended; see SupersededPlan
  std::int64_t group = 0;
  Quote quote;  // the content
};
// Whose day lies before `day`, the last first. Tasks of plans that were replaced or repealed are
// left out here and in the next two.
[[nodiscard]] Listing<OrderedTask> overdue_tasks(Database& database, const std::string& day,
                                                 const AuditFilter& filter);
[[nodiscard]] Listing<OrderedTask> tasks_without_lead(Database& database,
                                                      const AuditFilter& filter);
[[nodiscard]] Listing<OrderedTask> tasks_without_deadline(Database& database,
                                                          const AuditFilter& filter);
// The same work set twice or more; `group` is equal for equal work, `total` counts groups.
[[nodiscard]] Listing<OrderedTask> repeated_tasks(Database& database, const AuditFilter& filter);

// A plan of the archive that a later document amends, replaces or repeals.
struct SupersededPlan {
  std::string document;
  std::string number;
  std::string date;
  std::string standing;  // amended, replaced, repealed
  std::int64_t tasks = 0;
  std::string by;  // the later document's number
  std::string by_date;
  Quote quote;  // where it says so
};
[[nodiscard]] Listing<SupersededPlan> superseded_plans(Database& database,
                                                       const AuditFilter& filter);

}  // namespace trichyeu
