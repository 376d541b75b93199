// What a worker tries against its confinement ends it or fails: nothing of it takes place.
#include "tools/worker/confinement.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>
#include <thread>

#include "tests/support/temporary_folder.h"
#include "tools/worker/worker.h"

namespace trichyeu {
namespace {

using ::testing::AnyOf;
using ::testing::Eq;
using ::testing::HasSubstr;

constexpr const char* took_place = "took place";

// An attack says whether it took place; `file` is one that it may not touch.
using Attack = bool (*)(const std::string& file);

struct Attempt {
  const char* name;
  Attack attack;
};

bool opened(const std::string& path, int flags) {
  const int fd = open(path.c_str(), flags, 0600);
  return fd >= 0;
}

constexpr Attempt attempts[] = {
    {"Socket", [](const std::string&) { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }},
    {"LocalSocket", [](const std::string&) { return socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }},
    {"SocketPair",
     [](const std::string&) {
       int ends[2];
       return socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0;
     }},
    {"Exec",
     [](const std::string&) {
       execl("/bin/true", "true", nullptr);
       return false;
     }},
    {"Fork", [](const std::string&) { return fork() >= 0; }},
    {"VFork", [](const std::string&) { return syscall(SYS_vfork) >= 0; }},
    {"CloneOfAProcess",
     [](const std::string&) { return syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0) >= 0; }},
    {"Clone3", [](const std::string&) { return syscall(SYS_clone3, nullptr, 0) >= 0; }},
    {"OpenForWriting", [](const std::string& file) { return opened(file, O_WRONLY); }},
    {"OpenForBoth", [](const std::string& file) { return opened(file, O_RDWR); }},
    {"OpenToAppend", [](const std::string& file) { return opened(file, O_RDONLY | O_APPEND); }},
    {"OpenToEmpty", [](const std::string& file) { return opened(file, O_RDONLY | O_TRUNC); }},
    {"Create", [](const std::string& file) { return opened(file + ".new", O_RDONLY | O_CREAT); }},
    {"FileWithoutName",
     [](const std::string& file) {
       return opened(file.substr(0, file.rfind('/')), O_TMPFILE | O_RDWR);
     }},
    {"OpenByHandle",
     [](const std::string&) { return syscall(SYS_open_by_handle_at, -1, 0, 0) >= 0; }},
    {"OpenAt2", [](const std::string&) { return syscall(SYS_openat2, -1, "/", 0, 0) >= 0; }},
    {"ReadAForeignFile", [](const std::string& file) { return opened(file, O_RDONLY); }},
    {"ReadPasswords", [](const std::string&) { return opened("/etc/passwd", O_RDONLY); }},
    {"ListAFolder", [](const std::string&) { return opened("/", O_RDONLY | O_DIRECTORY); }},
    {"Remove", [](const std::string& file) { return unlink(file.c_str()) == 0; }},
    {"Rename",
     [](const std::string& file) { return rename(file.c_str(), (file + "2").c_str()) == 0; }},
    {"Link", [](const std::string& file) { return link(file.c_str(), (file + "2").c_str()) == 0; }},
    {"MakeFolder", [](const std::string& file) { return mkdir((file + "d").c_str(), 0700) == 0; }},
    {"ChangeMode", [](const std::string& file) { return chmod(file.c_str(), 0777) == 0; }},
    {"Truncate", [](const std::string& file) { return truncate(file.c_str(), 0) == 0; }},
    {"Trace", [](const std::string&) { return ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0; }},
    {"ReadMemoryOfTheParent",
     [](const std::string&) {
       return syscall(SYS_process_vm_readv, getppid(), nullptr, 0, nullptr, 0, 0) >= 0;
     }},
    {"KillTheParent", [](const std::string&) { return kill(getppid(), 0) == 0; }},
    {"SignalAThreadOfTheParent",
     [](const std::string&) { return syscall(SYS_tgkill, getppid(), getppid(), 0) == 0; }},
    {"FileInMemory", [](const std::string&) { return memfd_create("a", 0) >= 0; }},
    {"Ring",
     [](const std::string&) {
       std::array<char, 512> parameters{};
       return syscall(SYS_io_uring_setup, 4, parameters.data()) >= 0;
     }},
    {"CodeMadeAtRunTime",
     [](const std::string&) {
       return mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
              MAP_FAILED;
     }},
    {"DataMadeCode",
     [](const std::string&) {
       void* data = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
       return mprotect(data, 4096, PROT_READ | PROT_EXEC) == 0;
     }},
    {"RaiseALimit",
     [](const std::string&) {
       const rlimit limits{RLIM_INFINITY, RLIM_INFINITY};
       return setrlimit(RLIMIT_CPU, &limits) == 0;
     }},
    {"OtherUser", [](const std::string&) { return setuid(1) == 0; }},
    {"Mount", [](const std::string&) { return syscall(SYS_mount, "a", "/", "tmpfs", 0, 0) == 0; }},
    {"NewNamespace", [](const std::string&) { return syscall(SYS_unshare, 0) == 0; }},
    {"KernelProgram", [](const std::string&) { return syscall(SYS_bpf, 0, nullptr, 0) >= 0; }},
    {"KeyRing", [](const std::string&) { return syscall(SYS_keyctl, 0, 0, 0, 0, 0) >= 0; }},
    {"OtherControl", [](const std::string&) { return prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) == 0; }},
};

Result<Message> tried(const Job& job) {
  const DeferredInterrupts interrupts;
  return run_in_worker(job, Limits(), interrupts);
}

bool this_kernel_confines() {
  const DeferredInterrupts interrupts;
  return run_in_worker([]() -> Result<Message> { return Message{}; }, Limits(),
                       confinement_of_readers({}, Limits(), true), interrupts)
      .ok();
}

class ConfinedWorker : public ::testing::TestWithParam<Attempt> {};

TEST_P(ConfinedWorker, CannotDoWhatNoDocumentNeeds) {
  if (!this_kernel_confines()) GTEST_SKIP() << "this kernel does not confine workers wholly";
  const testing::TemporaryFolder folder;
  const std::string file = (folder.path() / "file").string();
  std::ofstream(file) << "content";
  const Result<Message> answer = tried([&]() -> Result<Message> {
    errno = 0;
    if (GetParam().attack(file)) return Message{took_place};
    return Message{std::strerror(errno)};
  });
  if (answer.ok()) {
    EXPECT_NE(answer->front(), took_place);
  } else {
    EXPECT_EQ(answer.error().code, ErrorCode::worker_died);
    EXPECT_THAT(answer.error().message, HasSubstr("system call that is not allowed"));
  }
  std::ifstream after(file);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(after), {}), "content");
}

INSTANTIATE_TEST_SUITE_P(Attempts, ConfinedWorker, ::testing::ValuesIn(attempts),
                         [](const auto& info) { return std::string(info.param.name); });

TEST(ConfinedWorker, MayComputeInThreads) {
  const Result<Message> answer = tried([]() -> Result<Message> {
    int sum = 0;
    std::thread([&] { sum = 42; }).join();
    return Message{std::to_string(sum)};
  });
  ASSERT_TRUE(answer.ok()) << answer.error().message;
  EXPECT_EQ(answer->front(), "42");
}

TEST(ConfinedWorker, ReadsFonts) {
  const Result<Message> answer = tried([]() -> Result<Message> {
    return Message{opened("/etc/fonts/fonts.conf", O_RDONLY) ? "read" : std::strerror(errno)};
  });
  ASSERT_TRUE(answer.ok()) << answer.error().message;
  EXPECT_THAT(answer->front(), AnyOf(Eq("read"), HasSubstr("No such file")));
}

TEST(ConfinedWorker, HasNoFileOfItsParent) {
  const testing::TemporaryFolder folder;
  const int fd = open(folder.path().c_str(), O_RDONLY);
  ASSERT_GE(fd, 0);
  const Result<Message> answer = tried([&]() -> Result<Message> {
    struct stat status {};
    return Message{fstat(fd, &status) == 0 && S_ISDIR(status.st_mode) ? took_place : "closed"};
  });
  close(fd);
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->front(), "closed");
}

TEST(ConfinedWorker, HasItsMemoryAndNoMore) {
  Limits limits;
  limits.memory_bytes = std::size_t{512} << 20;
  const DeferredInterrupts interrupts;
  const Result<Message> answer = run_in_worker(
      []() -> Result<Message> {
        const std::string large(std::size_t{1} << 30U, 'x');
        return Message{large.substr(0, 1)};
      },
      limits, interrupts);
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, ErrorCode::too_large);
}

TEST(Confinement, IsWholeOnlyWithBothFilters) {
  EXPECT_TRUE((Confined{true, true}).wholly());
  const Confined filter{true, false};
  EXPECT_FALSE(filter.wholly());
  EXPECT_THAT(description_of(filter), HasSubstr("NOT narrowed"));
}

}  // namespace
}  // namespace trichyeu
