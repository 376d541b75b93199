// Before any work: which inputs there are, and which of them are to do.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tools/batch/inputs.h"
#include "tools/batch/manifest.h"
#include "tools/batch/resume.h"
#include "tools/batch/shard.h"

namespace trichyeu {

struct Planning {
  std::int64_t run = 0;  // Manifest::begin_run
  Shard shard;
  Making making;
  Redo redo = Redo::as_needed;
  std::size_t max_bytes = 0;          // of an input, as OpenedInput's
  std::filesystem::path output;       // the folder of the outputs
  std::vector<std::string> suffixes;  // of the outputs asked for
  // Where set: whether an input is left to a later plan_input.
  std::function<bool(const Input&)> postpone;
};

// Puts into the manifest what `each_input` visits: inputs to do wait, others stay as they are. An
// input whose outputs are gone, or of another size, is to do again.
// Nothing is kept where it fails: cannot_open (the list of inputs), cannot_write (two inputs with
// the same output) or what the manifest says.
[[nodiscard]] std::optional<Error> plan_inputs(Manifest& manifest, const InputSources& sources,
                                               const Planning& planning);

// One more input, or one that may have changed; for --watch.
void plan_input(Manifest& manifest, const Input& input, const Planning& planning);

}  // namespace trichyeu
