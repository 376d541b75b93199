// Runs the real binary, as a person or a script does.
#pragma once

#include <sys/types.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace trichyeu::testing {

class TemporaryFolder;

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

// A command that runs beside the test; one that still does at the end is killed.
class RunningCommand {
 public:
  explicit RunningCommand(const std::vector<std::string>& arguments);
  ~RunningCommand();
  RunningCommand(const RunningCommand&) = delete;
  RunningCommand& operator=(const RunningCommand&) = delete;

  [[nodiscard]] pid_t process() const { return process_; }
  // Of its standard error, so far.
  [[nodiscard]] std::string err() const;
  // Its own child processes.
  [[nodiscard]] std::vector<pid_t> children() const;
  [[nodiscard]] bool is_running() const;
  void send(int signal) const;
  [[nodiscard]] Outcome wait();

 private:
  std::unique_ptr<TemporaryFolder> folder_;
  pid_t process_ = -1;
};

}  // namespace trichyeu::testing
