// The command line of what writers of rules run: explain, rules, evaluate.
#pragma once

#include <CLI/CLI.hpp>

#include "tools/command/chosen_command.h"

namespace trichyeu {

// Adds the subcommands; parsing sets `chosen`, which outlives `app`.
void add_rule_commands(CLI::App& app, ChosenCommand& chosen);

}  // namespace trichyeu
