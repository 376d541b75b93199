// Whole files in, whole files out.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "models/result.h"

namespace trichyeu {

// All bytes of a file; "-" is standard input. Fails with cannot_open or too_large (over 2 GiB).
[[nodiscard]] Result<std::string> read_file(const std::string& path);

// Whole or not at all: a temporary file takes the name when its bytes are safe on the disk. It
// stands in `staging`, a folder of the same file system, or in the output's own folder where none
// is given. A link stays, and what it leads to is written; what is no regular file (a FIFO) is
// written straight through. Fails with cannot_write or no_space; a file that was there before then
// stays. The value is the path.
[[nodiscard]] Result<std::filesystem::path> write_file(const std::filesystem::path& path,
                                                       std::string_view bytes,
                                                       const std::filesystem::path& staging = {});

// To an open file or pipe; errno says why where it fails.
[[nodiscard]] bool write_all(int fd, std::string_view bytes);

}  // namespace trichyeu
