// The register: one SQLite file that says what the outputs of an archive cite and order.
// schema-1.sql documents every table and column.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "models/result.h"
#include "tools/database/database.h"

namespace trichyeu {

// Of the schema that this program writes.
[[nodiscard]] int register_version();

class Register {
 public:
  // To read: fails with cannot_open (not there), damaged (no register) or unknown_type (of a newer
  // version, or of an older one that no run has brought up yet).
  [[nodiscard]] static Result<Register> open(const std::string& path);

  // To write; a file that is not there, or is empty, becomes a register when the first run commits.
  [[nodiscard]] static Result<Register> open_to_write(const std::string& path);

  // Begins the run's one transaction and brings the schema up in it. Until commit() everyone else
  // sees the register as it was, and so it stays where commit() is never reached.
  [[nodiscard]] std::optional<Error> begin();
  [[nodiscard]] std::optional<Error> commit();

  [[nodiscard]] Database& database() const { return *database_; }

 private:
  explicit Register(std::unique_ptr<Database> database) : database_(std::move(database)) {}
  std::unique_ptr<Database> database_;
};

// A copy of the register in `file`, taken while others may read and write. Fails with cannot_write,
// or as Register::open.
[[nodiscard]] std::optional<Error> back_up_register(const std::string& path,
                                                    const std::string& file);
// The copy takes the place of what the register at `path` holds, after its pages were checked;
// whole or not at all. Fails as Register::open where `file` is no register.
[[nodiscard]] std::optional<Error> restore_register(const std::string& file,
                                                    const std::string& path);

}  // namespace trichyeu
