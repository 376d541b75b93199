// `trichyeu index`: a folder of outputs into a register.
#pragma once

#include <string>
#include <vector>

namespace trichyeu {

struct IndexCommandOptions {
  std::vector<std::string> outputs;  // may be empty where only a copy is made or taken
  std::string register_path;
  std::string backup;   // where to copy the register after the run; empty: nowhere
  std::string restore;  // a copy that takes the register's place before the run; empty: none
  bool rereads = false;
  std::string language = "vi";
};

int index_command(const IndexCommandOptions& options);

}  // namespace trichyeu
