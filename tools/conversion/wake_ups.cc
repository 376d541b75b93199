#include "tools/conversion/wake_ups.h"

#include <poll.h>
#include <sys/epoll.h>

#include <algorithm>

namespace trichyeu {

WakeUps::WakeUps(const std::vector<int>& fds) : epoll_(epoll_create1(EPOLL_CLOEXEC)) {
  for (const int fd : fds) {
    epoll_event event{};
    event.events = EPOLLIN;
    if (fd >= 0) epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, fd, &event);
  }
}

void WakeUps::wait(std::optional<std::chrono::steady_clock::time_point> until) const {
  constexpr std::chrono::milliseconds longest{60'000};
  auto left = longest;
  const auto now = std::chrono::steady_clock::now();
  if (until && *until < now + longest) {
    left = *until <= now ? std::chrono::milliseconds(0)
                         : std::chrono::ceil<std::chrono::milliseconds>(*until - now);
  }
  pollfd wait{fd(), POLLIN, 0};
  poll(&wait, 1, static_cast<int>(left.count()));
}

bool is_readable(int fd) {
  pollfd wait{fd, POLLIN, 0};
  return fd >= 0 && poll(&wait, 1, 0) > 0;
}

}  // namespace trichyeu
