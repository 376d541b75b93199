// One thread. The order in a document's end is what a kill at any moment relies on: first the
// outputs stand, then the manifest says so.
#include "tools/batch/batch_run.h"

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <filesystem>
#include <system_error>

#include "tools/batch/copies.h"
#include "tools/batch/targets.h"

namespace trichyeu {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds between_ticks{500};

// In a folder stand files that were never meant to be converted.
bool is_no_document(ErrorCode code) {
  return code == ErrorCode::unknown_type || code == ErrorCode::not_a_file;
}

std::string sentences_of(const Error& error) {
  const std::string page = error.page > 0 ? "page " + std::to_string(error.page) + ": " : "";
  std::string text = page + error.message;
  if (!error.advice.empty()) text += ". " + error.advice;
  return text;
}

// From the folder of an input's outputs to the input, where a format that is wanted shows it.
WaitingInputs::LinkOf links_for(const BatchOptions& options) {
  const auto& suffixes = options.suffixes;
  if (std::find(suffixes.begin(), suffixes.end(), ".xlsx") == suffixes.end())
    return [](const InputRecord&) { return std::string(); };
  return [&options](const InputRecord& record) {
    std::error_code no_link;
    const fs::path folder = fs::absolute(options.output / record.target, no_link).parent_path();
    return fs::absolute(record.path, no_link)
        .lexically_relative(folder.lexically_normal())
        .string();
  };
}

}  // namespace

BatchRun::BatchRun(const BatchOptions& options, const Planning& planning, Manifest& manifest,
                   OutputWriter& writer, Progress& progress, int interrupts)
    : options_(options),
      planning_(planning),
      manifest_(manifest),
      writer_(writer),
      progress_(progress),
      interrupts_(interrupts),
      waiting_(manifest, planning.run, planning.max_bytes, links_for(options)) {}

void BatchRun::convert_all(Converter& converter, FolderWatch* watch) {
  while (!stopped_ && !at_once_) {
    if (watch != nullptr && signal_ == 0) plan_what_arrived(*watch);
    if (signal_ == 0) submit_what_fits(converter);
    const bool has_more = watch != nullptr && signal_ == 0;
    if (converter.under_way() == 0 && !has_more) return;
    wait(converter, watch);
    read_interrupts(converter);
  }
}

// Until a document is finished, a signal comes or a file arrives.
void BatchRun::wait(Converter& converter, FolderWatch* watch) {
  if (converter.under_way() > 0) {
    if (const auto result = converter.wait(interrupts_, between_ticks)) return take(*result);
  } else {
    std::array<pollfd, 2> waits{
        {{interrupts_, POLLIN, 0}, {watch == nullptr ? -1 : watch->fd(), POLLIN, 0}}};
    poll(waits.data(), waits.size(), static_cast<int>(between_ticks.count()));
  }
  progress_.tick();
}

void BatchRun::submit_what_fits(Converter& converter) {
  while (!stopped_ && converter.has_room()) {
    std::optional<InputRecord> record = waiting_.next();
    if (!record) break;
    submit(converter, *std::move(record));
  }
  if (auto error = manifest_.error()) stopped_ = error;
}

void BatchRun::submit(Converter& converter, InputRecord record) {
  Result<OpenedInput> opened = OpenedInput::open(record.path, planning_.max_bytes);
  if (!opened) return fail(std::move(record), opened.error());
  record.stamp = opened->stamp();
  const Result<std::string> sha256 = opened->sha256();
  if (!sha256) return fail(std::move(record), sha256.error());
  record.sha256 = *sha256;
  const auto& [id, same] = *under_way_.emplace(++last_id_, waiting_.alike(record)).first;
  converter.submit(
      {id, opened.value().release(), joined_names(same.names), joined_links(same.names)});
}

void BatchRun::take(const DocumentResult& result) {
  const auto entry = under_way_.extract(result.id);
  if (entry.empty()) return;
  const SameContent& same = entry.mapped();
  for (std::size_t at = 0; at < same.inputs.size() && !stopped_; ++at) {
    InputRecord record = same.inputs[at];
    record.pages = result.pages;
    record.failed_pages = result.failed_pages;
    record.seconds = at == 0 ? result.seconds : 0;
    record.peak_memory_bytes = static_cast<std::int64_t>(result.peak_memory_bytes);
    if (result.outputs) {
      record.state = result.partial ? State::partial : State::done;
      deliver(std::move(record), result, same.name_of_input[at]);
    } else {
      fail(std::move(record), result.outputs.error());
    }
  }
}

void BatchRun::deliver(InputRecord record, const DocumentResult& result, std::size_t name) {
  const auto written = writer_.write(record.target, outputs_for(name, *result.outputs));
  if (written) {
    record.error_code.clear();
    record.error_text.clear();
    finish(std::move(record), *written);
  } else if (written.error().code == ErrorCode::no_space) {
    stopped_ = written.error();  // the next document would have no more room
  } else {
    fail(std::move(record), written.error());
  }
}

void BatchRun::fail(InputRecord record, const Error& error) {
  const bool skips = record.in_folder && is_no_document(error.code);
  record.state = skips ? State::skipped : State::failed;
  record.error_code = name_of(error.code);
  record.error_text = sentences_of(error);
  finish(std::move(record), {});
}

void BatchRun::finish(InputRecord record, std::vector<OutputRecord> outputs) {
  writer_.remove_stale(record.target, record.outputs, outputs);
  waiting_.finish(record.target);
  record.outputs = std::move(outputs);
  record.making = planning_.making;
  record.finished = time_now();
  Transaction transaction = manifest_.begin();
  manifest_.put(record, planning_.run);
  if (auto error = transaction.commit()) {
    stopped_ = error;
  } else {
    progress_.finished(record);
  }
}

void BatchRun::read_interrupts(Converter& converter) {
  signalfd_siginfo info{};
  while (read(interrupts_, &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
    const int signal = static_cast<int>(info.ssi_signo);
    at_once_ = signal_ != 0 || signal != SIGINT;
    signal_ = signal;
    if (at_once_) continue;
    for (const std::uint64_t id : converter.withdraw()) under_way_.erase(id);
  }
}

void BatchRun::plan_what_arrived(FolderWatch& watch) {
  const std::vector<std::string> arrived = watch.arrived();
  if (arrived.empty()) return;
  Transaction transaction = manifest_.begin();
  for (const std::string& path : arrived) {
    each_input_in(*options_.watched, path, options_.output, [&](const Input& input) {
      if (!planning_.shard.has(input.target)) return;
      if (waiting_.is_under_way(input.target)) return watch.look_again(input.path);
      plan_input(manifest_, input, planning_);
    });
  }
  if (auto error = transaction.commit()) stopped_ = error;
  waiting_.restart();
  progress_.more(static_cast<std::int64_t>(arrived.size()));
}

}  // namespace trichyeu
