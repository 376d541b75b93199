#include "tools/command/rules_command.h"

#include <iostream>

#include "tools/command/complaint.h"
#include "tools/command/exit_code.h"
#include "tools/rules/code_examples.h"
#include "tools/rules/example_values.h"
#include "tools/rules/rule_text.h"

namespace trichyeu {
namespace {

// Calls `use(grammars, rules)` with the rules that the options name, and returns what it returns.
template <typename Use>
int with_rules(const RulesOptions& options, const Use& use) {
  const Result<Grammars> grammars = Grammars::load(options.grammar);
  if (!grammars) {
    complain(options.grammar.empty() ? "built-in rules" : options.grammar, grammars.error());
    return exit_not_ready;
  }
  std::vector<NamedRule> rules;
  if (options.names.empty()) rules = all_rules(*grammars);
  for (const std::string& name : options.names) {
    const std::vector<NamedRule> named = rules_named(name, *grammars);
    if (named.empty()) {
      std::cerr
          << "trichyeu: " << name
          << ": neither a rule nor a file of rules. trichyeu rules list shows them. (usage)\n";
      return exit_usage;
    }
    rules.insert(rules.end(), named.begin(), named.end());
  }
  return use(*grammars, rules);
}

template <typename AnyRule>
std::size_t examples_of(const AnyRule& rule) {
  return rule.examples.size() + rule.counter_examples.size();
}

std::vector<ExampleFailure> failures_of(const NamedRule& named, const Grammars& grammars) {
  if (named.code != nullptr) return example_failures(*named.code, grammars);
  return example_failures(grammars.grammar(named.grammar), *named.rule,
                          example_values(named.grammar, grammars));
}

}  // namespace

int rules_list_command(const RulesOptions& options) {
  return with_rules(options, [&](const Grammars&, const std::vector<NamedRule>& rules) {
    std::cout << (options.json ? rule_list_json(rules) : rule_list(rules)) << std::flush;
    return exit_done;
  });
}

int rules_show_command(const RulesOptions& options) {
  return with_rules(options, [&](const Grammars& grammars, const std::vector<NamedRule>& rules) {
    for (std::size_t at = 0; at < rules.size(); ++at) {
      std::cout << (at > 0 ? "\n" : "") << rule_page(rules[at], grammars, options.whole);
    }
    std::cout << std::flush;
    return exit_done;
  });
}

int rules_test_command(const RulesOptions& options) {
  return with_rules(options, [](const Grammars& grammars, const std::vector<NamedRule>& rules) {
    std::size_t examples = 0;
    std::size_t failed = 0;
    for (const NamedRule& named : rules) {
      examples += named.code != nullptr ? examples_of(*named.code) : examples_of(*named.rule);
      for (const ExampleFailure& failure : failures_of(named, grammars)) {
        std::cout << named.file() << ": line " << failure.line << ": " << failure.what << "\n  "
                  << failure.advice << '\n';
        ++failed;
      }
    }
    std::cout << "rules: " << rules.size() << ", examples: " << examples << ", failed: " << failed
              << std::endl;
    return failed == 0 ? exit_done : exit_some_failed;
  });
}

}  // namespace trichyeu
