// A file that lists paths, as `find` writes them.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "models/result.h"

namespace trichyeu {

// Calls `visit` with each path of `list` ("-" is standard input), as it is read. They are parted by
// NUL where the first 64 KiB hold one, as `find -print0` writes it and as names with line ends need
// it; else by line ends, LF or CR LF. Empty ones are left out. Fails with cannot_open.
[[nodiscard]] std::optional<Error> each_path_in(
    const std::string& list, const std::function<void(const std::string& path)>& visit);

}  // namespace trichyeu
