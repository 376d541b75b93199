// LibreOffice as a child that turns old word processors' files into ODT.
//
// It runs without a window, in a folder of its own that holds its profile, its temporary files and
// the document, and is gone afterwards: macros off, links not followed, no sockets but local ones,
// limits on time, memory and file size; it ends with this process. It reads and writes what this
// user may, so its confinement is not that of the workers.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "extractor/read/read.h"
#include "models/result.h"
#include "tools/worker/deferred_interrupts.h"

namespace trichyeu {

// The program, with its path; nothing where it is not installed.
[[nodiscard]] std::optional<std::string> office_program();

// The document as ODT. `kind` is one that needs_office (extractor/read/read.h). Fails with
// office_unavailable, timed_out, damaged (LibreOffice could make nothing of it) or too_large; with
// worker_died when an interrupt comes, which the caller's `interrupts` then acts on.
[[nodiscard]] Result<std::string> odt_by_office(std::string_view bytes, FileKind kind,
                                                std::chrono::seconds time_limit,
                                                const DeferredInterrupts& interrupts);

// `options` with what LibreOffice makes of an input that needs_office; of any other, as they are.
[[nodiscard]] Result<ReadOptions> with_office(ReadOptions options, std::string_view bytes,
                                              std::chrono::seconds time_limit,
                                              const DeferredInterrupts& interrupts);

}  // namespace trichyeu
