// The files are listed and compared first, without being opened; workers read those that may have
// changed, and this process alone writes.
#include "tools/register/index.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <set>

#include "tools/register/finding_counts.h"
#include "tools/register/first_load.h"
#include "tools/register/ordered_jobs.h"
#include "tools/register/output_reading.h"
#include "tools/register/row_writer.h"
#include "tools/register/successions.h"

namespace trichyeu {
namespace {

constexpr std::chrono::seconds time_limit{600};
// A file that changed so shortly before the run may change again within the clock's grain: its time
// is not kept, and its bytes are looked at next time.
constexpr std::int64_t clock_grain_ns = 2'000'000'000;

struct KnownDocument {
  std::int64_t id = 0;
  std::string sha256;
  std::int64_t bytes = 0;
  std::int64_t modified_ns = 0;
};

using KnownDocuments = std::map<std::string, KnownDocument>;  // by path

bool is_in_scope(const std::string& path, const std::vector<std::string>& scopes) {
  return std::any_of(scopes.begin(), scopes.end(), [&](const std::string& scope) {
    return scope.back() == '/' ? path.rfind(scope, 0) == 0 : path == scope;
  });
}

KnownDocuments known_documents(Database& database, const std::vector<std::string>& scopes) {
  KnownDocuments known;
  Statement all = database.prepare(
      "SELECT path, id, output_sha256, output_bytes, output_modified_ns FROM documents");
  while (all.step()) {
    std::string path = all.text(0);
    if (!is_in_scope(path, scopes)) continue;
    known.emplace(std::move(path),
                  KnownDocument{all.integer(1), all.text(2), all.integer(3), all.integer(4)});
  }
  return known;
}

// Of all that was named, each file once.
Result<std::vector<IndexedFile>> files_of(const std::vector<std::string>& outputs) {
  std::vector<IndexedFile> all;
  std::set<std::string> paths;
  for (const std::string& output : outputs) {
    Result<std::vector<IndexedFile>> files = indexed_files(output);
    if (!files) return files.error();
    for (IndexedFile& file : files.value()) {
      if (paths.insert(file.path).second) all.push_back(std::move(file));
    }
  }
  return all;
}

std::int64_t now_ns() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

class Run {
 public:
  Run(Database& database, KnownDocuments known, bool rereads)
      : database_(database),
        known_(std::move(known)),
        rereads_(rereads),
        load_(database),
        writer_(database) {}

  void drop_vanished(const std::vector<IndexedFile>& files) {
    std::set<std::string> paths;
    for (const IndexedFile& file : files) paths.insert(file.path);
    for (const auto& [path, document] : known_) {
      if (paths.count(path) > 0) continue;
      remove(document.id);
      ++report_.removed;
    }
  }

  // Those that must be read; the others are counted.
  std::vector<IndexedFile> to_read(const std::vector<IndexedFile>& files) {
    std::vector<IndexedFile> left;
    for (const IndexedFile& file : files) {
      const auto known = known_.find(file.path);
      const bool is_same = known != known_.end() && !rereads_ &&
                           known->second.bytes == file.bytes &&
                           known->second.modified_ns == file.modified_ns;
      if (is_same) {
        ++report_.unchanged;
      } else {
        left.push_back(file);
      }
    }
    return left;
  }

  [[nodiscard]] std::string known_sha256(const IndexedFile& file) const {
    const auto known = known_.find(file.path);
    return known == known_.end() ? std::string{} : known->second.sha256;
  }

  void take(const IndexedFile& file, const Result<Message>& message) {
    const OutputReading reading =
        message ? reading_in(*message) : OutputReading{{}, {}, message.error()};
    const auto known = known_.find(file.path);
    const bool is_known = known != known_.end();
    if (!reading.error && !reading.rows) {
      ++report_.unchanged;
      touch_.run(kept_time(file), known->second.id);
      return;
    }
    if (is_known) remove(known->second.id);
    if (reading.error) {
      report_.failed.emplace_back(file.path, *reading.error);
      return;
    }
    writer_.add(file, reading.sha256, kept_time(file), *reading.rows);
    rows_changed_ = true;
    ++(is_known ? report_.changed : report_.added);
  }

  IndexReport finish() {
    load_.index_rows();
    if (rows_changed_) writer_.settle();
    load_.finish();
    if (rows_changed_) store_finding_counts(database_);
    report_.documents = count("documents");
    report_.citations = count("citations");
    report_.works = count("works");
    report_.tasks = count("tasks");
    return std::move(report_);
  }

 private:
  void remove(std::int64_t document) {
    writer_.remove(document);
    rows_changed_ = true;
  }

  [[nodiscard]] std::int64_t kept_time(const IndexedFile& file) const {
    return file.modified_ns + clock_grain_ns < began_ns_ ? file.modified_ns : 0;
  }

  std::size_t count(const std::string& table) {
    return static_cast<std::size_t>(database_.number("SELECT count(*) FROM " + table));
  }

  Database& database_;
  KnownDocuments known_;
  bool rereads_;
  std::int64_t began_ns_ = now_ns();
  FirstLoad load_;
  RowWriter writer_;
  Statement touch_ = database_.prepare("UPDATE documents SET output_modified_ns = ? WHERE id = ?");
  bool rows_changed_ = false;
  IndexReport report_;
};

}  // namespace

Result<IndexReport> index_outputs(Register& register_file, const IndexOptions& options,
                                  const Grammars& grammars, const ReadFile& read,
                                  const IndexProgress& progress) {
  const Result<std::vector<IndexedFile>> files = files_of(options.outputs);
  if (!files) return files.error();
  std::vector<std::string> scopes;
  for (const std::string& output : options.outputs) scopes.push_back(scope_of(output));
  Database& database = register_file.database();
  if (auto problem = register_file.begin()) return *problem;
  Run run(database, known_documents(database, scopes), options.rereads);
  run.drop_vanished(*files);
  const std::vector<IndexedFile> left = run.to_read(*files);
  RowMaker rows(grammars);
  const Confinement confinement{Limits{}.memory_bytes, places_of(scopes, left), false};
  OrderedJobs jobs({left.size(), options.processes, time_limit, confinement}, [&](std::size_t at) {
    return read_output(read(left[at].path), run.known_sha256(left[at]), rows);
  });
  for (std::size_t at = 0; at < left.size() && !database.problem(); ++at) {
    run.take(left[at], *jobs.next());
    progress(at + 1, left.size());
  }
  store_successions(database);
  IndexReport report = run.finish();
  if (auto problem = register_file.commit()) return *problem;
  return report;
}

}  // namespace trichyeu
