// Audits that quote: where something is cited, in doubt, or was mended.
#pragma once

#include "tools/register/audit.h"

namespace trichyeu {

struct Mention {
  std::string work_key;
  std::string role;
  std::string text;
  std::string locator;        // "khoản 2 Điều 5"
  std::string citing_number;  // of the citing document
  std::string citing_date;
  std::string standing;  // of the citing document: empty, amended, replaced, repealed
  Quote quote;
};
// Everything that cites the works, by document and place.
[[nodiscard]] Listing<Mention> mentions_of(Database& database,
                                           const std::vector<std::int64_t>& works,
                                           const AuditFilter& filter);

struct Doubt {
  std::string code;  // of models/diagnostics.tsv
  std::string text;  // in the language that was asked for
  Quote quote;
};
// Dates that do not exist, that lie after the citing document's, or of another year than the
// number.
[[nodiscard]] Listing<Doubt> impossible_dates(Database& database, const std::string& language,
                                              const AuditFilter& filter);

struct Repair {
  std::string value;
  std::string repair;  // what was read, and why it was changed
  std::string rule;
  bool recognised = false;  // the page was read by OCR
  Quote quote;
};
// Those of recognised pages first.
[[nodiscard]] Listing<Repair> repairs(Database& database, const AuditFilter& filter);

}  // namespace trichyeu
