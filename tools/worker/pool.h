// Worker processes that tasks are given to: started when there is work and none is idle, kept for
// many tasks, started anew after so many, after a death and after a limit.
//
// Made and used on one thread, in a process without other threads: it forks.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "models/result.h"
#include "tools/worker/message.h"
#include "tools/worker/worker_process.h"

namespace trichyeu {

struct PoolOptions {
  std::size_t workers = 1;  // at most, at a time
  // What a library does not give back goes with the process.
  int tasks_of_a_worker = 1000;
  WorkerSetup setup;
};

struct WorkerTask {
  std::uint64_t id = 0;  // the caller's own
  Message request;
  int file = -1;  // goes to the worker besides; stays the caller's, who may close it after run()
  std::chrono::milliseconds time_limit{0};
  std::chrono::milliseconds longest_time{0};  // that the worker may ask for; at least time_limit
};

struct WorkerResult {
  std::uint64_t id = 0;
  // Of the handler; or timed_out, too_large (memory), worker_died.
  Result<Message> answer = Message{};
  double seconds = 0;                 // wall time
  std::size_t peak_memory_bytes = 0;  // resident
  bool killed_from_outside = false;   // by SIGKILL, which no task brings upon itself
};

class Pool {
 public:
  // Starts the first worker, to see that it can be. Fails with internal or not_confined.
  [[nodiscard]] static Result<Pool> start(PoolOptions options);

  Pool(Pool&&) noexcept;
  Pool& operator=(Pool&&) noexcept;
  ~Pool();  // ends all workers at once

  [[nodiscard]] const Confined& confined() const;
  [[nodiscard]] bool has_idle() const;
  [[nodiscard]] bool is_busy() const;  // a task is under way

  // Only while has_idle().
  void run(const WorkerTask& task);

  // Results of tasks; waits for the first. None where nothing is under way, when `wake_up_fd` (-1:
  // none) becomes readable, or at `until`.
  [[nodiscard]] std::vector<WorkerResult> wait(
      int wake_up_fd = -1,
      std::optional<std::chrono::steady_clock::time_point> until = std::nullopt);

 private:
  class Implementation;
  explicit Pool(std::unique_ptr<Implementation> implementation);
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace trichyeu
