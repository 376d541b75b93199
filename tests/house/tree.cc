#include "tests/house/tree.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string_view>

namespace trichyeu::house {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> top_folders{".ci",        "corpus", "extractor", "models",
                                                      "normalizer", "tests",  "tools"};

// Files without an ending are scripts.
const std::set<std::string>& source_endings() {
  static const std::set<std::string> endings{"",    ".cc", ".cmake", ".h",   ".json", ".md",
                                             ".py", ".sh", ".toml",  ".tsv", ".xsd"};
  return endings;
}

bool is_source(const fs::path& path) {
  const std::string name = path.filename().string();
  return name == "CMakeLists.txt" || source_endings().contains(path.extension().string());
}

SourceFile load(const fs::path& root, const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {fs::relative(path, root).generic_string(),
          std::string(std::istreambuf_iterator<char>(file), {})};
}

}  // namespace

std::vector<SourceFile> source_tree() {
  const fs::path root = TRICHYEU_SOURCE_DIR;
  std::vector<SourceFile> files;
  for (const auto& entry : fs::directory_iterator(root)) {
    if (entry.is_regular_file() && is_source(entry.path())) {
      files.push_back(load(root, entry.path()));
    }
  }
  for (const std::string_view folder : top_folders) {
    if (!fs::exists(root / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const bool is_seed = entry.path().parent_path().parent_path().filename() == "seeds";
      if (entry.is_regular_file() && is_source(entry.path()) && !is_seed) {
        files.push_back(load(root, entry.path()));
      }
    }
  }
  std::sort(files.begin(), files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace trichyeu::house
