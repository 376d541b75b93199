#include "tools/register/register.h"

#include <string_view>
#include <utility>
#include <vector>

#include "tools/register/data_list.h"

namespace trichyeu {
namespace {

constexpr std::int64_t application_id = 0x74796275;  // "tybu", as schema-1.sql says

// What leads from version N to N + 1, for N from 0.
std::vector<std::string_view> schema_steps() {
  std::vector<std::string_view> steps;
  for (;;) {
    const auto step = register_file("schema-" + std::to_string(steps.size() + 1) + ".sql");
    if (step.empty()) return steps;
    steps.push_back(step);
  }
}

Error not_a_register() {
  return {ErrorCode::damaged, "it is no register",
          "Name the file that `trichyeu index OUT -o REGISTER` wrote.", 0};
}

// 0 for a database without anything in it.
Result<int> version_of(Database& database) {
  const std::int64_t application = database.number("PRAGMA application_id");
  const std::int64_t version = database.number("PRAGMA user_version");
  const std::int64_t tables = database.number("SELECT count(*) FROM sqlite_schema");
  if (database.problem()) return *database.problem();
  if (application == 0 && version == 0 && tables == 0) return 0;
  if (application != application_id || version <= 0) return not_a_register();
  if (version > register_version()) {
    return Error{ErrorCode::unknown_type,
                 "it is of version " + std::to_string(version) + ", and this program knows " +
                     std::to_string(register_version()) + " at most",
                 "Use the newer trichyeu that wrote it, or index the outputs into a new file.", 0};
  }
  return static_cast<int>(version);
}

std::optional<Error> problem_of_reading(Database& database) {
  const Result<int> version = version_of(database);
  if (!version) return version.error();
  if (*version == 0) return not_a_register();
  if (*version == register_version()) return std::nullopt;
  return Error{ErrorCode::unknown_type, "it is of the older version " + std::to_string(*version),
               "Run `trichyeu index OUT -o REGISTER` once: it brings the register up to date.", 0};
}

}  // namespace

int register_version() { return static_cast<int>(schema_steps().size()); }

Result<Register> Register::open(const std::string& path) {
  auto database = Database::open(path, Database::Access::read);
  if (!database) return database.error();
  if (auto problem = problem_of_reading(**database)) return *problem;
  // A report jumps about in the file: pages that it comes back to stay in memory.
  (*database)->execute("PRAGMA cache_size = -100000");
  return Register(std::move(database).value());
}

Result<Register> Register::open_to_write(const std::string& path) {
  auto database = Database::open(path, Database::Access::create);
  if (!database) return database.error();
  const Result<int> version = version_of(**database);
  if (!version) return version.error();
  return Register(std::move(database).value());
}

std::optional<Error> Register::begin() {
  // A run touches most pages of a new register: those that wait for the disk stay in memory.
  database_->execute("PRAGMA cache_size = -200000; BEGIN IMMEDIATE");
  const Result<int> version = version_of(*database_);
  if (!version) return version.error();
  const std::vector<std::string_view> steps = schema_steps();
  for (std::size_t step = static_cast<std::size_t>(*version); step < steps.size(); ++step)
    database_->execute(steps[step]);
  database_->execute("PRAGMA application_id = " + std::to_string(application_id));
  database_->execute("PRAGMA user_version = " + std::to_string(steps.size()));
  return database_->problem();
}

std::optional<Error> Register::commit() {
  database_->execute("COMMIT");
  return database_->problem();
}

std::optional<Error> back_up_register(const std::string& path, const std::string& file) {
  const Result<Register> source = Register::open(path);
  if (!source) return source.error();
  return source->database().copy_to(file);
}

std::optional<Error> restore_register(const std::string& file, const std::string& path) {
  const Result<Register> copy = Register::open(file);
  if (!copy) return copy.error();
  Statement check = copy->database().prepare("PRAGMA quick_check(1)");
  if (!check.step() || check.text(0) != "ok") {
    return Error{ErrorCode::damaged, "the copy is damaged",
                 "Take an older one, or index the outputs again.", 0};
  }
  check.reset();
  return copy->database().copy_to(path);
}

}  // namespace trichyeu
