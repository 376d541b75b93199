#include "tools/command/export_command.h"

#include <poll.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>

#include "tools/command/complaint.h"
#include "tools/command/exit_code.h"
#include "tools/command/files.h"
#include "tools/command/output_names.h"
#include "tools/export/growing_files.h"
#include "tools/worker/deferred_interrupts.h"

namespace trichyeu {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view usual_name = "export";

class StandardOutput : public OutputSink {
 public:
  std::optional<Error> append(const std::string& /*suffix*/, std::string_view bytes) override {
    std::cout << bytes << std::flush;
    if (std::cout) return std::nullopt;
    return Error{ErrorCode::cannot_write, "standard output is closed or full", {}, 0};
  }
};

// Where the files go: a stem for suffixes, or one name.
struct Destination {
  fs::path stem;
  fs::path name;  // empty: the stem counts

  [[nodiscard]] fs::path folder() const {
    const fs::path parent = (name.empty() ? stem : name).parent_path();
    return parent.empty() ? fs::path(".") : parent;
  }
};

// "out/tasks.xlsx" is the stem "out/tasks" of a format with that suffix.
Destination destination_of(const ExportOptions& options) {
  const std::string& output = options.output;
  std::error_code absent;
  if (output.empty()) return {usual_name, {}};
  if (output.back() == '/' || fs::is_directory(output, absent))
    return {fs::path(output) / usual_name, {}};
  const std::vector<std::string> suffixes = suffixes_of(options.formats);
  for (const std::string& suffix : suffixes) {
    const bool ends_so = output.size() > suffix.size() && output.ends_with(suffix);
    if (ends_so) return {output.substr(0, output.size() - suffix.size()), {}};
  }
  const bool is_one_file = suffixes.size() == 1 && !options.how.calendar_per_unit;
  const bool has_extension = fs::path(output).has_extension();
  if (is_one_file && has_extension) return {{}, output};
  return {output, {}};
}

std::optional<Error> usage_problem(const ExportOptions& options) {
  const std::vector<std::string> suffixes = suffixes_of(options.formats);
  if (options.output == standard_stream && (suffixes.size() > 1 || options.how.calendar_per_unit)) {
    return Error{ErrorCode::cannot_write, "several files cannot go to standard output",
                 "Give -o a name: -o tasks", 0};
  }
  for (const Format format : options.formats) {
    if (holds_many(format)) continue;
    return Error{ErrorCode::cannot_write,
                 "a file of the format " + std::string(name_of(format)) +
                     " holds one document, and an export has many",
                 "Choose from " + names_of(formats_of_many()), 0};
  }
  return std::nullopt;
}

// What is under way, on a terminal only: a log would keep every state.
class Progress {
 public:
  explicit Progress(std::size_t files) : files_(files), shown_(isatty(STDERR_FILENO) == 1) {}
  void begin(std::size_t file, const std::string& name) const {
    if (shown_) std::cerr << "\r\033[K[" << file + 1 << '/' << files_ << "] " << name << std::flush;
  }
  void end() const {
    if (shown_) std::cerr << "\r\033[K" << std::flush;
  }

 private:
  std::size_t files_;
  bool shown_;
};

bool is_readable(int fd) {
  pollfd asked{fd, POLLIN, 0};
  return poll(&asked, 1, 0) > 0;
}

ExportEvents events_of(const ExportOptions& options, const std::vector<std::string>& files,
                       const Progress& progress, const DeferredInterrupts& interrupts) {
  const bool is_english = options.how.language == "en";
  return {[&files, &progress](std::size_t file) { progress.begin(file, files[file]); },
          [&progress](const std::string& file, const Error& error) {
            progress.end();
            complain(file, error);
          },
          [&progress, is_english](const std::string& file) {
            progress.end();
            std::cerr << "trichyeu: " << file
                      << (is_english ? ": the same document came before, it counts once.\n"
                                     : ": văn bản này đã có ở trước, chỉ tính một lần.\n");
          },
          [&interrupts] { return is_readable(interrupts.fd()); }};
}

void report(const ExportTally& tally, const std::vector<std::string>& paths, bool is_english) {
  for (const std::string& path : paths) std::cout << path << '\n';
  const auto line = [&](const char* vietnamese, const char* english, std::size_t count) {
    std::cout << (is_english ? english : vietnamese) << ": " << count << '\n';
  };
  line("Văn bản", "Documents", tally.documents);
  line("Nhiệm vụ", "Tasks", tally.tasks);
  line("Văn bản viện dẫn", "Citations", tally.citations);
  if (tally.left_out > 0) line("Không chọn", "Left out", tally.left_out);
  if (tally.undated > 0)
    line("  trong đó không có ngày", "  of these without a date", tally.undated);
  if (tally.failed > 0) line("Không đọc được", "Could not be read", tally.failed);
  std::cout << std::flush;
}

// A unit that nobody names is more likely misspelt than idle.
std::optional<Error> unit_problem(const ExportOptions& options, const ExportTally& tally) {
  if (options.selection.units.empty() || tally.documents > 0 || tally.other_units.empty())
    return std::nullopt;
  constexpr std::size_t most_named = 5;
  std::string names;
  std::size_t named = 0;
  for (const std::string& unit : tally.other_units) {
    if (named++ == most_named) break;
    names += (names.empty() ? "" : "; ") + unit;
  }
  return Error{ErrorCode::empty_input, "no task that was asked for names that unit",
               "Units there are: " + names + (tally.other_units.size() > most_named ? " …" : ""),
               0};
}

int exit_code_of(const ExportTally& tally, std::size_t files) {
  if (tally.failed == files) return exit_nothing_read;
  return tally.failed > 0 ? exit_some_failed : exit_done;
}

// Runs it, and puts the files in their place; an interrupt meanwhile ends the process when
// this returns, and nothing is left.
int export_to(const ExportOptions& options, const ExportRequest& request,
              const Destination& destination) {
  const DeferredInterrupts interrupts;
  const Progress progress(request.files.size());
  const bool is_stream = options.output == standard_stream;
  StandardOutput stream;
  GrowingFiles growing(destination.stem, destination.name);
  OutputSink& sink = is_stream ? static_cast<OutputSink&>(stream) : growing;
  const Result<ExportTally> tally =
      export_plans(request, sink, events_of(options, request.files, progress, interrupts));
  progress.end();
  if (is_readable(interrupts.fd())) return exit_some_failed;
  if (!tally) {
    complain("export", tally.error());
    return exit_some_failed;
  }
  if (const auto problem = unit_problem(options, *tally)) {
    complain("--unit", *problem);
    return exit_some_failed;
  }
  if (is_stream || tally->failed == request.files.size())
    return exit_code_of(*tally, request.files.size());
  const Result<std::vector<std::string>> paths = growing.settle();
  if (!paths) {
    complain("export", paths.error());
    return exit_some_failed;
  }
  report(*tally, *paths, options.how.language == "en");
  return exit_code_of(*tally, request.files.size());
}

}  // namespace

int export_command(const ExportOptions& options) {
  if (const auto problem = usage_problem(options)) {
    complain("export", *problem);
    return exit_usage;
  }
  ExportRequest request;
  Result<std::vector<std::string>> files = files_to_export(options.outputs);
  if (!files) {
    complain("export", files.error());
    return exit_nothing_read;
  }
  const Result<Grammars> grammars = Grammars::load({});
  if (!grammars) {
    complain("built-in rules", grammars.error());
    return exit_not_ready;
  }
  const Destination destination = destination_of(options);
  request.files = std::move(files).value();
  request.read = read_file;
  request.formats = options.formats;
  request.how = options.how;
  request.selection = options.selection;
  if (options.redacts_persons) request.persons = &grammars->grammar("persons");
  if (options.output != standard_stream) {
    std::error_code problem_shows_when_writing;
    fs::create_directories(destination.folder(), problem_shows_when_writing);
    request.folder = destination.folder().string();
    request.how.scratch_folder = request.folder;
  }
  return export_to(options, request, destination);
}

}  // namespace trichyeu
