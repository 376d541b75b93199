// Several files that wake up, as one.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "tools/worker/file_descriptor.h"

namespace trichyeu {

class WakeUps {
 public:
  // Those of `fds` that are none (-1) are passed over.
  explicit WakeUps(const std::vector<int>& fds);

  // Readable when one of them is.
  [[nodiscard]] int fd() const { return epoll_.get(); }
  // Until one of them is readable, but not beyond `until`, nor a minute.
  void wait(std::optional<std::chrono::steady_clock::time_point> until) const;

 private:
  FileDescriptor epoll_;
};

// Right now.
[[nodiscard]] bool is_readable(int fd);

}  // namespace trichyeu
