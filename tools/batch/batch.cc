#include "tools/batch/batch.h"

#include "tools/batch/batch_run.h"
#include "tools/batch/copies.h"
#include "tools/worker/deferred_interrupts.h"

namespace trichyeu {
namespace {

// Long enough for who writes a file in several goes.
constexpr std::chrono::milliseconds quiet{2000};

// What other arrays or whole runs have done of this one's inputs is not done again.
std::optional<Error> take_over(const BatchFolder& folder, const Shard& shard, Manifest& manifest) {
  for (const std::filesystem::path& path : folder.others()) {
    Result<Manifest> other = Manifest::open(path, Database::Access::write);
    if (!other) return other.error();
    Transaction transaction = manifest.begin();
    manifest.absorb(other.value(), [&](const std::string& target) { return shard.has(target); });
    if (auto error = transaction.commit()) return error;
  }
  return std::nullopt;
}

Planning planning_of(const BatchOptions& options, std::int64_t run, FolderWatch* watch) {
  Planning planning;
  planning.run = run;
  planning.shard = options.shard;
  planning.making = options.making;
  planning.redo = options.redo;
  planning.max_bytes = options.converter.limits.max_bytes;
  planning.output = options.output;
  planning.suffixes = options.suffixes;
  if (watch != nullptr) {
    planning.postpone = [watch](const Input& input) {
      const bool is_young = is_being_written(input.path);
      if (is_young) watch->look_again(input.path);
      return is_young;
    };
  }
  return planning;
}

std::string outcome_of(const BatchReport& report) {
  if (report.stopped) return std::string(name_of(report.stopped->code));
  return report.interrupted_by != 0 ? "interrupted" : "finished";
}

// Workers are started only where there is something for them. Interrupts are held back while they
// run; before and after, one ends the process at once, and nothing is lost.
std::optional<Error> convert_waiting(const BatchOptions& options, const Planning& planning,
                                     Manifest& manifest, FolderWatch* watch, Progress& progress,
                                     BatchReport& report) {
  if (report.totals.of(State::waiting) == 0 && watch == nullptr) return std::nullopt;
  ConverterOptions converting = options.converter;
  converting.outputs = for_each_name(options.converter.outputs);
  converting.grammars->prepare();
  const DeferredInterrupts interrupts;
  Result<Converter> converter = Converter::start(converting);
  if (!converter) return converter.error();
  if (!converter->confined().wholly()) {
    progress.notice("the kernel does not confine the workers wholly: " +
                    description_of(converter->confined()));
  }
  OutputWriter writer(BatchFolder(options.output, options.shard), options.suffixes,
                      [&](const std::string& target) { return manifest.find(target).has_value(); });
  BatchRun run(options, planning, manifest, writer, progress, interrupts.fd());
  run.convert_all(converter.value(), watch);
  report.stopped = run.stopped();
  report.interrupted_by = run.interrupted_by();
  report.totals = manifest.totals(planning.run);
  return std::nullopt;
}

}  // namespace

Result<BatchReport> run_batch(const BatchOptions& options, Progress& progress) {
  const BatchFolder folder(options.output, options.shard);
  const Result<FolderLock> lock = FolderLock::take(folder.lock());
  if (!lock) return lock.error();
  if (auto error = folder.prepare()) return *error;
  Result<Manifest> opened = Manifest::open(folder.manifest(), Database::Access::create);
  if (!opened) return opened.error();
  Manifest& manifest = opened.value();
  if (auto error = take_over(folder, options.shard, manifest)) return *error;

  // What arrives while the folder is read is told by the watch.
  std::optional<FolderWatch> watch;
  if (options.watched) {
    Result<FolderWatch> started = FolderWatch::start(*options.watched, options.output, quiet);
    if (!started) return started.error();
    watch.emplace(std::move(started).value());
  }
  FolderWatch* const watching = watch ? &*watch : nullptr;
  const Planning planning = planning_of(options, manifest.begin_run(), watching);
  std::optional<Error> error = plan_inputs(manifest, options.sources, planning);
  BatchReport report;
  if (!error) {
    report.totals = manifest.totals(planning.run);
    progress.begin(report.totals.all(), report.totals.of(State::waiting));
    error = convert_waiting(options, planning, manifest, watching, progress, report);
  }
  if (error) {
    manifest.end_run(planning.run, std::string(name_of(error->code)));
    return *error;
  }
  manifest.end_run(planning.run, outcome_of(report));
  progress.end(report.totals, outcome_of(report));
  return report;
}

}  // namespace trichyeu
