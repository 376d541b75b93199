// Runs a function in a process of its own, so that what a hostile document does to it (a crash, a
// loop without end, memory) stays there.
#pragma once

#include <chrono>
#include <functional>

#include "models/result.h"
#include "tools/worker/deferred_interrupts.h"
#include "tools/worker/message.h"

namespace trichyeu {

using Job = std::function<Result<Message>()>;

// What `job` returned. Fails besides with worker_died (ended by a signal, or without a whole
// answer) and timed_out. The child shares nothing but its pipe; it ends with this process, and when
// an interrupt comes, which the caller's `interrupts` then acts on.
[[nodiscard]] Result<Message> run_in_worker(const Job& job, std::chrono::seconds time_limit,
                                            const DeferredInterrupts& interrupts);

}  // namespace trichyeu
