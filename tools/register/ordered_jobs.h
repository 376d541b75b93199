// Many small jobs in a few processes of their own, answers in the jobs' order.
//
// A job touches untrusted bytes; what becomes of its process (a crash, a loop without end) costs
// that one job, and the next are done by a new process.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include <sys/types.h>

#include "models/result.h"
#include "tools/worker/message.h"

namespace trichyeu {

class OrderedJobs {
 public:
  using Job = std::function<Message(std::size_t)>;

  // Jobs 0 to `count` - 1. `time_limit` is for one of them.
  OrderedJobs(std::size_t count, std::size_t processes, std::chrono::seconds time_limit, Job job);
  ~OrderedJobs();  // ends the processes
  OrderedJobs(const OrderedJobs&) = delete;
  OrderedJobs& operator=(const OrderedJobs&) = delete;

  // The next job's answer; none when all were given. Fails with worker_died or timed_out.
  [[nodiscard]] std::optional<Result<Message>> next();

 private:
  struct Process {
    pid_t id = -1;
    int pipe = -1;
  };
  void start(Process& process, std::size_t first);
  static Error stop(Process& process, bool is_late);
  [[noreturn]] void work(int pipe, std::size_t first) const;

  std::size_t count_;
  std::chrono::seconds time_limit_;
  Job job_;
  std::vector<Process> processes_;  // job N is of process N modulo their number
  std::size_t next_ = 0;
};

}  // namespace trichyeu
