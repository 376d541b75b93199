// A full pipe holds its process back, so that none runs far ahead of the answers that are taken.
#include "tools/register/ordered_jobs.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>

#include "tools/command/files.h"

namespace trichyeu {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t size_bytes = 8;  // as tools/worker/message.h writes them
constexpr std::uint64_t most_bytes = std::uint64_t{2} << 30U;
constexpr int wanted_pipe_bytes = 1 << 20;

enum class Reading { done, ended, late };

// As many bytes behind those that are there already.
Reading read_more(int fd, std::size_t size, Clock::time_point deadline, std::string& bytes) {
  const std::size_t wanted = bytes.size() + size;
  std::size_t at = bytes.size();
  bytes.resize(wanted);
  while (at < wanted) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    pollfd waits{fd, POLLIN, 0};
    if (left <= 0) return Reading::late;
    if (poll(&waits, 1, static_cast<int>(std::min<std::int64_t>(left, 60'000))) <= 0) continue;
    const ssize_t got = read(fd, bytes.data() + at, wanted - at);
    if (got == 0 || (got < 0 && errno != EINTR)) return Reading::ended;
    if (got > 0) at += static_cast<std::size_t>(got);
  }
  return Reading::done;
}

std::uint64_t size_in(std::string_view bytes) {
  std::uint64_t size = 0;
  for (std::size_t at = 0; at < size_bytes; ++at)
    size |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at])) << (8 * at);
  return size;
}

Reading read_message(int fd, Clock::time_point deadline, std::optional<Message>& message) {
  std::string bytes;
  Reading reading = read_more(fd, size_bytes, deadline, bytes);
  if (reading != Reading::done) return reading;
  const std::uint64_t size = size_in(bytes);
  if (size > most_bytes) return Reading::ended;
  reading = read_more(fd, static_cast<std::size_t>(size), deadline, bytes);
  if (reading == Reading::done) message = decoded(bytes);
  return message ? reading : Reading::ended;
}

}  // namespace

OrderedJobs::OrderedJobs(Setup setup, Job job) : setup_(std::move(setup)), job_(std::move(job)) {
  processes_.resize(std::max<std::size_t>(1, std::min(setup_.processes, setup_.count)));
  for (std::size_t at = 0; at < processes_.size() && at < setup_.count; ++at)
    start(processes_[at], at);
}

OrderedJobs::~OrderedJobs() {
  for (Process& process : processes_) {
    if (process.id > 0) stop(process, false);
  }
}

std::optional<Result<Message>> OrderedJobs::next() {
  if (next_ >= setup_.count) return std::nullopt;
  const std::size_t at = next_++;
  Process& process = processes_[at % processes_.size()];
  if (process.id <= 0) {
    return Error{ErrorCode::internal, "no process could be started",
                 "Try again when the machine is less busy.", 0};
  }
  std::optional<Message> message;
  const Reading reading = read_message(process.pipe, Clock::now() + setup_.time_limit, message);
  if (reading == Reading::done) return *std::move(message);
  const Error error = stop(process, reading == Reading::late);
  if (at + processes_.size() < setup_.count) start(process, at + processes_.size());
  return error;
}

void OrderedJobs::start(Process& process, std::size_t first) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return;
  fcntl(ends[1], F_SETPIPE_SZ, wanted_pipe_bytes);
  const pid_t child = fork();
  if (child == 0) work(ends[1], first);
  close(ends[1]);
  if (child > 0) {
    process = {child, ends[0]};
  } else {
    close(ends[0]);
  }
}

Error OrderedJobs::stop(Process& process, bool is_late) {
  int status = 0;
  // One that ended by itself keeps its own signal to tell of.
  if (is_late || waitpid(process.id, &status, WNOHANG) == 0) {
    kill(process.id, SIGKILL);
    while (waitpid(process.id, &status, 0) < 0 && errno == EINTR) {
    }
  }
  close(process.pipe);
  process = {};
  if (is_late) return {ErrorCode::timed_out, "reading it took too long", "Convert it again.", 0};
  const std::string how = WIFSIGNALED(status)
                              ? "ended by signal " + std::to_string(WTERMSIG(status)) + " (" +
                                    strsignal(WTERMSIG(status)) + ")"
                              : "ended without an answer";
  return {ErrorCode::worker_died, "the process that read it " + how,
          "Please report it with the file.", 0};
}

// Without destructors and buffers of the parent: both are the parent's to run and to write.
void OrderedJobs::work(int pipe, std::size_t first) const {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
  dup2(nothing, STDIN_FILENO);
  dup2(nothing, STDOUT_FILENO);
  if (!confine(setup_.confinement)) _exit(1);
  for (std::size_t at = first; at < setup_.count; at += processes_.size()) {
    if (!write_all(pipe, encoded(job_(at)))) break;
  }
  _exit(0);
}

}  // namespace trichyeu
