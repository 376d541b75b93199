// Makes a Grammar of rules and their expanded patterns.
#pragma once

#include <string>
#include <vector>

#include "extractor/grammar/grammar.h"

namespace trichyeu {

class GrammarLoader {
 public:
  // `expanded[i]` is the RE2 text of `rules[i]`, known to be valid. Compiles nothing yet.
  [[nodiscard]] static Grammar make(std::vector<Rule> rules, std::vector<std::string> expanded,
                                    std::vector<CodeRule> code_rules);
};

}  // namespace trichyeu
