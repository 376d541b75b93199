// trichyeu rules: what the rules are, and whether their examples come out.
#pragma once

#include <string>
#include <vector>

namespace trichyeu {

struct RulesOptions {
  std::string grammar;             // folder; empty: the built-in rules alone
  std::vector<std::string> names;  // ids of rules or names of files; empty: all
  bool whole = false;              // show: long patterns too
  bool json = false;               // list: for programs
};

// The exit codes: exit_usage for a name that is neither a rule's nor a file's, exit_not_ready where
// the rules do not load.
[[nodiscard]] int rules_list_command(const RulesOptions& options);
[[nodiscard]] int rules_show_command(const RulesOptions& options);
// Besides exit_some_failed where an example fails.
[[nodiscard]] int rules_test_command(const RulesOptions& options);

}  // namespace trichyeu
