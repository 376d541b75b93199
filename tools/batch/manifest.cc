#include "tools/batch/manifest.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>

#include "trichyeu_batch_embedded.h"

namespace trichyeu {
namespace {

constexpr std::int64_t version = 1;

// A power cut may undo the last transactions, never half of one: their inputs are then done again.
// The cache is bounded, so that the process stays as small with many inputs as with few.
constexpr const char* settings =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -512;";

constexpr const char* columns =
    "SELECT i.target, i.path, i.in_folder, i.state, i.size, i.modified_ns, i.changed_ns, i.sha256, "
    "p.program, p.grammar, p.ocr, p.options, i.error_code, i.error_text, i.pages, i.failed_pages, "
    "i.seconds, i.peak_memory_bytes, i.finished "
    "FROM inputs i LEFT JOIN producers p ON p.id = i.producer ";

Error of_later_version(std::int64_t found) {
  return {ErrorCode::unknown_type,
          "the manifest is of version " + std::to_string(found) + ", this trichyeu knows " +
              std::to_string(version),
          "Use the trichyeu that wrote it, or another output folder.", 0};
}

std::string schema() { return std::string(trichyeu_batch::embedded_files().front().second); }

std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

bool is_better(const InputRecord& record, const InputRecord& other) {
  const bool waits = record.state == State::waiting;
  if (waits != (other.state == State::waiting)) return !waits;
  return record.finished > other.finished;
}

// The first target behind all that stand in the folder `name`: '0' follows '/'.
std::string behind_folder(const std::string& name) { return name + '0'; }

}  // namespace

std::int64_t Totals::of(State state) const {
  const auto found = inputs.find(state);
  return found == inputs.end() ? 0 : found->second;
}

std::int64_t Totals::all() const {
  std::int64_t sum = 0;
  for (const auto& [state, count] : inputs) sum += count;
  return sum;
}

std::string time_now() {
  const auto now = std::chrono::system_clock::now();
  const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
  const auto thousandths =
      std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count() % 1000;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 32> day{};
  std::strftime(day.data(), day.size(), "%Y-%m-%dT%H:%M:%S", &parts);
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%s.%03dZ", day.data(), static_cast<int>(thousandths));
  return text.data();
}

Result<Manifest> Manifest::open(const std::filesystem::path& file, Database::Access access) {
  Result<std::unique_ptr<Database>> database = Database::open(file.string(), access);
  if (!database) return database.error();
  Manifest manifest(std::move(database).value());
  if (auto problem = manifest.prepare()) return *problem;
  return manifest;
}

Result<Manifest> Manifest::temporary() { return open({}, Database::Access::create); }

std::optional<Error> Manifest::prepare() {
  database_->execute(settings);
  const std::int64_t found = database_->number("PRAGMA user_version");
  if (found > version) return of_later_version(found);
  if (found == version) return error();
  Transaction transaction = begin();
  database_->execute(schema());
  database_->execute("PRAGMA user_version = " + std::to_string(version));
  return transaction.commit();
}

std::int64_t Manifest::begin_run() {
  database_->prepare("INSERT INTO runs (started) VALUES (?)").run(time_now());
  return database_->last_id();
}

void Manifest::end_run(std::int64_t run, const std::string& outcome) {
  database_->prepare("UPDATE runs SET ended = ?, outcome = ? WHERE id = ?")
      .run(time_now(), outcome, run);
}

std::vector<RunRecord> Manifest::runs() {
  std::vector<RunRecord> runs;
  Statement rows = database_->prepare("SELECT started, ended, outcome FROM runs ORDER BY started");
  while (rows.step()) runs.push_back({rows.text(0), rows.text(1), rows.text(2)});
  return runs;
}

InputRecord Manifest::record_in(const Statement& row) {
  InputRecord record;
  record.target = row.text(0);
  record.path = row.text(1);
  record.in_folder = row.integer(2) != 0;
  record.state = state_of(row.text(3));
  record.stamp = {row.integer(4), row.integer(5), row.integer(6)};
  record.sha256 = row.text(7);
  if (!row.text(8).empty())
    record.making = Making{row.text(8), row.text(9), row.text(10), row.text(11)};
  record.error_code = row.text(12);
  record.error_text = row.text(13);
  record.pages = static_cast<int>(row.integer(14));
  record.failed_pages = static_cast<int>(row.integer(15));
  record.seconds = row.real(16);
  record.peak_memory_bytes = row.integer(17);
  record.finished = row.text(18);
  add_outputs(record);
  return record;
}

void Manifest::add_outputs(InputRecord& record) {
  Statement rows = database_->prepare(
      "SELECT suffix, size, sha256 FROM outputs WHERE target = ? ORDER BY suffix");
  rows.with(record.target);
  while (rows.step()) record.outputs.push_back({rows.text(0), rows.integer(1), rows.text(2)});
}

std::optional<InputRecord> Manifest::find(const std::string& target) {
  Statement rows = database_->prepare(std::string(columns) + "WHERE i.target = ?");
  if (!rows.with(target).step()) return std::nullopt;
  return record_in(rows);
}

std::int64_t Manifest::run_of(const std::string& target) {
  Statement rows = database_->prepare("SELECT run FROM inputs WHERE target = ?");
  return rows.with(target).step() ? rows.integer(0) : 0;
}

std::vector<InputRecord> Manifest::records_in(Statement& rows) {
  std::vector<InputRecord> records;
  while (rows.step()) records.push_back(record_in(rows));
  return records;
}

void Manifest::each(const std::function<void(const InputRecord&)>& visit) {
  Statement rows = database_->prepare(std::string(columns) + "ORDER BY i.target");
  while (rows.step()) visit(record_in(rows));
}

std::int64_t Manifest::id_of(const Making& making) {
  database_
      ->prepare(
          "INSERT OR IGNORE INTO producers (program, grammar, ocr, options) "
          "VALUES (?, ?, ?, ?)")
      .run(making.program, making.grammar, making.ocr, making.options);
  Statement rows = database_->prepare(
      "SELECT id FROM producers WHERE program = ? AND grammar = ? AND ocr = ? AND options = ?");
  rows.with(making.program, making.grammar, making.ocr, making.options);
  return rows.step() ? rows.integer(0) : 0;
}

void Manifest::put(const InputRecord& record, std::int64_t run) {
  std::optional<std::int64_t> producer;
  if (record.making) producer = id_of(*record.making);
  database_
      ->prepare(
          "INSERT OR REPLACE INTO inputs VALUES "
          "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(record.target, record.path, int{record.in_folder},
           run == 0 ? run_of(record.target) : run, name_of(record.state), record.stamp.size,
           record.stamp.modified_ns, record.stamp.changed_ns, unless_empty(record.sha256), producer,
           unless_empty(record.error_code), unless_empty(record.error_text), record.pages,
           record.failed_pages, record.seconds, record.peak_memory_bytes,
           unless_empty(record.finished));
  database_->prepare("DELETE FROM outputs WHERE target = ?").run(record.target);
  Statement insert = database_->prepare("INSERT INTO outputs VALUES (?, ?, ?, ?)");
  for (const OutputRecord& output : record.outputs)
    insert.run(record.target, output.suffix, output.size, output.sha256);
}

void Manifest::keep(const std::string& target, const std::string& path, const FileStamp& stamp,
                    std::int64_t run) {
  database_
      ->prepare(
          "UPDATE inputs SET path = ?, size = ?, modified_ns = ?, changed_ns = ?, "
          "run = ? WHERE target = ?")
      .run(path, stamp.size, stamp.modified_ns, stamp.changed_ns, run, target);
}

std::vector<InputRecord> Manifest::waiting(std::int64_t run, const std::string& after, int most) {
  Statement rows = database_->prepare(
      std::string(columns) +
      "WHERE i.target > ? AND i.run = ? AND i.state = 'waiting' ORDER BY i.target LIMIT ?");
  return records_in(rows.with(after, run, most));
}

std::vector<InputRecord> Manifest::waiting_alike(std::int64_t run, std::int64_t size,
                                                 const std::string& sha256) {
  Statement rows = database_->prepare(
      std::string(columns) +
      "WHERE i.state = 'waiting' AND i.size = ? AND i.sha256 IS ? AND i.run = ? ORDER BY i.target");
  return records_in(rows.with(size, unless_empty(sha256), run));
}

void Manifest::note_hash(const std::string& target, const std::string& sha256) {
  database_->prepare("UPDATE inputs SET sha256 = ? WHERE target = ?").run(sha256, target);
}

std::optional<std::pair<std::string, std::string>> Manifest::output_in_the_way(
    std::int64_t run, const std::vector<std::string>& suffixes) {
  Statement rows = database_->prepare(
      "SELECT a.path, b.path FROM inputs a JOIN inputs b "
      "ON b.target > a.target || ? AND b.target < a.target || ? "
      "WHERE a.run = ? AND b.run = ? LIMIT 1");
  for (const std::string& suffix : suffixes) {
    if (rows.with(suffix + '/', behind_folder(suffix), run, run).step())
      return std::pair{rows.text(0), rows.text(1)};
  }
  return std::nullopt;
}

Totals Manifest::totals(std::int64_t run) {
  Totals totals;
  Statement rows = database_->prepare(
      "SELECT state, count(*), sum(pages), sum(failed_pages), sum(seconds), "
      "max(peak_memory_bytes) FROM inputs WHERE run = ?1 OR ?1 = 0 GROUP BY state");
  rows.with(run);
  while (rows.step()) {
    totals.inputs[state_of(rows.text(0))] = rows.integer(1);
    totals.pages += rows.integer(2);
    totals.failed_pages += rows.integer(3);
    totals.seconds += rows.real(4);
    totals.peak_memory_bytes = std::max(totals.peak_memory_bytes, rows.integer(5));
  }
  return totals;
}

std::vector<Making> Manifest::makings() {
  std::vector<Making> makings;
  Statement rows = database_->prepare(
      "SELECT program, grammar, ocr, options FROM producers "
      "WHERE id IN (SELECT producer FROM inputs) ORDER BY id");
  while (rows.step()) makings.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3)});
  return makings;
}

void Manifest::absorb(Manifest& other,
                      const std::function<bool(const std::string& target)>& wanted) {
  other.each([&](const InputRecord& record) {
    if (!wanted(record.target)) return;
    const std::optional<InputRecord> own = find(record.target);
    if (!own || is_better(record, *own)) put(record);
  });
}

}  // namespace trichyeu
