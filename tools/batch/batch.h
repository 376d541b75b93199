// A whole archive: every input to its outputs, nothing lost, however it ends.
//
// What a run leaves is the same whether it ran through, or was ended at any moment and run again:
// an output stands under its name only when it is whole, and the manifest names it only when it
// stands. What was under way is done again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/result.h"
#include "tools/batch/batch_folder.h"
#include "tools/batch/inputs.h"
#include "tools/batch/manifest.h"
#include "tools/batch/planner.h"
#include "tools/batch/progress.h"
#include "tools/conversion/converter.h"

namespace trichyeu {

struct BatchOptions {
  InputSources sources;
  std::filesystem::path output;
  Shard shard;
  Redo redo = Redo::as_needed;
  Making making;
  std::vector<std::string> suffixes;  // of what `converter.outputs` makes
  ConverterOptions converter;
  // Where set, the run goes on: what arrives in this folder is converted, until an interrupt.
  std::optional<std::filesystem::path> watched;
};

struct BatchReport {
  Totals totals;                 // of the inputs that this run was asked for
  std::optional<Error> stopped;  // why it ended before its time: no_space, cannot_write
  int interrupted_by = 0;        // a signal; 0: none
};

// A first interrupt lets what is under way finish, a second one or SIGTERM does not. Fails before
// any work: with what plan_inputs, FolderLock and Converter::start fail with.
[[nodiscard]] Result<BatchReport> run_batch(const BatchOptions& options, Progress& progress);

}  // namespace trichyeu
