// What the code makes of a match, for rules whose examples say so: dates of time expressions.
#pragma once

#include <string_view>

#include "extractor/grammar/grammar.h"

namespace trichyeu {

// For the rules of `grammar_name`; empty where captures and emit say all. The examples of time are
// of a plan of 2024, issued on 2024-03-01. `grammars` outlives what is returned.
[[nodiscard]] ValuesOf example_values(std::string_view grammar_name, const Grammars& grammars);

}  // namespace trichyeu
