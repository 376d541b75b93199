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
};

[[nodiscard]] Result<RuleFile> parse_rule_file(std::string_view toml, std::string_view file_name);

// Refuses keys of `emit` and of examples that name nothing. `expanded` is the rule's RE2 text.
[[nodiscard]] std::optional<Error> name_error(const RuleFile& file, const Rule& rule,
                                              std::string_view expanded);

// "citations.toml: rule citations.numbered: no piece {type}", with the advice.
[[nodiscard]] Error rule_error(std::string_view file, std::string_view rule_id,
                               std::string_view what, std::string advice);

// "citations" of "citations.toml".
[[nodiscard]] std::string_view stem_of(std::string_view file_name);

}  // namespace trichyeu
