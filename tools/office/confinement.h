// What a child that runs LibreOffice takes upon itself before it does.
#pragma once

#include <chrono>
#include <string>

namespace trichyeu {

// For a child process between fork and exec: a process group of its own, death with the parent,
// limits, no sockets but local ones (libseccomp), and no open file but the standard ones, which
// lead nowhere. False where one of them is refused.
[[nodiscard]] bool confine_office(std::chrono::seconds time_limit);

}  // namespace trichyeu
