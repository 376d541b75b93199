// Which rule took which words of a document, what else matched and lost, and why.
//
//   p2 main  "Trước ngày 30/6/2023, Sở Y tế …"
//     t1 deadline, 0.96, deadlines.before: "Trước ngày 30/6/2023"    what became a value, and by
//     which rule deadlines   deadlines.before "Trước ngày 30/6/2023"            what a rule file
//     took
//                 lost deadlines.day "ngày 30/6/2023": begins later than deadlines.before
//
// Shown are the rule files that are searched block by block; those that read parts of what others
// found (dates of citations, lists of units) show in the values alone. A match that took words is
// no value yet: a time in running text counts only where the words around it say so.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/grammar/grammar.h"
#include "models/plan.h"

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
enum class Taking { all, first, every };  // find_all; the first of them; find_every, none lost
[[nodiscard]] GrammarFinds finds_of(const Grammar& grammar, std::string_view text,
                                    std::optional<ZoneKind> zone, Taking taking);

// "begins later than deadlines.before", "has a lower priority (1) than … (3)" …
[[nodiscard]] std::string why_lost(const LostMatch& lost);

// The blocks, by index, that `at` names: the id of a block ("p17"), a line of the document's text
// (from 1), or the id of a citation or task ("c3", "t5"): all blocks that it is made of. All where
// `at` is empty; none where it names nothing.
[[nodiscard]] std::vector<std::size_t> blocks_at(std::string_view at, const Plan& plan);

// `coloured`: with the colours of a terminal.
[[nodiscard]] std::string explanation(const Plan& plan, const std::vector<std::size_t>& blocks,
                                      const Grammars& grammars, bool coloured);

}  // namespace trichyeu
