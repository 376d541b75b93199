// The outputs that words of a command line name.
#pragma once

#include <string>
#include <vector>

#include "models/result.h"

namespace trichyeu {

// `named` itself where it is a file; of a folder the XML files in it and below it, ascending by
// path. Hidden files and folders hold what is not done, and are left out; no link to a folder is
// followed. Fails with cannot_open where it is not there, or a part of it cannot be listed.
[[nodiscard]] Result<std::vector<std::string>> output_files(const std::string& named);

}  // namespace trichyeu
