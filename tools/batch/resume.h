// What a run does again of what an earlier one left.
#pragma once

#include "tools/batch/records.h"

namespace trichyeu {

enum class Redo {
  // What is new, changed, failed, has lost its outputs, or was made by another version or with
  // other
  // options.
  as_needed,
  failed_only,  // what failed, was read in part or was left undone, and nothing else
  all,
};

enum class Decision {
  keep,     // its outputs stand
  convert,  // it waits
  compare,  // only its content tells whether it changed: keep where the hash is still the same
};

// `record` is what an earlier run left, nullptr where none knew the input; `stamp` is of the file
// as it is now.
[[nodiscard]] Decision decision_on(const InputRecord* record, const FileStamp& stamp,
                                   const Making& making, Redo redo);

}  // namespace trichyeu
