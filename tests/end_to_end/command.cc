#include "tests/end_to_end/command.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "tests/support/temporary_folder.h"

namespace trichyeu::testing {
namespace {

void take_as(int target, int fd) {
  if (dup2(fd, target) < 0) _exit(127);
}

[[noreturn]] void become_command(const std::vector<std::string>& arguments) {
  std::vector<std::string> words{TRICHYEU_COMMAND};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  execv(TRICHYEU_COMMAND, pointers.data());
  _exit(127);
}

pid_t start(const std::vector<std::string>& arguments, int in, const TemporaryFolder& folder) {
  const pid_t child = fork();
  if (child != 0) return child;
  const int flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC;
  take_as(STDIN_FILENO, in);
  take_as(STDOUT_FILENO, open(folder.path_of("out").c_str(), flags, 0600));
  take_as(STDERR_FILENO, open(folder.path_of("err").c_str(), flags, 0600));
  become_command(arguments);
}

Outcome outcome_of(pid_t child, const TemporaryFolder& folder) {
  int status = 0;
  if (waitpid(child, &status, 0) != child) throw std::runtime_error("the command is lost");
  Outcome outcome;
  if (WIFEXITED(status)) outcome.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) outcome.signal = WTERMSIG(status);
  outcome.out = folder.read("out");
  outcome.err = folder.read("err");
  return outcome;
}

}  // namespace

Outcome run_command(const std::vector<std::string>& arguments, std::string_view input) {
  const TemporaryFolder folder;
  const int in = open(folder.write("in", input).c_str(), O_RDONLY | O_CLOEXEC);
  const pid_t child = start(arguments, in, folder);
  close(in);
  return outcome_of(child, folder);
}

Outcome run_command_and_signal(const std::vector<std::string>& arguments, int signal) {
  const TemporaryFolder folder;
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const pid_t child = start(arguments, ends[0], folder);
  close(ends[0]);
  // More than a pipe holds: when the last byte is written, the command reads and has started.
  const std::string input(std::size_t{1} << 20U, 'x');
  for (std::size_t done = 0; done < input.size();) {
    const ssize_t written = write(ends[1], input.data() + done, input.size() - done);
    if (written < 0) break;
    done += static_cast<std::size_t>(written);
  }
  kill(child, signal);
  Outcome outcome = outcome_of(child, folder);
  close(ends[1]);
  return outcome;
}

RunningCommand::RunningCommand(const std::vector<std::string>& arguments)
    : folder_(std::make_unique<TemporaryFolder>()) {
  const int in = open("/dev/null", O_RDONLY | O_CLOEXEC);
  process_ = start(arguments, in, *folder_);
  close(in);
}

RunningCommand::~RunningCommand() {
  if (process_ < 0) return;
  send(SIGKILL);
  static_cast<void>(wait());
}

std::string RunningCommand::err() const { return folder_->read("err"); }

std::vector<pid_t> RunningCommand::children() const {
  const std::string process = std::to_string(process_);
  std::ifstream list("/proc/" + process + "/task/" + process + "/children");
  return {std::istream_iterator<pid_t>(list), {}};
}

bool RunningCommand::is_running() const {
  siginfo_t ended{};
  waitid(P_PID, static_cast<id_t>(process_), &ended, WEXITED | WNOHANG | WNOWAIT);
  return ended.si_pid == 0;
}

void RunningCommand::send(int signal) const { kill(process_, signal); }

Outcome RunningCommand::wait() { return outcome_of(std::exchange(process_, -1), *folder_); }

}  // namespace trichyeu::testing
