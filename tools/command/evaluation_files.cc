#include "tools/command/evaluation_files.h"

#include <algorithm>
#include <filesystem>
#include <map>

namespace trichyeu {
namespace {

namespace fs = std::filesystem;

bool is_gold(const fs::path& path) {
  return path.extension() == ".xml" || path.extension() == ".json";
}

std::string name_of_gold(const fs::path& path) {
  const bool is_in_its_folder = path.stem() == "gold" && path.has_parent_path();
  return is_in_its_folder ? path.parent_path().filename().string() : path.stem().string();
}

// The gold that `entry` of a folder of golds is or holds; empty where none.
std::string gold_in(const fs::path& entry) {
  std::error_code ignored;
  if (!fs::is_directory(entry, ignored)) return is_gold(entry) ? entry.string() : std::string();
  for (const char* name : {"gold.xml", "gold.json"}) {
    if (fs::exists(entry / name, ignored)) return (entry / name).string();
  }
  return {};
}

Result<std::map<std::string, std::string>> golds_of(const std::string& gold) {
  std::error_code problem;
  std::map<std::string, std::string> golds;
  if (!fs::is_directory(gold, problem)) {
    if (!fs::exists(gold, problem))
      return Error{ErrorCode::cannot_open, "it is not there",
                   "Name a gold file or a folder of them", 0};
    golds[name_of_gold(gold)] = gold;
    return golds;
  }
  for (fs::directory_iterator entry(gold, problem), end; !problem && entry != end;
       entry.increment(problem)) {
    const std::string path = gold_in(entry->path());
    if (path.empty()) continue;
    // Of NAME.json and NAME.xml, which any order may give, the XML.
    std::string& known = golds[name_of_gold(path)];
    known = std::max(known, path);
  }
  if (problem)
    return Error{ErrorCode::cannot_open, problem.message(), "Look at its permissions", 0};
  if (golds.empty())
    return Error{ErrorCode::cannot_open, "it holds no gold",
                 "Gold is NAME.xml, NAME.json or NAME/gold.json", 0};
  return golds;
}

}  // namespace

Result<std::vector<EvaluationFile>> evaluation_files(const std::string& gold,
                                                     const std::string& outputs) {
  const Result<std::map<std::string, std::string>> golds = golds_of(gold);
  if (!golds) return golds.error();
  std::error_code ignored;
  const bool one_output = fs::is_regular_file(outputs, ignored);
  if (one_output && golds->size() > 1)
    return Error{ErrorCode::cannot_open,
                 "it is one output for " + std::to_string(golds->size()) + " golds",
                 "Name the folder of the outputs", 0};
  std::vector<EvaluationFile> files;
  for (const auto& [name, path] : *golds) {
    files.push_back(
        {name, path, one_output ? outputs : (fs::path(outputs) / (name + ".xml")).string()});
  }
  return files;
}

}  // namespace trichyeu
