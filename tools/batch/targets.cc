#include "tools/batch/targets.h"

#include <filesystem>

namespace trichyeu {

std::string target_of(std::string_view path) {
  std::filesystem::path target;
  for (const std::filesystem::path& part :
       std::filesystem::path(path).lexically_normal().relative_path()) {
    if (part != ".." && part != "." && !part.empty()) target /= part;
  }
  return target.string();
}

std::string target_in(const std::string& folder, std::string_view name) {
  return folder.empty() ? std::string(name) : folder + '/' + std::string(name);
}

std::string_view file_name_of(std::string_view target) {
  return target.substr(target.rfind('/') + 1);  // npos + 1 is 0
}

std::vector<std::string> targets_with_output(std::string_view output,
                                             const std::vector<std::string>& suffixes) {
  std::vector<std::string> targets;
  for (const std::string& suffix : suffixes) {
    if (output.size() > suffix.size() && output.ends_with(suffix))
      targets.emplace_back(output.substr(0, output.size() - suffix.size()));
  }
  return targets;
}

}  // namespace trichyeu
