// An input as a file that workers can be given.
#pragma once

#include <cstddef>
#include <string>

#include "models/result.h"
#include "tools/worker/file_descriptor.h"

namespace trichyeu {

// Open for reading. What is no regular file ("-", standard input; a FIFO) is read to its end first,
// and kept in memory. Fails with cannot_open, or too_large over `max_bytes`.
[[nodiscard]] Result<FileDescriptor> open_input(const std::string& path, std::size_t max_bytes);

}  // namespace trichyeu
