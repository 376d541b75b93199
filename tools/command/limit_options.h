// Options of all commands that give documents to workers.
#pragma once

#include <CLI/App.hpp>

#include "tools/worker/limits.h"

namespace trichyeu {

// --timeout, --memory, --max-pages, --max-bytes and --require-sandbox. All outlive the parsing.
void add_limits(CLI::App& command, Limits& limits, bool& require_sandbox);

// -j, --jobs; 0: one for each core.
void add_jobs(CLI::App& command, int& jobs);

}  // namespace trichyeu
