// What convert and batch write of a document.
#pragma once

#include <string>
#include <vector>

#include "tools/command/convert_command.h"
#include "tools/conversion/converter.h"

namespace trichyeu {

// How the names of an input's first outputs end: ".xml", or ".outline.txt" of a stage.
[[nodiscard]] std::vector<std::string> output_suffixes(const ConvertOptions& options);

// Runs in the worker. A further document's suffix begins with its number: "-2.xml".
[[nodiscard]] OutputMaker output_maker(const ConvertOptions& options);

}  // namespace trichyeu
