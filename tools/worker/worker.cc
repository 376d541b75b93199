#include "tools/worker/worker.h"

#include <utility>
#include <vector>

#include "tools/worker/pool.h"

namespace trichyeu {

Result<Message> run_in_worker(const Job& job, const Limits& limits, const Confinement& confinement,
                              const DeferredInterrupts& interrupts) {
  PoolOptions options;
  options.setup.handler = [&](const Message&, int, const TimeExtension&) { return job(); };
  options.setup.confinement = confinement;
  Result<Pool> pool = Pool::start(std::move(options));
  if (!pool) return pool.error();
  WorkerTask task;
  task.time_limit = limits.time_for(limits.max_pages);
  pool.value().run(task);
  std::vector<WorkerResult> results = pool.value().wait(interrupts.fd());
  if (results.empty()) return Error{ErrorCode::worker_died, "interrupted", {}, 0};
  return std::move(results.front().answer);
}

Result<Message> run_in_worker(const Job& job, const Limits& limits,
                              const DeferredInterrupts& interrupts) {
  return run_in_worker(job, limits, confinement_of_readers({}, limits, false), interrupts);
}

}  // namespace trichyeu
