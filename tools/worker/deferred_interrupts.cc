#include "tools/worker/deferred_interrupts.h"

#include <sys/signalfd.h>
#include <unistd.h>

namespace trichyeu {

namespace {

sigset_t all_interrupts() {
  sigset_t interrupts;
  sigemptyset(&interrupts);
  sigaddset(&interrupts, SIGINT);
  sigaddset(&interrupts, SIGTERM);
  return interrupts;
}

}  // namespace

DeferredInterrupts::DeferredInterrupts() {
  const sigset_t interrupts = all_interrupts();
  sigprocmask(SIG_BLOCK, &interrupts, &before_);
  fd_ = signalfd(-1, &interrupts, SFD_CLOEXEC | SFD_NONBLOCK);
}

DeferredInterrupts::~DeferredInterrupts() {
  close(fd_);
  release();
}

void DeferredInterrupts::hold() const {
  const sigset_t interrupts = all_interrupts();
  sigprocmask(SIG_BLOCK, &interrupts, nullptr);
}

void DeferredInterrupts::release() const { sigprocmask(SIG_SETMASK, &before_, nullptr); }

}  // namespace trichyeu
