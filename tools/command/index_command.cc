#include "tools/command/index_command.h"

#include <unistd.h>

#include <iostream>
#include <thread>

#include "tools/command/complaint.h"
#include "tools/command/exit_code.h"
#include "tools/command/files.h"
#include "tools/register/index.h"
#include "tools/register/register.h"

namespace trichyeu {
namespace {

constexpr std::size_t files_a_line = 10'000;

// On a terminal one line that changes; elsewhere a line now and then.
void show_progress(std::size_t done, std::size_t of) {
  static const bool on_terminal = isatty(STDERR_FILENO) == 1;
  if (on_terminal) {
    if (done == of) {
      std::cerr << "\r\033[K" << std::flush;
    } else if (done % 100 == 1) {
      std::cerr << "\r\033[K[" << done << '/' << of << ']' << std::flush;
    }
  } else if (done % files_a_line == 0) {
    std::cerr << "trichyeu: [" << done << '/' << of << "]\n";
  }
}

void print(const IndexReport& report, const IndexCommandOptions& options) {
  const bool english = options.language == "en";
  std::cout << options.register_path << ": " << report.added << (english ? " new, " : " mới, ")
            << report.changed << (english ? " changed, " : " thay đổi, ") << report.unchanged
            << (english ? " unchanged, " : " giữ nguyên, ") << report.removed
            << (english ? " removed, " : " gỡ bỏ, ") << report.failed.size()
            << (english ? " failed\n" : " lỗi\n");
  std::cout << (english ? "Documents: " : "Văn bản: ") << report.documents
            << (english ? "\nCitations: " : "\nLượt viện dẫn: ") << report.citations
            << (english ? "\nWorks: " : "\nVăn bản được viện dẫn: ") << report.works
            << (english ? "\nTasks: " : "\nNhiệm vụ: ") << report.tasks << std::endl;
}

Result<IndexReport> index(const IndexCommandOptions& options) {
  const Result<Grammars> grammars = Grammars::load();
  if (!grammars) return grammars.error();
  Result<Register> opened = Register::open_to_write(options.register_path);
  if (!opened) return opened.error();
  IndexOptions run;
  run.outputs = options.outputs;
  run.rereads = options.rereads;
  run.processes = std::max(1U, std::thread::hardware_concurrency());
  return index_outputs(opened.value(), run, *grammars, read_file, show_progress);
}

int failed(const std::string& subject, const Error& error) {
  complain(subject, error);
  return exit_nothing_read;
}

}  // namespace

int index_command(const IndexCommandOptions& options) {
  if (!options.restore.empty()) {
    if (auto error = restore_register(options.restore, options.register_path))
      return failed(options.restore, *error);
  }
  bool all_read = true;
  if (!options.outputs.empty()) {
    const Result<IndexReport> report = index(options);
    if (!report) return failed(options.register_path, report.error());
    for (const auto& [path, error] : report->failed) complain(path, error);
    print(*report, options);
    all_read = report->failed.empty();
  }
  if (!options.backup.empty()) {
    if (auto error = back_up_register(options.register_path, options.backup))
      return failed(options.backup, *error);
  }
  return all_read ? exit_done : exit_some_failed;
}

}  // namespace trichyeu
