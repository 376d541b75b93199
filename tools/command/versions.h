// Versions of trichyeu and of the libraries that it runs with.
#pragma once

#include <string>
#include <vector>

namespace trichyeu {

struct Version {
  std::string name;     // "ICU"
  std::string version;  // "72.1"
};

[[nodiscard]] std::vector<Version> library_versions();

// "trichyeu 0.1.0" and a line for each library.
[[nodiscard]] std::string version_text();

}  // namespace trichyeu
