// This process opens and writes files; what is in them is only touched by the workers.
#include "tools/command/convert_command.h"

#include <unistd.h>

#include <cstddef>
#include <filesystem>
#include <iostream>
#include <map>
#include <utility>

#include "tools/command/complaint.h"
#include "tools/command/exit_code.h"
#include "tools/command/files.h"
#include "tools/command/open_input.h"
#include "tools/command/output_maker.h"
#include "tools/command/output_names.h"
#include "tools/conversion/converter.h"
#include "tools/worker/deferred_interrupts.h"

namespace trichyeu {
namespace {

std::string shown_name(const std::string& input) {
  return input == standard_stream ? std::string()
                                  : std::filesystem::path(input).filename().string();
}

// A document of an input, or what a stage made of all.
struct Output {
  std::string summary;
  std::vector<std::string> files;  // their bytes, in the order of the suffixes
  std::vector<std::string> paths;  // where they were written
};

// What became of an input.
struct Outcome {
  Result<std::vector<Output>> outputs = std::vector<Output>{};
  bool partial = false;
};

// By document: each has `files` files.
std::vector<Output> by_document(std::vector<DocumentOutput> all, std::size_t files) {
  std::vector<Output> outputs;
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (at % files == 0) outputs.push_back({std::move(all[at].summary), {}, {}});
    outputs.back().files.push_back(std::move(all[at].bytes));
  }
  return outputs;
}

// The path of the input as seen from where its output goes.
std::string source_link(std::size_t at, const ConvertOptions& options, const OutputNames& names) {
  const std::string& input = options.inputs[at];
  if (input == standard_stream || names.is_standard_output(at)) return {};
  const auto paths = names.of_documents(at, 1);
  if (!paths) return {};
  std::error_code no_link;
  const std::filesystem::path folder =
      std::filesystem::absolute(paths->front().front(), no_link).parent_path();
  return std::filesystem::absolute(input, no_link).lexically_relative(folder).string();
}

// Formats of which several documents can follow each other.
bool is_sequence(Format format) {
  return format == Format::json || format == Format::jsonl || format == Format::text;
}

std::optional<Error> print_outputs(const std::vector<Output>& outputs,
                                   const ConvertOptions& options) {
  const Format format = options.formats.front();
  if (outputs.size() > 1 && !is_sequence(format)) {
    return Error{ErrorCode::cannot_write,
                 "it holds " + std::to_string(outputs.size()) + " documents, and " +
                     std::string(name_of(format)) + " on standard output is one",
                 "Give -o a folder.", 0};
  }
  for (const Output& output : outputs) {
    const bool parted = &output != outputs.data() && format == Format::text;
    std::cout << (parted ? "\f" : "") << output.files.front();
  }
  std::cout << std::flush;
  if (!std::cout) return Error{ErrorCode::cannot_write, "standard output is closed or full", {}, 0};
  return std::nullopt;
}

std::optional<Error> write_outputs(std::vector<Output>& outputs, std::size_t input,
                                   const OutputNames& names) {
  const auto paths = names.of_documents(input, outputs.size());
  if (!paths) return paths.error();
  for (std::size_t at = 0; at < outputs.size(); ++at) {
    Output& output = outputs[at];
    output.paths = (*paths)[at];
    for (std::size_t file = 0; file < output.files.size(); ++file) {
      const auto written = write_file(output.paths.at(file), output.files[file]);
      if (!written) return written.error();
    }
  }
  return std::nullopt;
}

// A document meets half of the rules: what a worker would compile for itself costs half as much as
// compiling them all.
constexpr std::size_t fewest_to_prepare_for = 3;

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

void count(const Outcome& outcome, Tally& tally) {
  if (outcome.outputs.ok()) {
    ++tally.done;
    if (outcome.partial) ++tally.partial;
  } else {
    const ErrorCode code = outcome.outputs.error().code;
    const bool unwritten = code == ErrorCode::cannot_write || code == ErrorCode::no_space;
    ++(unwritten ? tally.unwritten : tally.unread);
  }
}

// The documents of a single input are summed up; of several inputs each document gets its line.
void say(const Output& output, bool is_single) {
  if (output.paths.empty()) return;
  if (is_single) {
    for (const std::string& path : output.paths) std::cout << path << '\n';
    std::cout << output.summary << std::flush;
  } else {
    std::cout << output.paths.front() << ": " << output.summary.substr(0, output.summary.find('\n'))
              << std::endl;
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

ConverterOptions converter_options(const ConvertOptions& options, const Grammars& grammars) {
  ConverterOptions result;
  result.workers = options.jobs;
  result.reading = options.reading;
  result.grammars = &grammars;
  result.outputs = output_maker(options);
  result.limits = options.limits;
  result.require_sandbox = options.require_sandbox;
  return result;
}

// Inputs go to the workers as they come, files are written as they are done; what is said, and what
// goes to standard output, keeps the order of the inputs.
class ConvertRun {
 public:
  ConvertRun(const ConvertOptions& options, const OutputNames& names, Converter& converter,
             const DeferredInterrupts& interrupts)
      : options_(options),
        names_(names),
        converter_(converter),
        interrupts_(interrupts),
        suffixes_(output_suffixes(options).size()),
        progress_(options.inputs.size()) {}

  // False where an interrupt came.
  bool run() {
    while (next_to_report_ < options_.inputs.size()) {
      while (next_to_submit_ < options_.inputs.size() && converter_.has_room() &&
             next_to_submit_ < next_to_report_ + most_ahead)
        submit(next_to_submit_++);
      report_in_order();
      if (converter_.under_way() == 0) continue;
      std::optional<DocumentResult> result = converter_.wait(interrupts_.fd());
      if (!result) return false;
      settle(*std::move(result));
      report_in_order();
    }
    return true;
  }

  [[nodiscard]] const Tally& tally() const { return tally_; }

 private:
  static constexpr std::size_t most_ahead = 256;  // inputs before one that takes long

  void submit(std::size_t at) {
    const std::string& input = options_.inputs[at];
    progress_.begin(input);
    interrupts_.release();  // standard input may never end
    Result<FileDescriptor> file = open_input(input, options_.limits.max_bytes);
    interrupts_.hold();
    if (file.ok()) {
      converter_.submit(
          {at, file.value().release(), shown_name(input), source_link(at, options_, names_)});
    } else {
      outcomes_[at].outputs = file.error();
    }
  }

  void settle(DocumentResult result) {
    const auto at = static_cast<std::size_t>(result.id);
    Outcome& outcome = outcomes_[at];
    if (!result.outputs.ok()) {
      outcome.outputs = result.outputs.error();
      return;
    }
    outcome.partial = result.partial;
    outcome.outputs = by_document(std::move(result.outputs).value(), suffixes_);
    if (names_.is_standard_output(at)) return;
    if (auto error = write_outputs(outcome.outputs.value(), at, names_))
      outcome.outputs = *std::move(error);
  }

  void report_in_order() {
    for (; !outcomes_.empty() && outcomes_.begin()->first == next_to_report_; ++next_to_report_) {
      report(next_to_report_, outcomes_.begin()->second);
      outcomes_.erase(outcomes_.begin());
    }
  }

  void report(std::size_t at, Outcome& outcome) {
    progress_.end();
    if (outcome.outputs.ok() && names_.is_standard_output(at)) {
      if (auto error = print_outputs(*outcome.outputs, options_)) outcome.outputs = *error;
    }
    count(outcome, tally_);
    if (!outcome.outputs.ok()) return complain(options_.inputs[at], outcome.outputs.error());
    for (const Output& output : *outcome.outputs) say(output, options_.inputs.size() == 1);
  }

  const ConvertOptions& options_;
  const OutputNames& names_;
  Converter& converter_;
  const DeferredInterrupts& interrupts_;
  std::size_t suffixes_;
  Progress progress_;
  std::map<std::size_t, Outcome> outcomes_;  // of inputs that are done and not reported
  std::size_t next_to_submit_ = 0;
  std::size_t next_to_report_ = 0;
  Tally tally_;
};

}  // namespace

int convert_command(const ConvertOptions& options) {
  const Result<OutputNames> names =
      OutputNames::make(options.inputs, output_option(options), output_suffixes(options));
  if (!names) {
    complain("convert", names.error());
    return exit_usage;
  }
  const Result<Grammars> grammars = Grammars::load(options.grammar);
  if (!grammars) {
    complain(options.grammar.empty() ? "built-in rules" : options.grammar, grammars.error());
    return exit_not_ready;
  }
  if (options.inputs.size() >= fewest_to_prepare_for) grammars->prepare();
  make_folder(options.output);
  const DeferredInterrupts interrupts;  // one ends this process when the workers are gone
  Result<Converter> converter = Converter::start(converter_options(options, *grammars));
  if (!converter) {
    complain("convert", converter.error());
    return exit_not_ready;
  }
  ConvertRun run(options, *names, converter.value(), interrupts);
  return run.run() ? run.tally().exit_code() : exit_some_failed;
}

}  // namespace trichyeu
