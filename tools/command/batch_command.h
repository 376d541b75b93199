// trichyeu batch, status, merge: a whole archive, how far it is, and shards into one.
#pragma once

#include <optional>
#include <string>

#include "tools/batch/batch.h"
#include "tools/command/convert_command.h"

namespace trichyeu {

struct BatchCommandOptions {
  ConvertOptions conversion;  // its inputs: files, folders, patterns; its output: the folder
  std::string list;           // --from-file; "-" is standard input
  std::string watched;        // --watch
  std::string shard = "1/1";
  Redo redo = Redo::as_needed;
  bool log_json = false;
};

// Each returns the exit code.
[[nodiscard]] int batch_command(const BatchCommandOptions& options);
[[nodiscard]] int status_command(const std::string& output, bool json, const std::string& language);
[[nodiscard]] int merge_command(const std::string& output, const std::string& language);

}  // namespace trichyeu
