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

// Of `output`, a folder or a file, what tools/command/output_files.h finds. Fails with cannot_open.
[[nodiscard]] Result<std::vector<IndexedFile>> indexed_files(const std::string& output);

// The absolute path of what was named; of a folder with a "/" at its end, so that it begins the
// paths of all that is below it.
[[nodiscard]] std::string scope_of(const std::string& output);

// Where the bytes of these files lie: the folders and files that were named, and what those files
// that are links lead to.
[[nodiscard]] std::vector<std::string> places_of(const std::vector<std::string>& scopes,
                                                 const std::vector<IndexedFile>& files);

}  // namespace trichyeu
