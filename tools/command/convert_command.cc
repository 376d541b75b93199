// This process reads and writes files; what is in them is only touched by the worker.
#include "tools/command/convert_command.h"

#include <unistd.h>

#include <cstddef>
#include <filesystem>
#include <iostream>

#include "models/formats/formats.h"
#include "tools/command/complaint.h"
#include "tools/command/exit_code.h"
#include "tools/command/files.h"
#include "tools/command/output_names.h"
#include "tools/command/summary.h"
#include "tools/worker/worker.h"

namespace trichyeu {
namespace {

std::string extension_of(const ConvertOptions& options) {
  if (options.stage) return '.' + std::string(name_of(*options.stage)) + ".txt";
  switch (options.format) {
    case Format::xml: return ".xml";
    case Format::json: return ".json";
    case Format::text: return ".txt";
  }
  return {};
}

std::string formatted(const Conversion& run, const ConvertOptions& options) {
  if (options.stage) return dump(*options.stage, run);
  switch (options.format) {
    case Format::xml: return to_xml(run.plan, options.language);
    case Format::json: return to_json(run.plan, options.language);
    case Format::text: return to_text(run.plan);
  }
  return {};
}

std::string shown_name(const std::string& input) {
  return input == standard_stream ? std::string()
                                  : std::filesystem::path(input).filename().string();
}

// What the worker sends back: see `finished`.
Result<Message> converted(std::string_view bytes, const std::string& input,
                          const ConvertOptions& options, const Grammars& grammars) {
  const Result<Conversion> run = convert(bytes, shown_name(input), options.reading, grammars);
  if (!run) return run.error();
  return Message{formatted(*run, options), std::string(name_of(run->plan.status)),
                 summary(run->plan, options.language)};
}

struct Done {
  bool partial = false;
  std::string summary;
};

Result<Done> write_output(const Message& message, const std::string& output) {
  if (output == standard_stream) {
    std::cout << message[0] << std::flush;
    if (!std::cout)
      return Error{ErrorCode::cannot_write, "standard output is closed or full", {}, 0};
  } else {
    const auto written = write_file(output, message[0]);
    if (!written) return written.error();
  }
  return Done{message[1] == name_of(Status::partial), message[2]};
}

// One input to its output. An interrupt meanwhile ends the process when this returns.
Result<Done> convert_one(const std::string& input, const std::string& output,
                         const ConvertOptions& options, const Grammars& grammars) {
  const Result<std::string> bytes = read_file(input);
  if (!bytes) return bytes.error();
  const DeferredInterrupts interrupts;
  const Result<Message> message = run_in_worker(
      [&] { return converted(*bytes, input, options, grammars); }, options.time_limit, interrupts);
  if (!message) return message.error();
  return write_output(*message, output);
}

// What is under way, on a terminal only: a log would keep every state.
class Progress {
 public:
  explicit Progress(std::size_t inputs)
      : inputs_(inputs), shown_(inputs > 1 && isatty(STDERR_FILENO) == 1) {}
  void begin(const std::string& input) {
    ++begun_;
    if (shown_) std::cerr << "\r\033[K[" << begun_ << '/' << inputs_ << "] " << input << std::flush;
  }
  void end() const {
    if (shown_) std::cerr << "\r\033[K" << std::flush;
  }

 private:
  std::size_t inputs_;
  std::size_t begun_ = 0;
  bool shown_;
};

struct Tally {
  std::size_t done = 0;
  std::size_t partial = 0;
  std::size_t unread = 0;
  std::size_t unwritten = 0;

  [[nodiscard]] int exit_code() const {
    if (unread > 0 && done + unwritten == 0) return exit_nothing_read;
    if (unread + unwritten > 0) return exit_some_failed;
    return partial > 0 ? exit_some_partial : exit_done;
  }
};

void count(const Result<Done>& result, Tally& tally) {
  if (result) {
    ++tally.done;
    if (result->partial) ++tally.partial;
  } else {
    ++(result.error().code == ErrorCode::cannot_write ? tally.unwritten : tally.unread);
  }
}

// A single document is summed up; of several each gets its line.
void report(const std::string& output, const Done& done, bool is_single) {
  if (output == standard_stream) return;
  if (is_single) {
    std::cout << output << '\n' << done.summary << std::flush;
  } else {
    std::cout << output << ": " << done.summary.substr(0, done.summary.find('\n')) << std::endl;
  }
}

void make_folder(const std::string& output) {
  std::error_code problem_shows_when_writing;
  if (!output.empty() && output.back() == '/')
    std::filesystem::create_directories(output, problem_shows_when_writing);
}

std::string output_option(const ConvertOptions& options) {
  return options.stage && options.output.empty() ? std::string(standard_stream) : options.output;
}

}  // namespace

int convert_command(const ConvertOptions& options) {
  const Result<std::vector<std::string>> outputs =
      output_names(options.inputs, output_option(options), extension_of(options));
  if (!outputs) {
    complain("convert", outputs.error());
    return exit_usage;
  }
  const Result<Grammars> grammars = Grammars::load(options.grammar);
  if (!grammars) {
    complain(options.grammar.empty() ? "built-in rules" : options.grammar, grammars.error());
    return exit_not_ready;
  }
  make_folder(options.output);
  Progress progress(options.inputs.size());
  Tally tally;
  for (std::size_t at = 0; at < options.inputs.size(); ++at) {
    progress.begin(options.inputs[at]);
    const Result<Done> result = convert_one(options.inputs[at], (*outputs)[at], options, *grammars);
    progress.end();
    count(result, tally);
    if (result) {
      report((*outputs)[at], *result, options.inputs.size() == 1);
    } else {
      complain(options.inputs[at], result.error());
    }
  }
  return tally.exit_code();
}

}  // namespace trichyeu
