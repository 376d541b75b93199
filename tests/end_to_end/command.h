// Runs the real binary, as a person or a script does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trichyeu::testing {

struct Outcome {
  int exit_code = -1;  // -1 where a signal ended it
  int signal = 0;
  std::string out;
  std::string err;
};

// `trichyeu ARGUMENTS…` with `input` as standard input.
[[nodiscard]] Outcome run_command(const std::vector<std::string>& arguments,
                                  std::string_view input = {});

// The same, with `signal` sent as soon as the command has read all of `input`, while it waits for
// more.
[[nodiscard]] Outcome run_command_and_signal(const std::vector<std::string>& arguments, int signal);

}  // namespace trichyeu::testing
