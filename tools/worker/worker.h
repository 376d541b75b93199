// Runs a function in a process of its own, confined, so that what a hostile document does to it (a
// crash, a loop without end, memory) stays there. For one document that is this process's already;
// many are given to a Pool.
#pragma once

#include <functional>

#include "models/result.h"
#include "tools/worker/confinement.h"
#include "tools/worker/deferred_interrupts.h"
#include "tools/worker/limits.h"
#include "tools/worker/message.h"

namespace trichyeu {

using Job = std::function<Result<Message>()>;

// What `job` returned, within the time of a document with as many pages as may be. Fails besides as
// a task of a Pool does; with worker_died too when an interrupt comes, which the caller's
// `interrupts` then acts on. The child shares nothing but its answer, and ends with this process.
[[nodiscard]] Result<Message> run_in_worker(const Job& job, const Limits& limits,
                                            const Confinement& confinement,
                                            const DeferredInterrupts& interrupts);

// The same with the usual confinement.
[[nodiscard]] Result<Message> run_in_worker(const Job& job, const Limits& limits,
                                            const DeferredInterrupts& interrupts);

}  // namespace trichyeu
