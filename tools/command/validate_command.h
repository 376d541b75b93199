// trichyeu validate: plans against their schema.
#pragma once

#include <string>
#include <vector>

namespace trichyeu {

// The exit code: exit_some_failed where a file is not valid.
[[nodiscard]] int validate_command(const std::vector<std::string>& inputs);

}  // namespace trichyeu
