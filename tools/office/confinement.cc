#include "tools/office/confinement.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>

namespace trichyeu {
namespace {

constexpr rlim_t most_memory = rlim_t{6} << 30;  // bytes of address space; most of it is libraries
constexpr rlim_t most_written = rlim_t{512} << 20;  // bytes of a file
constexpr rlim_t most_files = 1024;

bool limit(int resource, rlim_t most) {
  const rlimit limits{most, most};
  return setrlimit(static_cast<__rlimit_resource>(resource), &limits) == 0;
}

#if defined(__x86_64__)
constexpr unsigned architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned architecture = AUDIT_ARCH_AARCH64;
#else
#error "the filter of system calls needs this machine's architecture"
#endif

// socket() of any family but local ones says "permission denied".
bool refuse_network() {
  std::array<sock_filter, 9> filter{{
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, architecture, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 2),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
  }};
  const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
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
