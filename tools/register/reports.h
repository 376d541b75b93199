// Audits by name, as tables.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tools/register/audit.h"
#include "tools/register/report_table.h"
#include "tools/register/status_file.h"

namespace trichyeu {

struct ReportRequest {
  std::string report;               // of report_names()
  std::string language = "vi";      // of what diagnostics say
  std::string day;                  // of the audit, ISO 8601
  std::string words;                // of a search
  std::vector<std::int64_t> works;  // whose mentions are wanted
  const StatusFile* status = nullptr;
  AuditFilter filter;
};

// "overview", "works", …, in the order of the manual.
[[nodiscard]] std::vector<std::string_view> report_names();
// Whether one of them cannot be made without a status file.
[[nodiscard]] bool needs_status(std::string_view report);

[[nodiscard]] ReportTable report(Database& database, const ReportRequest& request);

// What a check may fail on, with how many there are: "conflict" 3. With a status file its findings
// too. `wanted` names those that are counted; empty: all.
using FindingCount = std::pair<std::string_view, std::int64_t>;
[[nodiscard]] std::vector<FindingCount> finding_counts(Database& database, const std::string& day,
                                                       const StatusFile* status,
                                                       const std::vector<std::string>& wanted);
// Their names; of these, those that only a status file tells.
[[nodiscard]] std::vector<std::string_view> finding_names();
[[nodiscard]] std::vector<std::string_view> findings_of_file();

}  // namespace trichyeu
