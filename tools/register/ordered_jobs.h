// Many small jobs in a few processes of their own, answers in the jobs' order.
//
// A job touches untrusted bytes, so its process is confined; what becomes of it (a crash, a loop
// without end) costs that one job, and the next are done by a new process.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include <sys/types.h>

#include "models/result.h"
#include "tools/worker/confinement.h"
#include "tools/worker/message.h"

namespace trichyeu {

class OrderedJobs {
 public:
  using Job = std::function<Message(std::size_t)>;

  struct Setup {
    std::size_t count = 0;  // jobs 0 to count - 1
    std::size_t processes = 1;
    std::chrono::seconds time_limit{0};  // for one job
    Confinement confinement;             // of each process
  };

  OrderedJobs(Setup setup, Job job);
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

  Setup setup_;
  Job job_;
  std::vector<Process> processes_;  // job N is of process N modulo their number
  std::size_t next_ = 0;
};

}  // namespace trichyeu
