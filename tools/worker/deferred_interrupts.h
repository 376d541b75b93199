// Holds back SIGINT and SIGTERM while something must be done whole or not at all.
#pragma once

#include <csignal>

namespace trichyeu {

// While it lives a signal only makes fd() readable; when it ends, the signal does what it would
// have done at once.
class DeferredInterrupts {
 public:
  DeferredInterrupts();
  ~DeferredInterrupts();
  DeferredInterrupts(const DeferredInterrupts&) = delete;
  DeferredInterrupts& operator=(const DeferredInterrupts&) = delete;

  [[nodiscard]] int fd() const { return fd_; }
  // Signals act at once again, until hold(): while nothing is at stake.
  void release() const;
  void hold() const;

 private:
  sigset_t before_{};
  int fd_ = -1;
};

}  // namespace trichyeu
