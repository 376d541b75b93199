// This process reads and writes files; what is in them is only touched by the worker.
#include "tools/command/convert_command.h"

#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <iostream>
#include <utility>

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

std::string formatted(const Plan& plan, const ConvertOptions& options) {
  switch (options.format) {
    case Format::xml: return to_xml(plan, options.language);
    case Format::json: return to_json(plan, options.language);
    case Format::text: return to_text(plan);
  }
  return {};
}

std::string shown_name(const std::string& input) {
  return input == standard_stream ? std::string()
                                  : std::filesystem::path(input).filename().string();
}

// One output of an input: a document of it, or what a stage made of all.
struct Output {
  std::string bytes;
  std::string status;  // name of the plan's
  std::string summary;
  std::string path;  // where it was written
};

// What the worker sends back: the fields of one output after those of the other.
constexpr std::size_t sent_fields = 3;

void append(const Output& output, Message& message) {
  message.insert(message.end(), {output.bytes, output.status, output.summary});
}

std::vector<Output> outputs_in(const Message& message) {
  std::vector<Output> outputs;
  for (std::size_t at = 0; at + sent_fields <= message.size(); at += sent_fields)
    outputs.push_back({message[at], message[at + 1], message[at + 2], {}});
  return outputs;
}

Result<Message> converted(std::string_view bytes, const std::string& input,
                          const ConvertOptions& options, const Grammars& grammars) {
  const Result<Conversion> run = convert(bytes, shown_name(input), options.reading, grammars);
  if (!run) return run.error();
  Message message;
  for (const Plan& plan : run->plans) {
    const std::string status(name_of(plan.status));
    if (options.stage) {
      append({dump(*options.stage, *run), status, summary(plan, options.language), {}}, message);
      break;
    }
    append({formatted(plan, options), status, summary(plan, options.language), {}}, message);
  }
  return message;
}

std::optional<Error> print_outputs(const std::vector<Output>& outputs,
                                   const ConvertOptions& options) {
  if (outputs.size() > 1 && options.format == Format::xml) {
    return Error{ErrorCode::cannot_write,
                 "it holds " + std::to_string(outputs.size()) +
                     " documents, and XML on standard output is one",
                 "Give -o a folder.", 0};
  }
  for (const Output& output : outputs) {
    const bool parted = &output != outputs.data() && options.format == Format::text;
    std::cout << (parted ? "\f" : "") << output.bytes;
  }
  std::cout << std::flush;
  if (!std::cout) return Error{ErrorCode::cannot_write, "standard output is closed or full", {}, 0};
  return std::nullopt;
}

std::optional<Error> write_outputs(std::vector<Output>& outputs, const std::string& first,
                                   const ConvertOptions& options, const OutputNames& names) {
  if (first == standard_stream) {
    for (Output& output : outputs) output.path = first;
    return print_outputs(outputs, options);
  }
  const Result<std::vector<std::string>> paths = names.of_documents(first, outputs.size());
  if (!paths) return paths.error();
  for (std::size_t at = 0; at < outputs.size(); ++at) {
    outputs[at].path = (*paths)[at];
    const auto written = write_file(outputs[at].path, outputs[at].bytes);
    if (!written) return written.error();
  }
  return std::nullopt;
}

// A document meets half of the rules: what its worker would compile for itself costs half as much
// as compiling them all.
constexpr std::size_t fewest_to_prepare_for = 3;

// One input to its outputs. An interrupt meanwhile ends the process when this returns.
Result<std::vector<Output>> convert_one(const std::string& input, const std::string& first,
                                        const ConvertOptions& options, const OutputNames& names,
                                        const Grammars& grammars) {
  const Result<std::string> bytes = read_file(input);
  if (!bytes) return bytes.error();
  const DeferredInterrupts interrupts;
  const Result<Message> message = run_in_worker(
      [&] { return converted(*bytes, input, options, grammars); }, options.time_limit, interrupts);
  if (!message) return message.error();
  std::vector<Output> outputs = outputs_in(*message);
  if (auto error = write_outputs(outputs, first, options, names)) return *error;
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
    const ErrorCode code = result.error().code;
    const bool unwritten = code == ErrorCode::cannot_write || code == ErrorCode::no_space;
    ++(unwritten ? tally.unwritten : tally.unread);
  }
}

// The documents of a single input are summed up; of several inputs each document gets its line.
void report(const Output& output, bool is_single) {
  if (output.path == standard_stream) return;
  if (is_single) {
    std::cout << output.path << '\n' << output.summary << std::flush;
  } else {
    std::cout << output.path << ": " << output.summary.substr(0, output.summary.find('\n'))
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
      OutputNames::make(options.inputs, output_option(options), extension_of(options));
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
    const Result<std::vector<Output>> result =
        convert_one(options.inputs[at], names->firsts()[at], options, *names, *grammars);
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
