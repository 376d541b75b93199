// The child computes first and writes its answer last, in one piece; the parent reads until the
// pipe closes. Whatever goes wrong in between leaves a message that is not whole.
#include "tools/worker/worker.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <new>
#include <optional>
#include <string>

#include "models/names.h"

namespace trichyeu {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::string_view answer_field = "answer";
constexpr std::string_view error_field = "error";

Message message_of(const Error& error) {
  return {std::string(error_field), std::string(name_of(error.code)), error.message, error.advice,
          std::to_string(error.page)};
}

Error error_of(const Message& message) {
  if (message.size() != 5)
    return {ErrorCode::internal, "the worker's answer makes no sense", {}, 0};
  return {value_of<ErrorCode>(message[1]).value_or(ErrorCode::internal), message[2], message[3],
          std::stoi(message[4])};
}

Message answer_of(const Job& job) {
  try {
    Result<Message> result = job();
    if (!result) return message_of(result.error());
    Message answer = std::move(result).value();
    answer.insert(answer.begin(), std::string(answer_field));
    return answer;
  } catch (const std::bad_alloc&) {
    return message_of(
        {ErrorCode::too_large, "it needs more memory than there is", "Split the document.", 0});
  } catch (const std::exception& exception) {
    return message_of({ErrorCode::internal,
                       std::string("it met a defect of trichyeu: ") + exception.what(),
                       "Please report it with the file.", 0});
  }
}

void write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

// Without destructors and buffers of the parent: both are the parent's to run and to write.
[[noreturn]] void be_worker(const Job& job, int pipe, const DeferredInterrupts& interrupts) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  interrupts.release();
  const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
  dup2(nothing, STDIN_FILENO);
  dup2(nothing, STDOUT_FILENO);
  write_all(pipe, encoded(answer_of(job)));
  _exit(0);
}

// Why reading stopped, where the pipe did not just close.
enum class Stop { closed, late, interrupted };

Stop read_until_closed(int pipe, int interrupts, Clock::time_point deadline, std::string& bytes) {
  std::array<pollfd, 2> waits{{{pipe, POLLIN, 0}, {interrupts, POLLIN, 0}}};
  std::array<char, 65536> buffer{};
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return Stop::late;
    const int wait = static_cast<int>(std::min<std::chrono::milliseconds::rep>(left, 60'000));
    if (poll(waits.data(), waits.size(), wait) <= 0) continue;
    if (waits[1].revents != 0) return Stop::interrupted;
    const ssize_t size = read(pipe, buffer.data(), buffer.size());
    if (size == 0) return Stop::closed;
    if (size > 0) bytes.append(buffer.data(), static_cast<std::size_t>(size));
  }
}

Error death(int status) {
  const std::string how = WIFSIGNALED(status)
                              ? std::string("ended by signal ") + std::to_string(WTERMSIG(status)) +
                                    " (" + strsignal(WTERMSIG(status)) + ")"
                              : "ended without an answer";
  return {ErrorCode::worker_died, "the process that read it " + how,
          "Please report it with the file.", 0};
}

Error failure(Stop stop, int status, std::chrono::seconds time_limit) {
  if (stop == Stop::late) {
    return {ErrorCode::timed_out,
            "it took longer than " + std::to_string(time_limit.count()) + " s",
            "Give it more with --timeout SECONDS, or split the document.", 0};
  }
  if (stop == Stop::interrupted) return {ErrorCode::worker_died, "interrupted", {}, 0};
  return death(status);
}

}  // namespace

Result<Message> run_in_worker(const Job& job, std::chrono::seconds time_limit,
                              const DeferredInterrupts& interrupts) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0)
    return Error{ErrorCode::internal, "no pipe could be made", {}, 0};
  const pid_t child = fork();
  if (child < 0) {
    close(ends[0]);
    close(ends[1]);
    return Error{ErrorCode::internal, "no process could be started",
                 "Try again when the machine is less busy.", 0};
  }
  if (child == 0) be_worker(job, ends[1], interrupts);

  close(ends[1]);
  std::string bytes;
  const Stop stop = read_until_closed(ends[0], interrupts.fd(), Clock::now() + time_limit, bytes);
  close(ends[0]);
  if (stop != Stop::closed) kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  std::optional<Message> message = stop == Stop::closed ? decoded(bytes) : std::nullopt;
  if (!message || message->empty()) return failure(stop, status, time_limit);
  if (message->front() != answer_field) return error_of(*message);
  message->erase(message->begin());
  return *std::move(message);
}

}  // namespace trichyeu
