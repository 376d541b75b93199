// Rules for people to read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/grammar/grammar.h"

namespace trichyeu {

// "citations" and "citations.toml" name the same file. Empty where there is none.
[[nodiscard]] std::string grammar_named(std::string_view file, const Grammars& grammars);

struct NamedRule {
  std::string grammar;  // "citations"
  const Rule* rule = nullptr;
};
// The rules that `name` means: one by its id, all of a file by the file's name; none where neither
// is there.
[[nodiscard]] std::vector<NamedRule> rules_named(std::string_view name, const Grammars& grammars);
[[nodiscard]] std::vector<NamedRule> all_rules(const Grammars& grammars);

// A line for each rule, below a line for its file.
[[nodiscard]] std::string rule_list(const std::vector<NamedRule>& rules);

// Reason, zones, pattern as written and as searched, fixed values, examples. Unless `whole`, a long
// pattern is cut.
[[nodiscard]] std::string rule_page(const NamedRule& named, const Grammars& grammars, bool whole);

}  // namespace trichyeu
