// An input, open and known by its content.
#pragma once

#include <cstddef>
#include <string>

#include "models/result.h"
#include "tools/batch/records.h"

namespace trichyeu {

class OpenedInput {
 public:
  // Never waits: a FIFO or a socket is refused (not_a_file) unopened. Fails besides with
  // cannot_open and, over `max_bytes`, too_large, before anything is read.
  [[nodiscard]] static Result<OpenedInput> open(const std::string& path, std::size_t max_bytes);
  ~OpenedInput();
  OpenedInput(OpenedInput&& other) noexcept;
  OpenedInput& operator=(OpenedInput&&) = delete;
  OpenedInput(const OpenedInput&) = delete;
  OpenedInput& operator=(const OpenedInput&) = delete;

  [[nodiscard]] const FileStamp& stamp() const { return stamp_; }
  // Of the content, which is read for it. Fails with cannot_open or too_large.
  [[nodiscard]] Result<std::string> sha256() const;
  // Open for reading, at its beginning; the caller closes it.
  [[nodiscard]] int release();

 private:
  OpenedInput(int fd, FileStamp stamp, std::size_t max_bytes)
      : fd_(fd), stamp_(stamp), max_bytes_(max_bytes) {}
  int fd_;
  FileStamp stamp_;
  std::size_t max_bytes_;
};

}  // namespace trichyeu
