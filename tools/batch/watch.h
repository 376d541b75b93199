// Files that arrive in a folder, each told when it is complete: closed by who wrote it, or moved
// there, and untouched for a while since.
//
// What other machines write into a network folder is not seen: the kernel tells only what passes
// through it. Folders behind links are not watched.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "models/result.h"

namespace trichyeu {

class FolderWatch {
 public:
  using Clock = std::chrono::steady_clock;

  // All below `folder` but `left_out`; folders that are made there, too. Fails with cannot_open.
  [[nodiscard]] static Result<FolderWatch> start(const std::filesystem::path& folder,
                                                 const std::filesystem::path& left_out,
                                                 std::chrono::milliseconds quiet);
  ~FolderWatch();
  FolderWatch(FolderWatch&& other) noexcept;
  FolderWatch& operator=(FolderWatch&&) = delete;
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  // Readable when something has happened.
  [[nodiscard]] int fd() const { return fd_; }

  // Paths that are complete now, each once for each time it was written. Never waits; what is still
  // too young is told by a later call.
  [[nodiscard]] std::vector<std::string> arrived();

  // Tells `path` once more, after the same while.
  void look_again(const std::string& path) { changed_[path] = Clock::now(); }

 private:
  FolderWatch(int fd, std::filesystem::path folder, std::filesystem::path left_out,
              std::chrono::milliseconds quiet);
  void read_events();
  void watch_below(const std::filesystem::path& folder, bool tell_files);
  void forget_below(const std::filesystem::path& folder);

  int fd_;
  std::filesystem::path folder_;
  std::filesystem::path left_out_;
  std::chrono::milliseconds quiet_;
  std::map<int, std::filesystem::path> folders_;  // by watch
  std::map<std::string, Clock::time_point> changed_;
};

// Whether a process has it open for writing, as far as the kernel tells: it does so of files of
// one's own, and to root.
[[nodiscard]] bool is_being_written(const std::string& path);

}  // namespace trichyeu
