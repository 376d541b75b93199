#include "tools/database/database.h"

#include <sqlite3.h>

#include <cerrno>

namespace trichyeu {
namespace {

constexpr int patience_ms = 30'000;  // for another process that is about to finish

// SQLite's index of its log cannot grow on a full disk, which it does not call one.
bool is_full(sqlite3* handle) {
  return handle != nullptr && (sqlite3_errcode(handle) == SQLITE_FULL ||
                               sqlite3_extended_errcode(handle) == SQLITE_IOERR_SHMSIZE ||
                               sqlite3_system_errno(handle) == ENOSPC);
}

Error error_of(sqlite3* handle) {
  const std::string message = handle == nullptr ? "out of memory" : sqlite3_errmsg(handle);
  if (is_full(handle))
    return {ErrorCode::no_space, "it cannot be written: " + message, "Make room.", 0};
  switch (handle == nullptr ? SQLITE_NOMEM : sqlite3_errcode(handle)) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return {ErrorCode::damaged, "it is no database of trichyeu: " + message,
              "Name the file that trichyeu wrote, or restore a backup.", 0};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::cannot_open, "another process is writing it",
              "Try again when that has ended.", 0};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {ErrorCode::cannot_open, "it cannot be opened: " + message,
              "Check its name, its folder and your permissions.", 0};
    case SQLITE_READONLY:
    case SQLITE_IOERR:
      return {ErrorCode::cannot_write, "it cannot be written: " + message,
              "Check that the disk has room and that you may write there.", 0};
    default: return {ErrorCode::internal, message, {}, 0};
  }
}

// A database belongs to one thread, and needs no locks against others. A reader may have to undo
// what a killed run left, and reads only where it may not write.
int flags_of(Database::Access access) {
  constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
  return access == Database::Access::create ? flags | SQLITE_OPEN_CREATE : flags;
}

// A view of nothing has no address, and SQLite would take that for NULL.
const char* address_of(std::string_view text) { return text.data() == nullptr ? "" : text.data(); }

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

void Statement::bind(int at, std::int64_t value) {
  if (statement_) sqlite3_bind_int64(statement_.get(), at, value);
}

void Statement::bind(int at, double value) {
  if (statement_) sqlite3_bind_double(statement_.get(), at, value);
}

void Statement::bind(int at, std::string_view text) {
  if (!statement_) return;
  sqlite3_bind_text64(statement_.get(), at, address_of(text), text.size(), SQLITE_TRANSIENT,
                      SQLITE_UTF8);  // NOLINT: the macro's own cast
}

void Statement::lend_text(int at, std::string_view text) {
  if (!statement_) return;
  sqlite3_bind_text64(statement_.get(), at, address_of(text), text.size(), SQLITE_STATIC,
                      SQLITE_UTF8);
}

void Statement::bind(int at, std::nullopt_t /*null*/) {
  if (statement_) sqlite3_bind_null(statement_.get(), at);
}

bool Statement::step() {
  if (!statement_ || database_->problem_) return false;
  const int result = sqlite3_step(statement_.get());
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) database_->note_problem();
  sqlite3_reset(statement_.get());
  return false;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

void Statement::reset() {
  if (statement_) sqlite3_reset(statement_.get());
}

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Result<std::unique_ptr<Database>> Database::open(const std::string& path, Access access) {
  sqlite3* handle = nullptr;
  const int result = sqlite3_open_v2(path.c_str(), &handle, flags_of(access), nullptr);
  std::unique_ptr<Database> database(new Database(handle));
  if (result != SQLITE_OK) return error_of(handle);
  sqlite3_busy_timeout(handle, patience_ms);
  // The first look at the file: what a killed run left half-done is undone here.
  database->execute("PRAGMA schema_version");
  if (access == Access::read) database->execute("PRAGMA query_only = 1");
  if (database->problem_) return *database->problem_;
  return database;
}

Statement Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  if (!problem_ && sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
    note_problem();
  return {*this, statement};
}

void Database::execute(std::string_view sql) {
  if (problem_) return;
  const std::string text(sql);
  if (sqlite3_exec(handle_.get(), text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    note_problem();
}

std::int64_t Database::number(std::string_view sql) {
  Statement statement = prepare(sql);
  return statement.step() ? statement.integer(0) : 0;
}

std::int64_t Database::last_id() const { return sqlite3_last_insert_rowid(handle_.get()); }

std::optional<Error> Database::copy_to(const std::string& path) {
  const auto target = open(path, Access::create);
  if (!target) return target.error();
  sqlite3_backup* backup =
      sqlite3_backup_init((*target)->handle_.get(), "main", handle_.get(), "main");
  if (backup == nullptr) return error_of((*target)->handle_.get());
  sqlite3_backup_step(backup, -1);
  if (sqlite3_backup_finish(backup) == SQLITE_OK) return std::nullopt;
  return error_of((*target)->handle_.get());
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (open_) sqlite3_exec(database_.handle_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

std::optional<Error> Transaction::commit() {
  database_.execute("COMMIT");
  open_ = database_.problem().has_value();
  return database_.problem();
}

void Database::note_problem() {
  if (!problem_) problem_ = error_of(handle_.get());
}

}  // namespace trichyeu
