// What the rule files made of a document's words: what they took, what else matched, and why that
// lost.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/grammar/grammar.h"
#include "tools/rules/search_trace.h"

namespace trichyeu {

struct LostMatch {
  Match match;
  Match winner;
};

// What one rule file makes of a text.
struct GrammarFinds {
  std::vector<Match> taken;
  std::vector<LostMatch> lost;
};
[[nodiscard]] GrammarFinds finds_of(const Grammar& grammar, std::string_view text,
                                    std::optional<ZoneKind> zone, SearchKind kind);

// "begins later than deadlines.before", "has a lower priority than … (1 < 3)" …
[[nodiscard]] std::string why_lost(const LostMatch& lost, std::string_view language);

// One match in the document.
struct Find {
  const Rule* rule = nullptr;
  ByteSpan bytes;                 // of the document's text
  std::optional<LostMatch> lost;  // absent: taken
};

// Those of all searches, each once, by place; a match that one search took and another did not is
// taken.
[[nodiscard]] std::vector<Find> finds_in(std::string_view document, const SearchTrace& trace);

}  // namespace trichyeu
