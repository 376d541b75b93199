// LibreOffice as a child that turns one old word processor's file into ODT.
//
// It runs without a window, in a folder of its own that holds its profile, its temporary files and
// the document, and is gone afterwards: macros off, links not followed, no sockets but local ones,
// limits on time, memory and file size; it ends with this process. It reads and writes what this
// user may, so its confinement is not that of the workers.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>

#include "extractor/read/office_format.h"
#include "models/result.h"
#include "tools/office/private_folder.h"
#include "tools/worker/file_descriptor.h"

namespace trichyeu {

class OfficeRun {
 public:
  using Clock = std::chrono::steady_clock;

  // `file` is the document, open for reading at any place; it stays the caller's. Fails with
  // office_unavailable, cannot_open (the file), cannot_write (no room for its folder) or internal.
  [[nodiscard]] static Result<OfficeRun> start(int file, OfficeFormat format,
                                               std::chrono::seconds time_limit);

  OfficeRun(OfficeRun&& other) noexcept;
  OfficeRun& operator=(OfficeRun&& other) noexcept;
  OfficeRun(const OfficeRun&) = delete;
  OfficeRun& operator=(const OfficeRun&) = delete;
  ~OfficeRun();  // ends the child and what it may have started

  // Readable when the child has ended; another one after each call of result().
  [[nodiscard]] int fd() const { return ended_.get(); }
  [[nodiscard]] Clock::time_point deadline() const { return deadline_; }

  // The ODT; nothing while the child is at work. Fails with timed_out, damaged (LibreOffice could
  // make nothing of it) or too_large. Not called again after that.
  [[nodiscard]] std::optional<Result<std::string>> result(Clock::time_point now);

 private:
  OfficeRun() = default;
  [[nodiscard]] bool start_child();
  int end_child();

  std::string program_;
  OfficeFormat format_ = OfficeFormat::rtf;
  std::chrono::seconds time_limit_{0};
  Clock::time_point deadline_;
  PrivateFolder folder_;
  pid_t child_ = -1;
  FileDescriptor ended_;
  int starts_ = 0;
};

}  // namespace trichyeu
