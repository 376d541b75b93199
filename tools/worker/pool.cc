#include "tools/worker/pool.h"

#include <poll.h>
#include <sys/wait.h>

#include <algorithm>
#include <csignal>
#include <cstring>
#include <string>
#include <utility>

#include "tools/worker/answer.h"

namespace trichyeu {
namespace {

using Clock = std::chrono::steady_clock;

// Of its address space: a process that died with so much in use died of its limit, which libraries
// seldom survive.
constexpr double share_that_is_all = 0.7;

// For a process whose wire is closed.
constexpr std::chrono::milliseconds time_to_end{1000};

struct Work {
  std::uint64_t id = 0;
  Clock::time_point begin;
  Clock::time_point deadline;
  std::chrono::milliseconds longest_time{0};
};

struct Slot {
  std::optional<WorkerProcess> process;
  std::optional<Work> work;
  int tasks = 0;
};

std::chrono::seconds whole_seconds(std::chrono::milliseconds time) {
  return std::chrono::ceil<std::chrono::seconds>(time);
}

Error too_late(Clock::duration time) {
  const auto seconds = std::chrono::round<std::chrono::seconds>(time).count();
  return {ErrorCode::timed_out, "it took longer than " + std::to_string(seconds) + " s",
          "Give it more with --timeout SECONDS, or split the document.", 0};
}

Error no_memory(std::size_t limit) {
  return {ErrorCode::too_large,
          "it needs more than the " + std::to_string(limit >> 20U) + " MB of memory it may have",
          "Split the document, or allow more with --memory.", 0};
}

Error death(int status) {
  std::string how = "ended without an answer";
  if (WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    how = signal == SIGSYS
              ? "did what no document needs (a system call that is not allowed)"
              : "ended by signal " + std::to_string(signal) + " (" + strsignal(signal) + ")";
  }
  return {ErrorCode::worker_died, "the process that read it " + how,
          "Please report it with the file.", 0};
}

bool ended_by(int status, int signal) { return WIFSIGNALED(status) && WTERMSIG(status) == signal; }

int milliseconds_until(Clock::time_point time) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(time - Clock::now()).count();
  return static_cast<int>(std::clamp<std::chrono::milliseconds::rep>(left, 0, 60'000));
}

}  // namespace

class Pool::Implementation {
 public:
  Implementation(PoolOptions options, WorkerProcess first)
      : options_(std::move(options)),
        confined_(first.confined()),
        slots_(std::max<std::size_t>(1, options_.workers)) {
    slots_[0].process = std::move(first);
  }

  [[nodiscard]] const Confined& confined() const { return confined_; }

  [[nodiscard]] bool has_idle() const {
    return std::any_of(slots_.begin(), slots_.end(), [](const Slot& slot) { return !slot.work; });
  }
  [[nodiscard]] bool is_busy() const {
    return !results_.empty() || std::any_of(slots_.begin(), slots_.end(),
                                            [](const Slot& slot) { return slot.work.has_value(); });
  }

  void run(const WorkerTask& task) {
    Slot& slot = idle_slot();
    if (std::optional<Error> error = make_ready(slot)) {
      WorkerResult& result = results_.emplace_back();
      result.id = task.id;
      result.answer = *std::move(error);
      return;
    }
    const Clock::time_point now = Clock::now();
    slot.work = Work{task.id, now, now + task.time_limit, task.longest_time};
    slot.process->begin_count(whole_seconds(std::max(task.time_limit, task.longest_time)));
    if (!slot.process->connection().send(task.request, task.file)) lose(slot);
  }

  std::vector<WorkerResult> wait(int wake_up_fd, std::optional<Clock::time_point> until) {
    while (results_.empty() && is_busy()) {
      end_late_tasks();
      if (!results_.empty() || (until && Clock::now() >= *until)) break;
      if (poll_once(wake_up_fd, until)) break;
    }
    return std::exchange(results_, {});
  }

 private:
  // One with a process is preferred: what it has learned (states of automata, fonts) is of use.
  Slot& idle_slot() {
    const auto better = [](const Slot& a, const Slot& b) {
      const auto rank = [](const Slot& slot) { return slot.work ? 2 : slot.process ? 0 : 1; };
      return rank(a) < rank(b);
    };
    return *std::min_element(slots_.begin(), slots_.end(), better);
  }

  std::optional<Error> make_ready(Slot& slot) {
    if (slot.process && (slot.tasks >= options_.tasks_of_a_worker || slot.process->has_ended()))
      slot.process.reset();
    if (!slot.process) {
      Result<WorkerProcess> started = WorkerProcess::start(options_.setup);
      if (!started) return started.error();
      slot.process = std::move(started).value();
      slot.tasks = 0;
    }
    ++slot.tasks;
    return std::nullopt;
  }

  // Whether the caller is to be woken up.
  bool poll_once(int wake_up_fd, std::optional<Clock::time_point> until) {
    std::vector<pollfd> waits{{wake_up_fd, POLLIN, 0}};
    std::vector<Slot*> waiting;
    Clock::time_point first = until.value_or(Clock::time_point::max());
    for (Slot& slot : slots_) {
      if (!slot.work) continue;
      const bool unsent = slot.process->connection().has_unsent();
      waits.push_back({slot.process->connection().fd(),
                       static_cast<short>(POLLIN | (unsent ? POLLOUT : 0)), 0});
      waiting.push_back(&slot);
      first = std::min(first, slot.work->deadline);
    }
    if (poll(waits.data(), waits.size(), milliseconds_until(first)) <= 0) return false;
    for (std::size_t at = 0; at < waiting.size(); ++at) {
      if (waits[at + 1].revents != 0) serve(*waiting[at], waits[at + 1].revents);
    }
    return waits[0].revents != 0;
  }

  void serve(Slot& slot, short events) {
    Connection& connection = slot.process->connection();
    if ((events & POLLOUT) != 0 && !connection.send_rest()) return lose(slot);
    for (Message message; slot.work;) {
      switch (connection.receive(message)) {
        case Connection::Received::nothing_yet: return;
        case Connection::Received::message: take(slot, std::move(message)); break;
        case Connection::Received::nonsense:
          finish(slot, answer_of({}), slot.process->end().peak_memory_bytes);
          slot.process.reset();
          return;
        case Connection::Received::closed: return lose(slot);
      }
    }
  }

  void take(Slot& slot, Message message) {
    if (const auto time = extension_in(message)) {
      const auto granted = std::min<std::chrono::milliseconds>(*time, slot.work->longest_time);
      slot.work->deadline = std::max(slot.work->deadline, slot.work->begin + granted);
      return;
    }
    finish(slot, answer_of(std::move(message)), slot.process->peak_memory_bytes());
  }

  void end_late_tasks() {
    for (Slot& slot : slots_) {
      if (!slot.work || Clock::now() < slot.work->deadline) continue;
      const Error error = too_late(slot.work->deadline - slot.work->begin);
      finish(slot, error, slot.process->end().peak_memory_bytes);
      slot.process.reset();
    }
  }

  // Its process ended, or is about to.
  void lose(Slot& slot) {
    const Clock::duration time = slot.work->deadline - slot.work->begin;
    const WorkerProcess::End end = slot.process->end(time_to_end);
    const std::size_t limit = options_.setup.confinement.memory_bytes;
    const bool full = limit > 0 && static_cast<double>(end.peak_memory_bytes) >
                                       share_that_is_all * static_cast<double>(limit);
    const Error error = ended_by(end.status, SIGXCPU) ? too_late(time)
                        : full                        ? no_memory(limit)
                                                      : death(end.status);
    finish(slot, error, end.peak_memory_bytes);
    results_.back().killed_from_outside = end.by_itself && ended_by(end.status, SIGKILL);
    slot.process.reset();
  }

  void finish(Slot& slot, Result<Message> answer, std::size_t peak_memory_bytes) {
    WorkerResult& result = results_.emplace_back();
    result.id = slot.work->id;
    result.answer = std::move(answer);
    result.seconds = std::chrono::duration<double>(Clock::now() - slot.work->begin).count();
    result.peak_memory_bytes = peak_memory_bytes;
    slot.work.reset();
  }

  PoolOptions options_;
  Confined confined_;
  std::vector<Slot> slots_;
  std::vector<WorkerResult> results_;
};

Pool::Pool(std::unique_ptr<Implementation> implementation)
    : implementation_(std::move(implementation)) {}
Pool::Pool(Pool&&) noexcept = default;
Pool& Pool::operator=(Pool&&) noexcept = default;
Pool::~Pool() = default;

Result<Pool> Pool::start(PoolOptions options) {
  Result<WorkerProcess> first = WorkerProcess::start(options.setup);
  if (!first) return first.error();
  return Pool(std::make_unique<Implementation>(std::move(options), std::move(first).value()));
}

const Confined& Pool::confined() const { return implementation_->confined(); }
bool Pool::has_idle() const { return implementation_->has_idle(); }
bool Pool::is_busy() const { return implementation_->is_busy(); }
void Pool::run(const WorkerTask& task) { implementation_->run(task); }

std::vector<WorkerResult> Pool::wait(int wake_up_fd, std::optional<Clock::time_point> until) {
  return implementation_->wait(wake_up_fd, until);
}

}  // namespace trichyeu
