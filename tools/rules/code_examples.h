// Examples of rules that the code applies: whole documents through the whole conversion.
#pragma once

#include <vector>

#include "extractor/grammar/grammar.h"

namespace trichyeu {

// Those that fail: no value of the rule reads as what stands between ⟦ and ⟧, or a counter-example
// has a value of the rule. Empty when all is well.
[[nodiscard]] std::vector<ExampleFailure> example_failures(const CodeRule& rule,
                                                           const Grammars& grammars);

}  // namespace trichyeu
