// The archive's citations held against a status file, and against what the archive itself says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/register/audit.h"
#include "tools/register/status_file.h"

namespace trichyeu {

enum class Finding {
  replaced,        // another document had taken its place
  expired,         // it was no longer in force; where the file gives no day, it is not now
  partly_expired,  // a part of it was no longer in force
  not_in_force,    // it was not yet in force
  date_differs,    // it is dated otherwise in the file
  title_differs,
  unknown,  // its number is not in the file; one row a work
};
[[nodiscard]] std::string_view name_of(Finding finding);  // "not-in-force"

struct StatusFinding {
  Finding finding = Finding::unknown;
  std::string work_key;
  std::string number;
  std::string cited;  // as the mention prints it
  std::string says;   // the file's own words: status, date or title; the later document's number
  std::string since;  // the day that counts, where there is one
  int line = 0;       // of the status file; 0 where the archive says so
  std::string citing_number;
  std::string citing_date;
  std::int64_t mentions = 1;  // of an unknown work all
  Quote quote;
};

// `total` counts all findings, and `counts` those of each kind, in their order.
struct StatusFindings {
  Listing<StatusFinding> listing;
  std::vector<std::int64_t> counts;
};

// Against the file, and what the archive says of replacements.
[[nodiscard]] StatusFindings status_findings(Database& database, const StatusFile& file,
                                             const AuditFilter& filter);
// What the archive says alone: cited though a document of the archive had replaced or repealed it.
[[nodiscard]] StatusFindings archive_findings(Database& database, const AuditFilter& filter);

}  // namespace trichyeu
