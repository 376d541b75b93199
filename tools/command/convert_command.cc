// This process reads and writes files; what is in them is only touched by the worker.
#include "tools/command/convert_command.h"

#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <iostream>
#include <utility>

#include "tools/command/complaint.h"
#include "tools/command/exit_code.h"
#include "tools/command/files.h"
#include "tools/command/output_names.h"
#include "tools/command/summary.h"
#include "tools/worker/worker.h"

namespace trichyeu {
namespace {

std::vector<std::string> suffixes_of(const ConvertOptions& options) {
  if (options.stage) return {'.' + std::string(name_of(*options.stage)) + ".txt"};
  return suffixes_of(options.formats);
}

std::string shown_name(const std::string& input) {
  return input == standard_stream ? std::string()
                                  : std::filesystem::path(input).filename().string();
}

// A document of an input, or what a stage made of all.
struct Output {
  std::string status;  // name of the plan's
  std::string summary;
  std::vector<std::string> files;  // their bytes, in the order of the suffixes
  std::vector<std::string> paths;  // where they were written
};

// What the worker sends back: the fields of one output after those of the other.
void append(const Output& output, Message& message) {
  message.insert(message.end(), {output.status, output.summary});
  message.insert(message.end(), output.files.begin(), output.files.end());
}

std::vector<Output> outputs_in(const Message& message, std::size_t files) {
  std::vector<Output> outputs;
  for (std::size_t at = 0; at + 2 + files <= message.size(); at += 2 + files) {
    const auto first = message.begin() + static_cast<std::ptrdiff_t>(at) + 2;
    outputs.push_back(
        {message[at], message[at + 1], {first, first + static_cast<std::ptrdiff_t>(files)}, {}});
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

Result<std::vector<std::string>> files_of(const Plan& plan, const ConvertOptions& options,
                                          const std::string& link) {
  FormatOptions how;
  how.language = options.language;
  how.byte_order_mark = options.byte_order_mark;
  how.source_link = link;
  std::vector<std::string> files;
  for (const Format format : options.formats) {
    Result<std::vector<OutputFile>> written = formatted(plan, format, how);
    if (!written) return written.error();
    for (OutputFile& file : written.value()) files.push_back(std::move(file.bytes));
  }
  return files;
}

Result<Message> converted(std::string_view bytes, const std::string& input, const std::string& link,
                          const ConvertOptions& options, const Grammars& grammars) {
  const Result<Conversion> run = convert(bytes, shown_name(input), options.reading, grammars);
  if (!run) return run.error();
  Message message;
  for (const Plan& plan : run->plans) {
    const std::string status(name_of(plan.status));
    if (options.stage) {
      append({status, summary(plan, options.language), {dump(*options.stage, *run)}, {}}, message);
      break;
    }
    Result<std::vector<std::string>> files = files_of(plan, options, link);
    if (!files) return files.error();
    append({status, summary(plan, options.language), std::move(files).value(), {}}, message);
  }
  return message;
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
                                   const ConvertOptions& options, const OutputNames& names) {
  if (names.is_standard_output(input)) return print_outputs(outputs, options);
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

// A document meets half of the rules: what its worker would compile for itself costs half as much
// as compiling them all.
constexpr std::size_t fewest_to_prepare_for = 3;

// One input to its outputs. An interrupt meanwhile ends the process when this returns.
Result<std::vector<Output>> convert_one(std::size_t at, const ConvertOptions& options,
                                        const OutputNames& names, const Grammars& grammars) {
  const std::string& input = options.inputs[at];
  const Result<std::string> bytes = read_file(input);
  if (!bytes) return bytes.error();
  const DeferredInterrupts interrupts;
  const std::string link = source_link(at, options, names);
  const Result<Message> message =
      run_in_worker([&] { return converted(*bytes, input, link, options, grammars); },
                    options.time_limit, interrupts);
  if (!message) return message.error();
  std::vector<Output> outputs = outputs_in(*message, suffixes_of(options).size());
  if (auto error = write_outputs(outputs, at, options, names)) return *error;
  return outputs;
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

void count(const Result<std::vector<Output>>& result, Tally& tally) {
  if (result) {
    ++tally.done;
    const bool partial = std::any_of(result->begin(), result->end(), [](const Output& output) {
      return output.status == name_of(Status::partial);
    });
    if (partial) ++tally.partial;
  } else {
    ++(result.error().code == ErrorCode::cannot_write ? tally.unwritten : tally.unread);
  }
}

// The documents of a single input are summed up; of several inputs each document gets its line.
void report(const Output& output, bool is_single) {
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

}  // namespace

int convert_command(const ConvertOptions& options) {
  const Result<OutputNames> names =
      OutputNames::make(options.inputs, output_option(options), suffixes_of(options));
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
  Progress progress(options.inputs.size());
  Tally tally;
  for (std::size_t at = 0; at < options.inputs.size(); ++at) {
    progress.begin(options.inputs[at]);
    const Result<std::vector<Output>> result = convert_one(at, options, *names, *grammars);
    progress.end();
    count(result, tally);
    if (result) {
      for (const Output& output : *result) report(output, options.inputs.size() == 1);
    } else {
      complain(options.inputs[at], result.error());
    }
  }
  return tally.exit_code();
}

}  // namespace trichyeu
