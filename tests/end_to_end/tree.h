// A folder's files by path, so that two can be compared byte by byte.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace trichyeu::testing {

using Tree = std::map<std::string, std::string>;

// The outputs of a batch: without what it keeps beside them.
inline Tree outputs_in(const std::filesystem::path& folder) {
  Tree tree;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().lexically_relative(folder).string();
    if (!entry.is_regular_file() || path.starts_with(".trichyeu/")) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    tree[path] = {std::istreambuf_iterator<char>(file), {}};
  }
  return tree;
}

inline std::string names_of(const Tree& tree) {
  std::string names;
  for (const auto& [path, bytes] : tree) names += path + '\n';
  return names;
}

}  // namespace trichyeu::testing
