// trichyeu export: the tasks and citations of many outputs as one file a format.
#pragma once

#include <string>
#include <vector>

#include "tools/export/export.h"

namespace trichyeu {

struct ExportOptions {
  std::vector<std::string> outputs;  // XML files, or folders of them
  std::string output;                // -o; empty: "export" in the working folder
  std::vector<Format> formats{Format::xlsx};
  FormatOptions how;
  Selection selection;
  bool redacts_persons = false;
};

// The exit code.
[[nodiscard]] int export_command(const ExportOptions& options);

}  // namespace trichyeu
