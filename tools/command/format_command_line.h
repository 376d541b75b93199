// The command line of what takes outputs further: export, schema.
#pragma once

#include <CLI/CLI.hpp>

#include "tools/command/rule_command_line.h"

namespace trichyeu {

// Adds the subcommands; parsing sets `chosen`, which outlives `app`.
void add_format_commands(CLI::App& app, ChosenCommand& chosen);

// For CLI11: empty where `list` names formats, else what is wrong with it.
[[nodiscard]] std::string problem_of_formats(const std::string& list);

}  // namespace trichyeu
