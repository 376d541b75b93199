#include "tools/register/relations.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace trichyeu {
namespace {

constexpr std::array<std::string_view, 4> changing_roles{"amends", "replaces", "repeals",
                                                         "corrects"};

bool changes(const Citation& citation) {
  return std::find(changing_roles.begin(), changing_roles.end(), citation.role) !=
         changing_roles.end();
}

// Both stand in one clause: the words between them end none.
bool is_one_clause(const Citation& before, const Citation& after, std::string_view text) {
  const std::size_t from = before.value.place.bytes.to_byte;
  const std::size_t to = after.value.place.bytes.from_byte;
  if (before.value.place.block != after.value.place.block || from > to) return false;
  const std::string_view gap = ByteSpan{from, to}.of(text);
  return gap.find(';') == std::string_view::npos && gap.find(". ") == std::string_view::npos;
}

}  // namespace

std::vector<RelationRow> relations_in(const Plan& plan) {
  std::vector<RelationRow> relations;
  for (std::size_t at = 0; at < plan.citations.size(); ++at) {
    const Citation& citation = plan.citations[at];
    if (!changes(citation)) continue;
    RelationRow row{at, citation.role, {}, !citation.locator.empty()};
    if (at > 0 && is_one_clause(plan.citations[at - 1], citation, plan.body.text)) {
      // Of a list the members share what acts on them.
      const bool is_listed = !relations.empty() && relations.back().citation == at - 1 &&
                             relations.back().role == citation.role;
      row.acting_citation = is_listed ? relations.back().acting_citation : at - 1;
    }
    relations.push_back(std::move(row));
  }
  return relations;
}

}  // namespace trichyeu
