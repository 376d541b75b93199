// The command line of what writers of rules run: explain, rules, evaluate.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

namespace trichyeu {

// Runs the command that was asked for, and returns the exit code; empty where it is another's.
using ChosenCommand = std::function<int()>;

// Adds the subcommands; parsing sets `chosen`, which outlives `app`.
void add_rule_commands(CLI::App& app, ChosenCommand& chosen);

}  // namespace trichyeu
