#include "tools/office/confinement.h"

#include <fcntl.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <memory>

namespace trichyeu {
namespace {

constexpr rlim_t most_memory = rlim_t{6} << 30;  // bytes of address space; most of it is libraries
constexpr rlim_t most_written = rlim_t{512} << 20;  // bytes of a file
constexpr rlim_t most_files = 1024;

bool limit(int resource, rlim_t most) {
  const rlimit limits{most, most};
  return setrlimit(static_cast<__rlimit_resource>(resource), &limits) == 0;
}

// socket() of any family but local ones says "permission denied"; a ring of system calls could open
// one unseen. Sets "no new privileges" too, as the kernel asks.
bool refuse_network() {
  const std::unique_ptr<void, void (*)(scmp_filter_ctx)> filter(seccomp_init(SCMP_ACT_ALLOW),
                                                                seccomp_release);
  const scmp_arg_cmp not_local{0, SCMP_CMP_NE, AF_UNIX, 0};
  return filter &&
         seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EACCES), SCMP_SYS(socket), 1, not_local) ==
             0 &&
         seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(io_uring_setup), 0) == 0 &&
         seccomp_load(filter.get()) == 0;
}

bool close_files() {
  const int nothing = open("/dev/null", O_RDWR);
  if (nothing < 0) return false;
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nothing, standard);
  return close_range(STDERR_FILENO + 1, ~0U, 0) == 0;
}

}  // namespace

bool confine_office(std::chrono::seconds time_limit) {
  return setpgid(0, 0) == 0 && prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && close_files() &&
         limit(RLIMIT_CPU, static_cast<rlim_t>(time_limit.count()) + 1) &&
         limit(RLIMIT_AS, most_memory) && limit(RLIMIT_FSIZE, most_written) &&
         limit(RLIMIT_NOFILE, most_files) && limit(RLIMIT_CORE, 0) && refuse_network();
}

}  // namespace trichyeu
