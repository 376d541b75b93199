#include "tools/register/relations.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace trichyeu {
namespace {

constexpr std::array<std::string_view, 4> changing_roles{"amends", "replaces", "repeals",
                                                         "corrects"};

bool changes(const Citation& citation) {
  return std::find(changing_roles.begin(), changing_roles.end(), citation.role) !=
         changing_roles.end();
}

// What stands between the two, where no clause ends there.
std::optional<std::string_view> gap_in_clause(const Citation& before, const Citation& after,
                                              std::string_view text) {
  const std::size_t from = before.value.place.bytes.to_byte;
  const std::size_t to = after.value.place.bytes.from_byte;
  if (before.value.place.block != after.value.place.block || from > to) return std::nullopt;
  const std::string_view gap = ByteSpan{from, to}.of(text);
  const bool ends =
      gap.find(';') != std::string_view::npos || gap.find(". ") != std::string_view::npos;
  return ends ? std::nullopt : std::optional(gap);
}

class Relations {
 public:
  Relations(const Plan& plan, const Grammar& links) : plan_(plan), links_(links) {}

  std::vector<RelationRow> find() {
    for (std::size_t at = 0; at < plan_.citations.size(); ++at) {
      gap_.reset();
      if (at > 0)
        gap_ = gap_in_clause(plan_.citations[at - 1], plan_.citations[at], plan_.body.text);
      if (changes(plan_.citations[at])) {
        add_changed(at);
      } else if (gap_) {
        add_acting(at);
      }
    }
    return std::move(relations_);
  }

 private:
  // The mention is amended …, by the document or by the mention before.
  void add_changed(std::size_t at) {
    const Citation& citation = plan_.citations[at];
    RelationRow row{at, citation.role, {}, !citation.locator.empty()};
    if (gap_) {
      // Of a list the members share what acts on them.
      const bool is_listed = !relations_.empty() && relations_.back().citation == at - 1 &&
                             relations_.back().role == citation.role;
      row.acting_citation = is_listed ? relations_.back().acting_citation : at - 1;
    }
    relations_.push_back(std::move(row));
  }

  // The mention before is amended … by this one.
  void add_acting(std::size_t at) {
    const bool may_be_listed =
        !relations_.empty() && relations_.back().acting_citation == std::optional(at - 1);
    std::string role;
    for (const Match& match : links_.find_all(*gap_)) {
      if (may_be_listed && match.emitted("link") == "list") {
        RelationRow row = relations_.back();
        row.acting_citation = at;
        relations_.push_back(std::move(row));
        return;
      }
      if (!match.emitted("role").empty()) role = match.emitted("acting");
    }
    if (role.empty()) return;
    const bool partly = !plan_.citations[at - 1].locator.empty();
    relations_.push_back({at - 1, std::move(role), at, partly});
  }

  const Plan& plan_;
  const Grammar& links_;
  std::optional<std::string_view> gap_;  // before the mention, where both are of one clause
  std::vector<RelationRow> relations_;
};

}  // namespace

std::vector<RelationRow> relations_in(const Plan& plan, const Grammar& links) {
  return Relations(plan, links).find();
}

}  // namespace trichyeu
