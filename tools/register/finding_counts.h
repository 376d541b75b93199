// How many findings of each kind a register holds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tools/database/database.h"
#include "tools/register/status_file.h"

namespace trichyeu {

// What a check may fail on, with how many there are: "conflict" 3. With a status file its findings
// too. `wanted` names those that are counted; empty: all.
using FindingCount = std::pair<std::string_view, std::int64_t>;
[[nodiscard]] std::vector<FindingCount> finding_counts(Database& database, const std::string& day,
                                                       const StatusFile* status,
                                                       const std::vector<std::string>& wanted);
// Keeps those counts in the register that depend on no day and no file: after its rows have
// changed.
void store_finding_counts(Database& database);
// Their names; of these, those that only a status file tells.
[[nodiscard]] std::vector<std::string_view> finding_names();
[[nodiscard]] std::vector<std::string_view> findings_of_file();

}  // namespace trichyeu
