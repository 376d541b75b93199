#include "tools/command/explain_command.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "extractor/convert.h"
#include "tools/command/complaint.h"
#include "tools/command/document_heading.h"
#include "tools/command/exit_code.h"
#include "tools/command/files.h"
#include "tools/office/office.h"
#include "tools/rules/explanation.h"
#include "tools/worker/worker.h"

namespace trichyeu {
namespace {

// As https://no-color.org asks.
bool wants_colour() { return isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr; }

// The explanation of each document (empty where `at` names nothing) and the plan's status.
Result<Message> explained(std::string_view bytes, const ReadOptions& reading,
                          const ExplainOptions& options, Grammars& grammars, bool coloured) {
  const std::string name = std::filesystem::path(options.input).filename().string();
  SearchTrace trace;
  grammars.listen([&trace](const Search& search) { trace.add(search); });
  const Result<Conversion> run = convert(bytes, name, reading, grammars);
  grammars.listen({});
  if (!run) return run.error();
  std::string text;
  bool partial = false;
  for (const Plan& plan : run->plans) {
    const std::string words = explanation(plan, blocks_at(options.at, plan), grammars, trace,
                                          {coloured, options.language});
    if (!words.empty()) text += (text.empty() ? "" : "\n") + document_heading(plan) + words;
    partial = partial || plan.status == Status::partial;
  }
  return Message{text, std::string(name_of(partial ? Status::partial : Status::complete))};
}

}  // namespace

int explain_command(const ExplainOptions& options) {
  Result<Grammars> grammars = Grammars::load(options.grammar);
  if (!grammars) {
    complain(options.grammar.empty() ? "built-in rules" : options.grammar, grammars.error());
    return exit_not_ready;
  }
  const Result<std::string> bytes = read_file(options.input);
  if (!bytes) {
    complain(options.input, bytes.error());
    return exit_nothing_read;
  }
  const DeferredInterrupts interrupts;
  const bool coloured = wants_colour();
  const Limits limits;
  const Result<ReadOptions> reading =
      with_office(options.reading, *bytes, limits.time_for(0), interrupts);
  if (!reading) {
    complain(options.input, reading.error());
    return exit_nothing_read;
  }
  const Result<Message> message = run_in_worker(
      [&] { return explained(*bytes, *reading, options, grammars.value(), coloured); }, limits,
      confinement_of_readers(options.reading.tessdata, limits, false), interrupts);
  if (!message) {
    complain(options.input, message.error());
    return exit_nothing_read;
  }
  if ((*message)[0].empty() && !options.at.empty()) {
    std::cerr
        << "trichyeu: " << options.input << ": nothing is called " << options.at
        << ". Name a line of --format text (42), an id of the XML (p17, h2, td5, s2, tb1, c3, "
           "t5, u4) or a path (II.1.a). (usage)\n";
    return exit_usage;
  }
  std::cout << (*message)[0] << std::flush;
  return (*message)[1] == name_of(Status::partial) ? exit_some_partial : exit_done;
}

}  // namespace trichyeu
