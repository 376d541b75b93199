// The worker says first how it is confined, then answers each request. Everything it needs of this
// process it has from the fork: it shares no file with it but the wire.
#include "tools/worker/worker_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <exception>
#include <fstream>
#include <new>
#include <string>
#include <thread>

#include "tools/worker/answer.h"
#include "tools/worker/sanitized.h"

namespace trichyeu {
namespace {

constexpr int longest_start = 30'000;  // milliseconds

// Leads nowhere: a library's chatter is no output of ours, and a hostile document has nobody to
// talk to. Reports of sanitizers are wanted.
void leave_standard_streams() {
  const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
  dup2(nothing, STDIN_FILENO);
  dup2(nothing, STDOUT_FILENO);
  if (!is_sanitized) dup2(nothing, STDERR_FILENO);
}

// Returns the wire, moved to the first place behind the standard streams.
int close_all_but(int wire) {
  constexpr int place = STDERR_FILENO + 1;
  dup2(wire, place);
  close_range(place + 1, ~0U, 0);
  return place;
}

// The parent decides when to end: an interrupt from the keyboard reaches all processes at once.
void leave_signals_to_parent() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) std::signal(signal, SIG_IGN);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

Result<Message> result_of(const TaskHandler& handler, const Request& request,
                          const TimeExtension& extend) {
  try {
    return handler(request.message, request.file.get(), extend);
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::too_large, "it needs more memory than there is",
                 "Split the document, or allow more with --memory.", 0};
  } catch (const std::exception& exception) {
    return Error{ErrorCode::internal,
                 std::string("it met a defect of trichyeu: ") + exception.what(),
                 "Please report it with the file.", 0};
  }
}

Result<Message> hello_of(const Result<Confined>& confined) {
  if (!confined) return confined.error();
  return Message{confined->calls_filtered ? "filtered" : "",
                 confined->files_narrowed ? "narrowed" : ""};
}

// Without destructors and buffers of the parent: both are the parent's to run and to write.
[[noreturn]] void be_worker(const WorkerSetup& setup, int inherited_wire, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(0);
  leave_signals_to_parent();
  leave_standard_streams();
  const int wire = close_all_but(inherited_wire);
  const Result<Confined> confined = confine(setup.confinement);
  bool goes_on = send_message(wire, message_of(hello_of(confined))) && confined.ok();
  const TimeExtension extend = [&](std::chrono::seconds time) {
    goes_on = send_message(wire, extension_message(time));
  };
  while (goes_on) {
    const std::optional<Request> request = receive_request(wire);
    if (!request) break;
    goes_on = send_message(wire, message_of(result_of(setup.handler, *request, extend)));
  }
  _exit(0);
}

Result<Confined> hello_from(Connection& connection) {
  pollfd wait{connection.fd(), POLLIN, 0};
  Message message;
  while (connection.receive(message) == Connection::Received::nothing_yet) {
    if (poll(&wait, 1, longest_start) == 0) break;
  }
  const Error silent{ErrorCode::internal, "a worker did not start", {}, 0};
  if (message.empty()) return silent;
  const Result<Message> hello = answer_of(std::move(message));
  if (!hello) return hello.error();
  if (hello->size() != 2) return silent;
  return Confined{!(*hello)[0].empty(), !(*hello)[1].empty()};
}

}  // namespace

Result<WorkerProcess> WorkerProcess::start(const WorkerSetup& setup) {
  Result<std::pair<Connection, FileDescriptor>> wire = Connection::make();
  if (!wire) return wire.error();
  const pid_t parent = getpid();
  const pid_t pid = fork();
  if (pid < 0) {
    return Error{ErrorCode::internal, "no process could be started",
                 "Try again when the machine is less busy.", 0};
  }
  if (pid == 0) be_worker(setup, wire->second.get(), parent);
  WorkerProcess worker(pid, std::move(wire.value().first));
  const Result<Confined> confined = hello_from(worker.connection_);
  if (!confined) return confined.error();
  worker.confined_ = *confined;
  return worker;
}

WorkerProcess::WorkerProcess(WorkerProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)),
      connection_(std::move(other.connection_)),
      confined_(other.confined_) {}

WorkerProcess& WorkerProcess::operator=(WorkerProcess&& other) noexcept {
  std::swap(pid_, other.pid_);
  std::swap(connection_, other.connection_);
  std::swap(confined_, other.confined_);
  return *this;
}

WorkerProcess::~WorkerProcess() {
  if (pid_ > 0) static_cast<void>(end());
}

bool WorkerProcess::has_ended() const {
  siginfo_t info{};
  return waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT) != 0 ||
         info.si_pid == pid_;
}

void WorkerProcess::begin_count(std::chrono::seconds most_processor_time) const {
  std::ofstream("/proc/" + std::to_string(pid_) + "/clear_refs") << '5';  // the peak, begins anew
  clockid_t clock{};
  timespec used{};
  if (clock_getcpuclockid(pid_, &clock) != 0 || clock_gettime(clock, &used) != 0) return;
  rlimit limits{};
  if (prlimit(pid_, RLIMIT_CPU, nullptr, &limits) != 0) return;
  const auto most = static_cast<rlim_t>(used.tv_sec + 1 + most_processor_time.count());
  limits.rlim_cur = std::min(limits.rlim_max, most);
  prlimit(pid_, RLIMIT_CPU, &limits, nullptr);
}

std::size_t WorkerProcess::peak_memory_bytes() const {
  std::ifstream status("/proc/" + std::to_string(pid_) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.rfind("VmHWM:", 0) == 0)
      return std::strtoull(line.c_str() + line.find_first_of("0123456789"), nullptr, 10) * 1024;
  }
  return 0;
}

WorkerProcess::End WorkerProcess::end(std::chrono::milliseconds grace) {
  constexpr std::chrono::milliseconds pause{1};
  for (; grace.count() > 0 && !has_ended(); grace -= pause) std::this_thread::sleep_for(pause);
  End end;
  end.by_itself = has_ended();
  rusage usage{};
  kill(pid_, SIGKILL);  // does nothing to one that has ended
  while (wait4(pid_, &end.status, 0, &usage) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  end.peak_memory_bytes = static_cast<std::size_t>(usage.ru_maxrss) * 1024;
  return end;
}

Result<Confined> tried(const Confinement& confinement) {
  const Result<WorkerProcess> worker = WorkerProcess::start({{}, confinement});
  if (!worker) return worker.error();
  return worker->confined();
}

}  // namespace trichyeu
