// The command line of batch, status and merge.
#pragma once

#include <CLI/CLI.hpp>

#include "tools/command/chosen_command.h"

namespace trichyeu {

// Adds the subcommands; parsing sets `chosen`, which outlives `app`.
void add_batch_commands(CLI::App& app, ChosenCommand& chosen);

}  // namespace trichyeu
