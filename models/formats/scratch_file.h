// Files that nobody else sees, for what a library can only write to a file.
#pragma once

#include <string>

namespace trichyeu {

// In `folder`, or in memory where that is empty; it has no name, and goes away with this.
class ScratchFile {
 public:
  explicit ScratchFile(const std::string& folder);
  ~ScratchFile();
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  [[nodiscard]] bool is_open() const { return fd_ >= 0; }
  [[nodiscard]] int fd() const { return fd_; }
  // By which a library opens it while this lives.
  [[nodiscard]] std::string path() const;

 private:
  int fd_;
};

// Open for reading and writing, for the caller to close; below 0 where there is none.
[[nodiscard]] int open_scratch_file(const std::string& folder);

}  // namespace trichyeu
