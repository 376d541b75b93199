// This process reads directories, hashes and writes; what is in the documents only workers see.
#include "tools/command/batch_command.h"

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>

#include "tools/batch/merge.h"
#include "tools/batch/status.h"
#include "tools/command/complaint.h"
#include "tools/command/exit_code.h"
#include "tools/command/ocr_data.h"
#include "tools/command/output_maker.h"

namespace trichyeu {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

std::string_view name_of(OcrMode mode) {
  switch (mode) {
    case OcrMode::automatic: return "auto";
    case OcrMode::always: return "always";
    case OcrMode::never: return "never";
  }
  return {};
}

// Those that change outputs. A longer time limit changes none that is whole.
std::string options_text(const BatchCommandOptions& options) {
  const ConvertOptions& conversion = options.conversion;
  std::string text;
  if (conversion.stage) {
    text += "--dump " + std::string(name_of(*conversion.stage));
  } else {
    text += "--format " + names_of(conversion.formats);
  }
  return text + " --ocr " + std::string(name_of(conversion.reading.ocr)) + " --lang " +
         conversion.reading.ocr_language + " --report-lang " + conversion.language +
         " --max-pages " + std::to_string(conversion.limits.max_pages);
}

Making making_of(const BatchCommandOptions& options, const Grammars& grammars) {
  const ReadOptions& reading = options.conversion.reading;
  const bool recognises = reading.ocr != OcrMode::never;
  return {TRICHYEU_VERSION, grammars.fingerprint(),
          recognises ? ocr_version(reading.ocr_language, reading.tessdata) : std::string(),
          options_text(options)};
}

BatchOptions batch_of(const BatchCommandOptions& options, const Shard& shard,
                      const Grammars& grammars) {
  BatchOptions batch;
  batch.sources = {options.conversion.inputs, options.list, options.conversion.output};
  if (!options.watched.empty()) {
    batch.sources.named.push_back(options.watched);
    batch.watched = options.watched;
  }
  batch.output = options.conversion.output;
  batch.shard = shard;
  batch.redo = options.redo;
  batch.making = making_of(options, grammars);
  batch.suffixes = output_suffixes(options.conversion);
  batch.converter.workers = options.conversion.jobs;
  batch.converter.reading = options.conversion.reading;
  batch.converter.grammars = &grammars;
  batch.converter.outputs = output_maker(options.conversion);
  batch.converter.limits = options.conversion.limits;
  batch.converter.require_sandbox = options.conversion.require_sandbox;
  return batch;
}

std::optional<Error> usage_problem(const BatchOptions& batch) {
  if (batch.sources.named.empty() && batch.sources.list.empty())
    return Error{ErrorCode::cannot_open, "there is nothing to convert", "Name files or folders.",
                 0};
  for (const std::string& name : batch.sources.named) {
    std::error_code absent;
    if (fs::equivalent(name, batch.output, absent)) {
      return Error{ErrorCode::cannot_write, "the folder of the outputs is one of the inputs",
                   "Name another one with -o.", 0};
    }
  }
  return std::nullopt;
}

ProgressForm progress_form(const BatchCommandOptions& options) {
  if (options.log_json) return ProgressForm::json;
  return isatty(STDERR_FILENO) == 1 ? ProgressForm::bar : ProgressForm::lines;
}

int exit_code_of(const BatchReport& report) {
  const Totals& totals = report.totals;
  if (report.stopped) return exit_some_failed;
  const bool nothing_read = totals.of(State::done) + totals.of(State::partial) == 0;
  if (totals.of(State::failed) > 0) return nothing_read ? exit_nothing_read : exit_some_failed;
  return totals.of(State::partial) > 0 ? exit_some_partial : exit_done;
}

int complain_before_work(const std::string& subject, const Error& error) {
  complain(subject, error);
  if (error.code == ErrorCode::not_confined) return exit_not_ready;
  return error.code == ErrorCode::no_space ? exit_some_failed : exit_usage;
}

// What a person reads at the end, of all that the folder's manifests know.
void print_status(const std::string& output, const std::string& language) {
  Result<Manifest> manifest = united(output);
  if (manifest) std::cout << status_text(standings_of(manifest.value()), language) << std::flush;
}

}  // namespace

int batch_command(const BatchCommandOptions& options) {
  const Result<Shard> shard = shard_of(options.shard, environment);
  if (!shard) return complain_before_work("--shard", shard.error());
  const ConvertOptions& conversion = options.conversion;
  const Result<Grammars> grammars = Grammars::load(conversion.grammar);
  if (!grammars) {
    complain(conversion.grammar.empty() ? "built-in rules" : conversion.grammar, grammars.error());
    return exit_not_ready;
  }
  const BatchOptions batch = batch_of(options, *shard, *grammars);
  if (const auto problem = usage_problem(batch)) return complain_before_work("batch", *problem);

  const std::unique_ptr<Progress> progress = make_progress(progress_form(options), std::cerr);
  const Result<BatchReport> report = run_batch(batch, *progress);
  if (!report) return complain_before_work(conversion.output, report.error());
  if (report->stopped) complain(conversion.output, *report->stopped);
  print_status(conversion.output, conversion.language);
  // Who started it learns from the signal that it was interrupted: a script's background jobs, too,
  // which are started with interrupts ignored.
  if (report->interrupted_by != 0) {
    std::signal(report->interrupted_by, SIG_DFL);
    std::raise(report->interrupted_by);
  }
  return exit_code_of(*report);
}

int status_command(const std::string& output, bool json, const std::string& language) {
  Result<Manifest> manifest = united(output);
  if (!manifest) {
    complain(output, manifest.error());
    return exit_nothing_read;
  }
  const Standings standings = standings_of(manifest.value());
  std::cout << (json ? status_json(standings) : status_text(standings, language)) << std::flush;
  const Totals& totals = standings.totals;
  if (totals.of(State::failed) > 0) return exit_some_failed;
  return totals.of(State::partial) > 0 ? exit_some_partial : exit_done;
}

int merge_command(const std::string& output, const std::string& language) {
  const Result<MergeReport> report = merge_shards(output);
  if (!report) {
    complain(output, report.error());
    const bool none = report.error().code == ErrorCode::cannot_open;
    return none ? exit_nothing_read : exit_some_failed;
  }
  print_status(output, language);
  return exit_done;
}

}  // namespace trichyeu
