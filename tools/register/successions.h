// Names of places, bodies and levels that no longer hold, and what took their place: the dated
// table successions.tsv. What a document prints stays as printed; this says what it is called on a
// day.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/database/database.h"

namespace trichyeu {

struct Succession {
  std::string kind;       // province, unit, level
  std::string name;       // "Bộ Giao thông vận tải"
  std::string until;      // the first day on which the name no longer holds
  std::string successor;  // "Bộ Xây dựng"; empty where nothing took its place as a whole
};

[[nodiscard]] const std::vector<Succession>& successions();

// What became of a body or place of this name by `day`, the last step of several; the name may go
// on behind that of the table ("Sở Giao thông vận tải tỉnh A"). Nothing where the name still holds.
[[nodiscard]] std::optional<Succession> succession_of(std::string_view name, std::string_view day);

// The table in the register, written anew.
void store_successions(Database& database);

}  // namespace trichyeu
