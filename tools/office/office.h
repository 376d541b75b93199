// What LibreOffice makes of one document, for commands that read one and wait for it.
#pragma once

#include <chrono>
#include <string_view>

#include "extractor/read/read.h"
#include "models/result.h"
#include "tools/worker/deferred_interrupts.h"

namespace trichyeu {

// `options` with what LibreOffice makes of an input in an OfficeFormat; of any other, as they are.
// Fails as OfficeRun; with worker_died when an interrupt comes, which the caller's `interrupts`
// then acts on.
[[nodiscard]] Result<ReadOptions> with_office(ReadOptions options, std::string_view bytes,
                                              std::chrono::seconds time_limit,
                                              const DeferredInterrupts& interrupts);

}  // namespace trichyeu
