// One worker: a process forked from this one that does tasks one after the other, confined, until
// its wire is closed.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>

#include "models/result.h"
#include "tools/worker/confinement.h"
#include "tools/worker/connection.h"

namespace trichyeu {

// What a task may still ask of its parent: time, counted from its begin.
using TimeExtension = std::function<void(std::chrono::seconds)>;

// Does a task in the worker. `file` is what came with the request, -1 where nothing did; it is
// closed afterwards.
using TaskHandler =
    std::function<Result<Message>(const Message& request, int file, const TimeExtension& extend)>;

struct WorkerSetup {
  TaskHandler handler;
  Confinement confinement;
};

// This process's side of it. The worker ends with this object, and with this process.
class WorkerProcess {
 public:
  // Forks, and waits until the worker is confined. Fails with internal or not_confined.
  [[nodiscard]] static Result<WorkerProcess> start(const WorkerSetup& setup);

  WorkerProcess(WorkerProcess&& other) noexcept;
  WorkerProcess& operator=(WorkerProcess&& other) noexcept;
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;
  ~WorkerProcess();

  [[nodiscard]] Connection& connection() { return connection_; }
  [[nodiscard]] const Confined& confined() const { return confined_; }
  [[nodiscard]] bool has_ended() const;  // nobody has waited for it yet

  // Begins to count what the task to come costs, and ends the process when it has used so much
  // processor time more than until now (SIGXCPU).
  void begin_count(std::chrono::seconds most_processor_time) const;
  // Resident bytes at most since then.
  [[nodiscard]] std::size_t peak_memory_bytes() const;

  struct End {
    int status = 0;          // as wait(2) gives it
    bool by_itself = false;  // or by somebody else, but not here
    std::size_t peak_memory_bytes = 0;
  };
  // Waits, and ends it where it has not ended within `grace`.
  End end(std::chrono::milliseconds grace = std::chrono::milliseconds(0));

 private:
  WorkerProcess(pid_t pid, Connection connection) : pid_(pid), connection_(std::move(connection)) {}

  pid_t pid_ = -1;
  Connection connection_;
  Confined confined_;
};

// What this kernel grants a worker: starts one to see.
[[nodiscard]] Result<Confined> tried(const Confinement& confinement);

}  // namespace trichyeu
