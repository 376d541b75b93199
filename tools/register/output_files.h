// The outputs that a run looks at.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/result.h"

namespace trichyeu {

struct IndexedFile {
  std::string path;  // absolute
  std::string name;  // under the folder that was named
  std::int64_t bytes = 0;
  std::int64_t modified_ns = 0;  // since 1970
};

// The XML files of `output`, a folder with all below it, or a file; ascending by path, hidden ones
// left out, no link to a folder followed. Fails with cannot_open.
[[nodiscard]] Result<std::vector<IndexedFile>> output_files(const std::string& output);

// The absolute path of what was named; of a folder with a "/" at its end, so that it begins the
// paths of all that is below it.
[[nodiscard]] std::string scope_of(const std::string& output);

}  // namespace trichyeu
