#include "tools/batch/watch.h"

#include <fcntl.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <system_error>
#include <utility>

namespace trichyeu {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t events = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_MOVED_FROM |
                                 IN_ONLYDIR | IN_EXCL_UNLINK | IN_DONT_FOLLOW;

// A link, symbolic or hard, is made in one step and never closed.
bool is_made_in_one_step(const std::string& path) {
  struct stat status {};
  if (lstat(path.c_str(), &status) != 0) return false;
  return S_ISLNK(status.st_mode) || (S_ISREG(status.st_mode) && status.st_nlink > 1);
}

}  // namespace

bool is_being_written(const std::string& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0) return false;
  // A lease is refused while somebody writes. Who opens it meanwhile breaks the lease; the signal
  // that tells so is one that does nothing.
  fcntl(fd, F_SETSIG, SIGURG);
  const bool refused = fcntl(fd, F_SETLEASE, F_RDLCK) != 0 && errno == EAGAIN;
  fcntl(fd, F_SETLEASE, F_UNLCK);
  close(fd);
  return refused;
}

FolderWatch::FolderWatch(int fd, fs::path folder, fs::path left_out,
                         std::chrono::milliseconds quiet)
    : fd_(fd), folder_(std::move(folder)), left_out_(std::move(left_out)), quiet_(quiet) {}

FolderWatch::~FolderWatch() {
  if (fd_ >= 0) close(fd_);
}

FolderWatch::FolderWatch(FolderWatch&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      folder_(std::move(other.folder_)),
      left_out_(std::move(other.left_out_)),
      quiet_(other.quiet_),
      folders_(std::move(other.folders_)),
      changed_(std::move(other.changed_)) {}

Result<FolderWatch> FolderWatch::start(const fs::path& folder, const fs::path& left_out,
                                       std::chrono::milliseconds quiet) {
  FolderWatch watch(inotify_init1(IN_CLOEXEC | IN_NONBLOCK), folder, left_out, quiet);
  std::error_code no_folder;
  // The path of the folder itself may be a link.
  const fs::path real = fs::canonical(folder, no_folder);
  if (watch.fd_ >= 0 && !no_folder) watch.watch_below(folder, false);
  if (watch.folders_.empty()) {
    return Error{ErrorCode::cannot_open,
                 "the folder cannot be watched: " + folder.string() + ": " + std::strerror(errno),
                 "Check that it is a folder and fs.inotify.max_user_watches.", 0};
  }
  return watch;
}

void FolderWatch::watch_below(const fs::path& folder, bool tell_files) {
  std::error_code absent;
  if (fs::equivalent(folder, left_out_, absent)) return;
  const std::uint32_t mask = folder == folder_ ? events & ~std::uint32_t{IN_DONT_FOLLOW} : events;
  const int watch = inotify_add_watch(fd_, folder.c_str(), mask);
  if (watch < 0) return;
  folders_[watch] = folder;
  for (fs::directory_iterator entry(folder, absent), end; !absent && entry != end;
       entry.increment(absent)) {
    std::error_code gone;
    if (entry->is_directory(gone) && !entry->is_symlink(gone)) {
      watch_below(entry->path(), tell_files);
    } else if (tell_files) {
      look_again(entry->path().string());
    }
  }
}

void FolderWatch::forget_below(const fs::path& folder) {
  const std::string below = folder.string() + '/';
  std::erase_if(folders_, [&](const auto& entry) {
    const bool is_below = (entry.second.string() + '/').starts_with(below);
    if (is_below) inotify_rm_watch(fd_, entry.first);
    return is_below;
  });
}

void FolderWatch::read_events() {
  alignas(inotify_event) std::array<char, 65536> block{};
  for (;;) {
    const ssize_t size = read(fd_, block.data(), block.size());
    if (size <= 0) return;
    for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
      inotify_event event{};
      std::memcpy(&event, block.data() + at, sizeof event);
      const char* name = block.data() + at + sizeof event;
      at += sizeof event + event.len;
      // More happened than the kernel keeps: everything is looked at again.
      if ((event.mask & IN_Q_OVERFLOW) != 0) watch_below(folder_, true);
      const auto folder = folders_.find(event.wd);
      if (folder == folders_.end() || event.len == 0) continue;
      const fs::path path = folder->second / name;
      const bool is_new = (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0;
      if ((event.mask & IN_ISDIR) != 0) {
        is_new ? watch_below(path, true) : forget_below(path);
      } else if ((event.mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0 ||
                 (is_new && is_made_in_one_step(path.string()))) {
        look_again(path.string());
      }
    }
  }
}

std::vector<std::string> FolderWatch::arrived() {
  read_events();
  std::vector<std::string> complete;
  const Clock::time_point now = Clock::now();
  for (auto& [path, changed] : changed_) {
    if (now - changed < quiet_) continue;
    if (is_being_written(path)) {
      changed = now;
    } else {
      complete.push_back(path);
    }
  }
  for (const std::string& path : complete) changed_.erase(path);
  std::error_code absent;
  std::erase_if(complete, [&](const std::string& path) {
    return !fs::exists(fs::symlink_status(path, absent));
  });
  return complete;
}

}  // namespace trichyeu
