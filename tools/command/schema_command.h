// trichyeu schema: the published schemas of outputs.
#pragma once

#include <string>

namespace trichyeu {

// Prints the XSD ("xml") or the JSON Schema ("json"); the exit code.
[[nodiscard]] int schema_command(const std::string& format);

}  // namespace trichyeu
