// One part of a batch that several machines share.
//
// Which inputs are a shard's follows from their targets alone: neither from their order nor from
// what else there is, so that a task that is run again has the same ones.
//
//   first 8 bytes of SHA-256(target), big endian, modulo count, plus 1
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "models/result.h"

namespace trichyeu {

struct Shard {
  int number = 1;  // from 1 to `count`
  int count = 1;   // 1: all of it

  [[nodiscard]] bool has(std::string_view target) const;
  [[nodiscard]] bool is_whole() const { return count == 1; }
  friend bool operator==(const Shard&, const Shard&) = default;
};

// A variable of the environment; nothing where it is not set.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;

// "3/16"; "auto" of a Slurm array (SLURM_ARRAY_TASK_ID, _COUNT, _MIN, _MAX), whose numbers follow
// each other; "auto/16" besides of an indexed Kubernetes job (JOB_COMPLETION_INDEX, from 0), which
// does not tell how many there are. Fails with `internal` and what to do.
[[nodiscard]] Result<Shard> shard_of(std::string_view text, const Environment& environment);

}  // namespace trichyeu
