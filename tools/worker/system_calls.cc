#include "tools/worker/system_calls.h"

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

#include "tools/worker/sanitized.h"

namespace trichyeu {
namespace {

constexpr int allowed[] = {
    // memory
    SCMP_SYS(brk), SCMP_SYS(madvise), SCMP_SYS(mremap), SCMP_SYS(munmap),
    // files that are open, or opened for reading
    SCMP_SYS(access), SCMP_SYS(close), SCMP_SYS(faccessat), SCMP_SYS(faccessat2),
    SCMP_SYS(fadvise64), SCMP_SYS(fstat), SCMP_SYS(fstatfs), SCMP_SYS(getcwd), SCMP_SYS(getdents64),
    SCMP_SYS(lseek), SCMP_SYS(lstat), SCMP_SYS(newfstatat), SCMP_SYS(pread64), SCMP_SYS(read),
    SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(readv), SCMP_SYS(stat), SCMP_SYS(statfs),
    SCMP_SYS(statx),
    // the wire
    SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(recvmsg), SCMP_SYS(sendmsg), SCMP_SYS(write),
    SCMP_SYS(writev),
    // threads
    SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(futex), SCMP_SYS(gettid), SCMP_SYS(membarrier),
    SCMP_SYS(rseq), SCMP_SYS(sched_getaffinity), SCMP_SYS(sched_yield), SCMP_SYS(set_robust_list),
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
    // clocks and what this machine is
    SCMP_SYS(clock_getres), SCMP_SYS(clock_gettime), SCMP_SYS(clock_nanosleep), SCMP_SYS(getrandom),
    SCMP_SYS(getrusage), SCMP_SYS(gettimeofday), SCMP_SYS(nanosleep), SCMP_SYS(restart_syscall),
    SCMP_SYS(sysinfo), SCMP_SYS(time), SCMP_SYS(times), SCMP_SYS(uname),
    // who this is
    SCMP_SYS(getegid), SCMP_SYS(geteuid), SCMP_SYS(getgid), SCMP_SYS(getpid), SCMP_SYS(getppid),
    SCMP_SYS(getrlimit), SCMP_SYS(getuid)};

constexpr int refused[] = {
    SCMP_SYS(chmod),    SCMP_SYS(creat),     SCMP_SYS(fchmod),    SCMP_SYS(fchmodat),
    SCMP_SYS(flock),    SCMP_SYS(fsync),     SCMP_SYS(ftruncate), SCMP_SYS(ioctl),
    SCMP_SYS(link),     SCMP_SYS(linkat),    SCMP_SYS(mkdir),     SCMP_SYS(mkdirat),
    SCMP_SYS(rename),   SCMP_SYS(renameat),  SCMP_SYS(renameat2), SCMP_SYS(rmdir),
    SCMP_SYS(symlink),  SCMP_SYS(symlinkat), SCMP_SYS(truncate),  SCMP_SYS(unlink),
    SCMP_SYS(unlinkat), SCMP_SYS(utimensat)};

class Filter {
 public:
  Filter() : context_(seccomp_init(SCMP_ACT_KILL_PROCESS), seccomp_release) {
    good_ = context_ != nullptr;
  }

  void allow(int call) { add(SCMP_ACT_ALLOW, call); }
  void allow_where(int call, scmp_arg_cmp condition) {
    if (good_) good_ = seccomp_rule_add(context_.get(), SCMP_ACT_ALLOW, call, 1, condition) == 0;
  }
  void refuse(int call, int error) { add(SCMP_ACT_ERRNO(static_cast<unsigned>(error)), call); }

  // Where any of the bits is set in the argument with this index; else it is allowed.
  void refuse_bits(int call, unsigned argument, std::initializer_list<unsigned> bits, int error) {
    unsigned all = 0;
    for (const unsigned bit : bits) {
      all |= bit;
      if (!good_) return;
      good_ = seccomp_rule_add(context_.get(), SCMP_ACT_ERRNO(static_cast<unsigned>(error)), call,
                               1, masked(argument, bit, bit)) == 0;
    }
    allow_where(call, masked(argument, all, 0));
  }

  static scmp_arg_cmp masked(unsigned argument, scmp_datum_t mask, scmp_datum_t value) {
    return {argument, SCMP_CMP_MASKED_EQ, mask, value};
  }
  static scmp_arg_cmp equal(unsigned argument, scmp_datum_t value) {
    return {argument, SCMP_CMP_EQ, value, 0};
  }

  // Takes effect; sets "no new privileges" too, as the kernel asks.
  [[nodiscard]] bool load() const { return good_ && seccomp_load(context_.get()) == 0; }

 private:
  void add(std::uint32_t action, int call) {
    if (good_) good_ = seccomp_rule_add(context_.get(), action, call, 0) == 0;
  }

  std::unique_ptr<void, void (*)(scmp_filter_ctx)> context_;
  bool good_ = false;
};

void add_conditional_rules(Filter& filter) {
  filter.refuse_bits(SCMP_SYS(open), 1, {O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND}, EACCES);
  filter.refuse_bits(SCMP_SYS(openat), 2, {O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND}, EACCES);
  filter.refuse(SCMP_SYS(openat2), ENOSYS);
  filter.refuse_bits(SCMP_SYS(mmap), 2, {PROT_EXEC}, EACCES);
  filter.refuse_bits(SCMP_SYS(mprotect), 2, {PROT_EXEC}, EACCES);
  filter.allow_where(SCMP_SYS(clone), Filter::masked(0, CLONE_THREAD, CLONE_THREAD));
  filter.refuse(SCMP_SYS(clone3), ENOSYS);  // its flags cannot be seen; glibc falls back to clone
  for (const int command : {F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC})
    filter.allow_where(SCMP_SYS(fcntl), Filter::equal(1, static_cast<scmp_datum_t>(command)));
  filter.allow_where(SCMP_SYS(prlimit64), Filter::equal(2, 0));  // asks, sets nothing
  filter.allow_where(SCMP_SYS(tgkill), Filter::equal(0, static_cast<scmp_datum_t>(getpid())));
}

}  // namespace

bool filter_system_calls() {
  Filter filter;
  for (const int call : allowed) filter.allow(call);
  for (const int call : refused) filter.refuse(call, EACCES);
  // Checks of types try through a pipe whether memory can be read.
  if (is_sanitized) filter.allow(SCMP_SYS(pipe2));
  add_conditional_rules(filter);
  return filter.load();
}

}  // namespace trichyeu
