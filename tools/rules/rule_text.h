// Rules for people to read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/grammar/grammar.h"

namespace trichyeu {

// "citations" and "citations.toml" name the same file. Empty where there is none.
[[nodiscard]] std::string grammar_named(std::string_view file, const Grammars& grammars);

// A rule of a file: one with a pattern or one that the code applies.
struct NamedRule {
  std::string grammar;  // "citations"
  const Rule* rule = nullptr;
  const CodeRule* code = nullptr;  // exactly one of the two

  [[nodiscard]] const std::string& id() const { return rule != nullptr ? rule->id : code->id; }
  [[nodiscard]] const std::string& reason() const {
    return rule != nullptr ? rule->reason : code->reason;
  }
  [[nodiscard]] const std::string& file() const {
    return rule != nullptr ? rule->file : code->file;
  }
};
// The rules that `name` means: one by its id, all of a file by the file's name; none where neither
// is there.
[[nodiscard]] std::vector<NamedRule> rules_named(std::string_view name, const Grammars& grammars);
[[nodiscard]] std::vector<NamedRule> all_rules(const Grammars& grammars);

// The reason of the rule of this id; empty where there is none.
[[nodiscard]] std::string reason_of(std::string_view id, const Grammars& grammars);

// A line for each rule, below a line for its file.
[[nodiscard]] std::string rule_list(const std::vector<NamedRule>& rules);
// The same as JSON: [{"id", "file", "line", "kind": "pattern" or "code", "reason", "zones", "emit",
// "priority", "examples", "counterExamples"}]; the last two as texts, ⟦ and ⟧ around the match.
[[nodiscard]] std::string rule_list_json(const std::vector<NamedRule>& rules);

// Reason, zones, pattern as written and as searched, fixed values, examples. Unless `whole`, a long
// pattern is cut.
[[nodiscard]] std::string rule_page(const NamedRule& named, const Grammars& grammars, bool whole);

}  // namespace trichyeu
