// Audits of what is cited.
#pragma once

#include "tools/register/audit.h"

namespace trichyeu {

struct CitedWork {
  std::int64_t id = 0;
  std::string key;
  std::string type;
  std::string number;
  std::string date;
  std::string issuer;
  std::string form;  // the wording that most mentions have
  bool resolved = false;
  bool in_archive = false;  // the register holds its own output
  std::int64_t documents = 0;
  std::int64_t mentions = 0;
};

// Most cited first: by citing documents, then by mentions.
[[nodiscard]] Listing<CitedWork> cited_works(Database& database, const AuditFilter& filter);
// Those whose number, date, type or issuer no mention says.
[[nodiscard]] Listing<CitedWork> unresolved_works(Database& database, const AuditFilter& filter);
// The works of a number, "30/2020/NĐ-CP"; of its beginning, "30/2020", where none has it; or of a
// key.
[[nodiscard]] std::vector<CitedWork> works_of_number(Database& database, const std::string& number);

struct WorkGroup {
  std::string name;
  std::int64_t works = 0;
  std::int64_t mentions = 0;
};
enum class Grouping { kind, issuer, year };
// Most mentions first.
[[nodiscard]] Listing<WorkGroup> work_groups(Database& database, Grouping grouping,
                                             const AuditFilter& filter);

// A wording in which a work is cited.
struct WorkForm {
  CitedWork work;
  std::string text;
  std::string type;
  std::int64_t mentions = 0;
};
// Of the works that cited_works lists; the most frequent first.
[[nodiscard]] Listing<WorkForm> work_forms(Database& database, const AuditFilter& filter);
// Of works that are cited under two types ("Quyết định", "Quy định") or two names.
[[nodiscard]] Listing<WorkForm> double_names(Database& database, const AuditFilter& filter);

// Works that cannot all be right, side by side.
struct Conflict {
  enum class Kind {
    dates,    // one number of one issuer and year, several dates
    issuers,  // one number and date, several issuers
  };
  Kind kind = Kind::dates;
  std::int64_t group = 0;  // from 1; equal for works that contradict each other
  CitedWork work;
  std::string date;  // that these mentions print
  std::int64_t documents = 0;
  std::int64_t mentions = 0;
};
// `total` counts groups.
[[nodiscard]] Listing<Conflict> conflicts(Database& database, const AuditFilter& filter);

}  // namespace trichyeu
