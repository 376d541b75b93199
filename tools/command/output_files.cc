#include "tools/command/output_files.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace trichyeu {
namespace {

namespace fs = std::filesystem;

Error cannot_open(const std::string& named, const std::string& why) {
  return {ErrorCode::cannot_open, named + " cannot be read: " + why,
          "Name the folder of outputs that `trichyeu convert` or `batch` wrote.", 0};
}

bool is_hidden(const fs::path& path) { return path.filename().string().front() == '.'; }

bool is_output(const fs::directory_entry& entry) {
  std::error_code gone;
  return entry.path().extension() == ".xml" && entry.is_regular_file(gone);
}

}  // namespace

Result<std::vector<std::string>> output_files(const std::string& named) {
  std::error_code error;
  if (!fs::exists(named, error)) return cannot_open(named, "there is no such file or folder");
  if (!fs::is_directory(named, error)) return std::vector<std::string>{named};
  std::vector<std::string> files;
  fs::recursive_directory_iterator entry(named, error);
  // A listing that failed ends the loop, too.
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (is_hidden(entry->path())) {
      entry.disable_recursion_pending();
    } else if (is_output(*entry)) {
      files.push_back(entry->path().string());
    }
  }
  if (error) return cannot_open(named, error.message());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace trichyeu
