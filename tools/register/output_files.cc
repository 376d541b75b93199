#include "tools/register/output_files.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace trichyeu {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t ns_of_second = 1'000'000'000;

Error cannot_open(const std::string& why) {
  return {ErrorCode::cannot_open, "it cannot be read: " + why,
          "Name the folder of outputs that `trichyeu convert` or `batch` wrote.", 0};
}

bool is_hidden(const fs::path& path) { return path.filename().string().rfind('.', 0) == 0; }

// Nothing where it has gone meanwhile.
void append(const fs::path& path, const std::string& scope, std::vector<IndexedFile>& files) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return;
  IndexedFile file;
  file.path = path.string();
  const bool is_below = scope.back() == '/';
  file.name = is_below ? file.path.substr(scope.size()) : path.filename().string();
  file.bytes = status.st_size;
  file.modified_ns = status.st_mtim.tv_sec * ns_of_second + status.st_mtim.tv_nsec;
  files.push_back(std::move(file));
}

}  // namespace

std::string scope_of(const std::string& output) {
  std::error_code none;
  const fs::path absolute = fs::weakly_canonical(fs::absolute(output, none), none);
  std::string scope = absolute.string();
  if (fs::is_directory(absolute, none) && scope.back() != '/') scope += '/';
  return scope;
}

Result<std::vector<IndexedFile>> output_files(const std::string& output) {
  std::error_code error;
  const std::string scope = scope_of(output);
  std::vector<IndexedFile> files;
  if (!fs::exists(scope, error)) return cannot_open("there is no such file or folder");
  if (scope.back() != '/') {
    append(scope, scope, files);
    return files;
  }
  fs::recursive_directory_iterator at(scope, error);
  if (error) return cannot_open(error.message());
  for (; at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (error) return cannot_open(error.message());
    if (is_hidden(at->path())) {
      at.disable_recursion_pending();
    } else if (at->path().extension() == ".xml") {
      append(at->path(), scope, files);
    }
  }
  if (error) return cannot_open(error.message());
  std::sort(files.begin(), files.end(),
            [](const IndexedFile& a, const IndexedFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace trichyeu
