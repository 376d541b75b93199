// Reads one rule file: TOML to pieces and rules. Refuses what the format does not allow; patterns
// are left as written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/grammar/grammar.h"
#include "extractor/grammar/pattern.h"
#include "models/result.h"

namespace trichyeu {

struct RuleFile {
  std::string name;  // "citations.toml"
  Pieces pieces;
  std::vector<std::string> values;  // what the code makes of a match: keys that examples may name
  std::vector<Rule> rules;
  std::vector<CodeRule> code_rules;
};

[[nodiscard]] Result<RuleFile> parse_rule_file(std::string_view toml, std::string_view file_name);

// Refuses keys of `emit` and of examples that name nothing. `expanded` is the rule's RE2 text.
[[nodiscard]] std::optional<Error> name_error(const RuleFile& file, const Rule& rule,
                                              std::string_view expanded);

// "citations.toml: line 12: rule citations.numbered: no piece {type}", with the advice. A line of 0
// and an empty id are left out.
[[nodiscard]] Error rule_error(std::string_view file, std::size_t line, std::string_view rule_id,
                               std::string_view what, std::string advice);

// "citations" of "citations.toml" and of "citations.add.toml".
[[nodiscard]] std::string_view stem_of(std::string_view file_name);
// Whether the file adds to the one of its stem, as "citations.add.toml" does.
[[nodiscard]] bool is_addition(std::string_view file_name);

// Puts pieces, values and rules of `more` into `file`; those of the same name or id are replaced.
void add_to(RuleFile& file, RuleFile more);

}  // namespace trichyeu
