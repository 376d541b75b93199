#include "tools/batch/batch_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace trichyeu {
namespace {

namespace fs = std::filesystem;

constexpr const char* folder_name = ".trichyeu";
constexpr const char* whole_name = "manifest";

// "3-of-16" is told by its end, "-of-16".
std::string fellows_end(const Shard& shard) {
  return "-of-" + std::to_string(shard.count) + ".sqlite";
}

Error cannot_write(const std::error_code& code) {
  const bool full = code == std::errc::no_space_on_device;
  return {full ? ErrorCode::no_space : ErrorCode::cannot_write,
          "the output folder cannot be used: " + code.message(),
          full ? "Make room." : "Check that you may write to it.", 0};
}

}  // namespace

BatchFolder::BatchFolder(fs::path output, Shard shard)
    : output_(std::move(output)), shard_(shard) {}

fs::path BatchFolder::file(const char* extension) const {
  const std::string name = shard_.is_whole() ? whole_name
                                             : "shard-" + std::to_string(shard_.number) + "-of-" +
                                                   std::to_string(shard_.count);
  return output_ / folder_name / (name + extension);
}

std::optional<Error> BatchFolder::prepare() const {
  std::error_code code;
  fs::remove_all(staging(), code);
  if (!code) fs::create_directories(staging(), code);
  if (code) return cannot_write(code);
  return std::nullopt;
}

std::vector<fs::path> BatchFolder::manifests() const {
  std::vector<fs::path> found;
  std::error_code ends_the_list;
  for (fs::directory_iterator entry(output_ / folder_name, ends_the_list), end;
       !ends_the_list && entry != end; entry.increment(ends_the_list)) {
    if (entry->path().extension() == ".sqlite") found.push_back(entry->path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<fs::path> BatchFolder::others() const {
  std::vector<fs::path> found = manifests();
  const std::string own = manifest().filename().string();
  std::erase_if(found, [&](const fs::path& path) {
    const std::string name = path.filename().string();
    return name == own || (!shard_.is_whole() && name.ends_with(fellows_end(shard_)));
  });
  return found;
}

Result<FolderLock> FolderLock::take(const fs::path& file) {
  std::error_code shows_when_opening;
  fs::create_directories(file.parent_path(), shows_when_opening);
  const int fd = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd < 0) return cannot_write({errno, std::generic_category()});
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  if (fcntl(fd, F_SETLK, &lock) != 0) {
    close(fd);
    return Error{ErrorCode::cannot_write, "another run is writing to the output folder",
                 "Wait for its end, or choose another folder.", 0};
  }
  return FolderLock(fd);
}

FolderLock::~FolderLock() {
  if (fd_ >= 0) close(fd_);
}

FolderLock::FolderLock(FolderLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

}  // namespace trichyeu
