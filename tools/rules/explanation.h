// Which rule took which words of a document, what else matched and lost, and why.
//
//   dòng 42 (p40, main, IV.2)
//     "2. Sở Y tế chủ trì, hoàn thành trước ngày 30/6/2023."
//     thuộc h9 IV "TỔ CHỨC THỰC HIỆN" (sections.organisation)
//     t1 chủ trì "Sở Y tế" = u1   [assignments.subject 0.96]
//         vì: The sentence begins with its doer.
//     t1 thời hạn "trước ngày 30/6/2023" = due, đến 2023-06-30   [deadlines.by-day 0.90]
//     thời hạn
//       deadlines.by-day "trước ngày 30/6/2023" (kind = due, …)
//       thua deadlines.day "ngày 30/6/2023": bắt đầu sau deadlines.by-day
//
// Above: what became a value, and by which rule. Below: by rule file, what the searches of this
// very conversion took (and, in brackets, what the rule emits) and what lost. A match is no value
// yet: a time in running text counts only where the words around it say so, and it is said where no
// value came of a match.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/grammar/grammar.h"
#include "models/plan.h"
#include "tools/rules/search_trace.h"

namespace trichyeu {

struct ExplanationStyle {
  bool coloured = false;        // with the colours of a terminal
  std::string language = "vi";  // or "en"; reasons of rules are as their files give them
};

// The blocks, by index, that `at` names: a line of the document's text (from 1); the id of a block
// ("p17", "h2", "td5"), of a section or table ("s2", "tb1": all of it), of a citation or task
// ("c3", "t5": all blocks that it is made of), of a unit ("u4": wherever it has a role); a path
// ("II.1.a"). All where `at` is empty; none where it names nothing.
[[nodiscard]] std::vector<std::size_t> blocks_at(std::string_view at, const Plan& plan);

// `trace` holds the searches of the conversion that made the plan.
[[nodiscard]] std::string explanation(const Plan& plan, const std::vector<std::size_t>& blocks,
                                      const Grammars& grammars, const SearchTrace& trace,
                                      const ExplanationStyle& style);

}  // namespace trichyeu
