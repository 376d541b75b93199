#include "tools/register/indexed_files.h"

#include <sys/stat.h>

#include <filesystem>
#include <system_error>

#include "tools/command/output_files.h"

namespace trichyeu {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t ns_of_second = 1'000'000'000;

// Nothing where it has gone meanwhile.
void append(const std::string& path, const std::string& scope, std::vector<IndexedFile>& files) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return;
  IndexedFile file;
  file.path = path;
  const bool is_below = scope.back() == '/';
  file.name = is_below ? path.substr(scope.size()) : fs::path(path).filename().string();
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

Result<std::vector<IndexedFile>> indexed_files(const std::string& output) {
  const std::string scope = scope_of(output);
  const Result<std::vector<std::string>> paths = output_files(scope);
  if (!paths) return paths.error();
  std::vector<IndexedFile> files;
  for (const std::string& path : *paths) append(path, scope, files);
  return files;
}

std::vector<std::string> places_of(const std::vector<std::string>& scopes,
                                   const std::vector<IndexedFile>& files) {
  std::vector<std::string> places = scopes;
  for (const IndexedFile& file : files) {
    std::error_code gone;
    if (fs::is_symlink(file.path, gone)) places.push_back(fs::canonical(file.path, gone).string());
  }
  return places;
}

}  // namespace trichyeu
