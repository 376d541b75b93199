// The manifest of a batch, or of a shard: what became of each input. manifest.sql is its schema.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/result.h"
#include "tools/batch/records.h"
#include "tools/database/database.h"

namespace trichyeu {

struct Totals {
  std::map<State, std::int64_t> inputs;
  std::int64_t pages = 0;
  std::int64_t failed_pages = 0;
  double seconds = 0;
  std::int64_t peak_memory_bytes = 0;

  [[nodiscard]] std::int64_t of(State state) const;
  [[nodiscard]] std::int64_t all() const;
};

struct RunRecord {
  std::string started;
  std::string ended;    // empty: it still runs, or was killed
  std::string outcome;  // as in manifest.sql
};

class Manifest {
 public:
  // Fails with cannot_open, damaged, or unknown_type where a later version wrote it.
  [[nodiscard]] static Result<Manifest> open(const std::filesystem::path& file,
                                             Database::Access access);
  // Without a name, gone when closed.
  [[nodiscard]] static Result<Manifest> temporary();

  // Several changes at once; each function below that changes something is a transaction of its own
  // outside of one.
  [[nodiscard]] Transaction begin() { return Transaction(*database_); }
  [[nodiscard]] std::optional<Error> error() const { return database_->problem(); }

  // A run's number, from 1.
  std::int64_t begin_run();
  void end_run(std::int64_t run, const std::string& outcome);
  [[nodiscard]] std::vector<RunRecord> runs();

  [[nodiscard]] std::optional<InputRecord> find(const std::string& target);
  // The run that asked for `target` last; 0 where none did.
  [[nodiscard]] std::int64_t run_of(const std::string& target);
  // Every input in the order of targets.
  void each(const std::function<void(const InputRecord&)>& visit);

  // Takes the place of what was known of the input. `run` 0: as before.
  void put(const InputRecord& record, std::int64_t run = 0);
  // The outputs of an earlier run stay known until the input is put with others.
  void keep(const std::string& target, const std::string& path, const FileStamp& stamp,
            std::int64_t run);

  // The first `most` inputs that wait in `run`, behind target `after`.
  [[nodiscard]] std::vector<InputRecord> waiting(std::int64_t run, const std::string& after,
                                                 int most);
  // Those of one size and hash; an empty hash: those not hashed yet.
  [[nodiscard]] std::vector<InputRecord> waiting_alike(std::int64_t run, std::int64_t size,
                                                       const std::string& sha256);
  // So that content is hashed once.
  void note_hash(const std::string& target, const std::string& sha256);

  // The first pair of this run where the one's output would be a folder of the other.
  [[nodiscard]] std::optional<std::pair<std::string, std::string>> output_in_the_way(
      std::int64_t run, const std::vector<std::string>& suffixes);

  // Of all inputs, or of those that `run` was asked for.
  [[nodiscard]] Totals totals(std::int64_t run = 0);
  [[nodiscard]] std::vector<Making> makings();

  // Takes over what `other` knows of inputs that `wanted` is true for: where this one knows nothing
  // better. Waiting is worse than any other state, an earlier time worse than a later one.
  void absorb(Manifest& other, const std::function<bool(const std::string& target)>& wanted);

 private:
  explicit Manifest(std::unique_ptr<Database> database) : database_(std::move(database)) {}
  std::optional<Error> prepare();
  std::int64_t id_of(const Making& making);
  InputRecord record_in(const Statement& row);
  std::vector<InputRecord> records_in(Statement& rows);
  void add_outputs(InputRecord& record);

  std::unique_ptr<Database> database_;
};

// "2026-11-21T18:00:00.123Z"
[[nodiscard]] std::string time_now();

}  // namespace trichyeu
