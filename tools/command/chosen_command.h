#pragma once

#include <functional>

namespace trichyeu {

// Runs the command that was asked for, and returns the exit code; empty where it is another's.
using ChosenCommand = std::function<int()>;

}  // namespace trichyeu
