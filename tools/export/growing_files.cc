#include "tools/export/growing_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <system_error>

#include "tools/command/files.h"

namespace trichyeu {
namespace {

Error cannot_write(const std::filesystem::path& path) {
  return {ErrorCode::cannot_write, path.string() + " cannot be written: " + std::strerror(errno),
          "Check that the folder is there, that you may write to it, and that it has room", 0};
}

// mkostemp's own letters take the place of the last six; nobody else may read the file.
std::string hidden_name_beside(const std::filesystem::path& path) {
  std::string name = (path.parent_path() / ".trichyeu-").string() + std::string(6, 'X');
  const int fd = mkostemp(name.data(), O_CLOEXEC);
  if (fd < 0) return {};
  close(fd);
  return name;
}

bool add_bytes(const std::string& name, std::string_view bytes) {
  const int fd = open(name.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  if (fd < 0) return false;
  const bool written = write_all(fd, bytes);
  return close(fd) == 0 && written;
}

// As readable as any new file, and safe on the disk.
bool make_safe(const std::string& name) {
  const mode_t mask = umask(0);
  umask(mask);
  const int fd = open(name.c_str(), O_WRONLY | O_CLOEXEC);
  if (fd < 0) return false;
  const bool safe = fchmod(fd, 0666 & ~mask) == 0 && fsync(fd) == 0;
  return close(fd) == 0 && safe;
}

}  // namespace

GrowingFiles::~GrowingFiles() {
  for (const auto& [path, hidden] : grown_) unlink(hidden.c_str());
}

std::optional<Error> GrowingFiles::append(const std::string& suffix, std::string_view bytes) {
  const std::filesystem::path path =
      name_.empty() ? std::filesystem::path(stem_.string() + suffix) : name_;
  auto file = grown_.find(path);
  if (file == grown_.end()) {
    const std::string hidden = hidden_name_beside(path);
    if (hidden.empty()) return cannot_write(path);
    file = grown_.emplace(path, hidden).first;
  }
  if (!add_bytes(file->second, bytes)) return cannot_write(path);
  return std::nullopt;
}

Result<std::vector<std::string>> GrowingFiles::settle() {
  for (const auto& [path, hidden] : grown_) {
    if (!make_safe(hidden)) return cannot_write(path);
  }
  std::vector<std::string> paths;
  while (!grown_.empty()) {
    const auto& [path, hidden] = *grown_.begin();
    if (std::rename(hidden.c_str(), path.c_str()) != 0) return cannot_write(path);
    paths.push_back(path.string());
    grown_.erase(grown_.begin());
  }
  return paths;
}

}  // namespace trichyeu
