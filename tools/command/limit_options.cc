#include "tools/command/limit_options.h"

#include <CLI/CLI.hpp>
#include <string>

namespace trichyeu {
namespace {

std::string in_megabytes(std::size_t bytes) { return std::to_string(bytes >> 20U) + "MB"; }

void add_size(CLI::App& command, const std::string& name, std::size_t& bytes,
              const std::string& description) {
  command.add_option(name, bytes, description)
      ->transform(CLI::AsSizeValue(false))
      ->check(CLI::PositiveNumber)
      ->type_name("SIZE")
      ->default_str(in_megabytes(bytes));
}

}  // namespace

void add_limits(CLI::App& command, Limits& limits, bool& require_sandbox) {
  command
      .add_option_function<long long>(
          "--timeout",
          [&limits](long long seconds) { limits.time = std::chrono::seconds(seconds); },
          "Limit for one document. Default: 120, and 20 more a page, at most 3600")
      ->type_name("SECONDS")
      ->check(CLI::Range(1LL, 1'000'000LL));
  add_size(command, "--memory", limits.memory_bytes, "Limit for each worker process");
  command.add_option("--max-pages", limits.max_pages, "Documents with more are refused")
      ->type_name("N")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  add_size(command, "--max-bytes", limits.max_bytes, "Files with more are refused");
  command.add_flag("--require-sandbox", require_sandbox,
                   "Fail where the kernel does not confine the workers (see doctor)");
}

void add_jobs(CLI::App& command, int& jobs) {
  command.add_option("-j,--jobs", jobs, "Worker processes. Default: one for each core")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
}

}  // namespace trichyeu
