#include "extractor/grammar/pattern.h"
#include "extractor/grammar/rule_file.h"
#include "tests/fuzz/fuzzer.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace trichyeu;
  const Result<RuleFile> file = parse_rule_file(fuzz::view_of(data, size), "input.toml");
  if (!file.ok()) return 0;
  const Pieces shared;
  const WordLists lists;
  const PatternSources rules;
  PatternExpander expander(file->pieces, shared, lists, rules);
  for (const Rule& rule : file->rules) {
    std::string expanded;
    if (!expander.expand(rule.pattern, expanded)) (void)fault_of(expanded, rule.pattern);
    fuzz::claim(!rule.examples.empty(), "no rule is without an example");
    fuzz::claim(!rule.counter_examples.empty(), "no rule is without a counter-example");
  }
  return 0;
}
