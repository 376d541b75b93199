// The manifests of shards become one.
#pragma once

#include <filesystem>
#include <optional>

#include "models/result.h"
#include "tools/batch/manifest.h"

namespace trichyeu {

// All manifests of an output folder, each input once: what knows most of it, latest. Changes
// nothing in the folder. Fails with cannot_open where there is none.
[[nodiscard]] Result<Manifest> united(const std::filesystem::path& output);

struct MergeReport {
  std::size_t manifests = 0;  // of shards, now gone
  Totals totals;
};

// Puts what the shards know into OUT/.trichyeu/manifest.sqlite and takes their manifests away; a
// merge that is killed is done again. Fails with cannot_write where a shard still runs, and with
// cannot_open where there is no manifest.
[[nodiscard]] Result<MergeReport> merge_shards(const std::filesystem::path& output);

}  // namespace trichyeu
