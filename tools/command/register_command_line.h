// The options of `index` and `audit`, which write and question a register.
#pragma once

#include <CLI/CLI.hpp>

#include "tools/command/rule_command_line.h"

namespace trichyeu {

// Sets `chosen` to what the command line asks for, where it names one of them.
void add_register_commands(CLI::App& app, ChosenCommand& chosen);

}  // namespace trichyeu
