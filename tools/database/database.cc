#include "tools/database/database.h"

#include <sqlite3.h>

#include <utility>

namespace trichyeu {

struct Database::Connection {
  sqlite3* handle = nullptr;
  std::optional<Error> error;

  ~Connection() { sqlite3_close_v2(handle); }
  void note(int result);
};

struct Statement::State {
  Database::Connection* connection = nullptr;
  sqlite3_stmt* handle = nullptr;
  int bound = 0;

  ~State() { sqlite3_finalize(handle); }
};

namespace {

// Another process may hold the file for as long as it takes to write a transaction.
constexpr int patience_ms = 30'000;

bool is_good(int result) {
  return result == SQLITE_OK || result == SQLITE_ROW || result == SQLITE_DONE;
}

Error error_of(int result, const char* message) {
  const std::string why = std::string("the database: ") + message;
  switch (result & 0xFF) {  // the rest is detail
    case SQLITE_FULL: return {ErrorCode::no_space, why, "Make room and run it again.", 0};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {ErrorCode::cannot_open, why, "Check that the folder is there and its permissions.",
              0};
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return {ErrorCode::damaged, why, "Restore it from a copy, or move it away.", 0};
    case SQLITE_READONLY:
    case SQLITE_IOERR:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::cannot_write, why,
              "Check that the disk works and that nothing else holds the file.", 0};
    default: return {ErrorCode::internal, why, "Please report it.", 0};
  }
}

int flags_of(Database::Access access) {
  switch (access) {
    case Database::Access::create: return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Database::Access::write: return SQLITE_OPEN_READWRITE;
    case Database::Access::read: return SQLITE_OPEN_READONLY;
  }
  return SQLITE_OPEN_READONLY;
}

}  // namespace

void Database::Connection::note(int result) {
  if (!error && !is_good(result)) error = error_of(result, sqlite3_errmsg(handle));
}

Statement::Statement(std::unique_ptr<State> state) : state_(std::move(state)) {}
Statement::~Statement() = default;
Statement::Statement(Statement&&) noexcept = default;

Statement& Statement::bind(std::string_view text) {
  // A view of nothing may have no address, which would bind NULL.
  const char* bytes = text.data() == nullptr ? "" : text.data();
  state_->connection->note(sqlite3_bind_text64(state_->handle, ++state_->bound, bytes, text.size(),
                                               SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind(std::int64_t number) {
  state_->connection->note(sqlite3_bind_int64(state_->handle, ++state_->bound, number));
  return *this;
}

Statement& Statement::bind(double number) {
  state_->connection->note(sqlite3_bind_double(state_->handle, ++state_->bound, number));
  return *this;
}

Statement& Statement::bind_null() {
  state_->connection->note(sqlite3_bind_null(state_->handle, ++state_->bound));
  return *this;
}

bool Statement::next() {
  if (state_->connection->error) return false;
  const int result = sqlite3_step(state_->handle);
  state_->connection->note(result);
  return result == SQLITE_ROW;
}

void Statement::run() {
  next();
  sqlite3_reset(state_->handle);
  state_->bound = 0;
}

std::string Statement::text(int column) const {
  const unsigned char* bytes = sqlite3_column_text(state_->handle, column);
  if (bytes == nullptr) return {};
  return {reinterpret_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(state_->handle, column))};
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(state_->handle, column);
}

double Statement::real(int column) const { return sqlite3_column_double(state_->handle, column); }

Database::Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Database::~Database() = default;
Database::Database(Database&&) noexcept = default;

Result<Database> Database::open(const std::filesystem::path& path, Access access) {
  auto connection = std::make_unique<Connection>();
  connection->note(sqlite3_open_v2(path.c_str(), &connection->handle, flags_of(access), nullptr));
  sqlite3_busy_timeout(connection->handle, patience_ms);
  Database database(std::move(connection));
  // The file itself is first touched here.
  static_cast<void>(database.number("PRAGMA schema_version"));
  if (auto error = database.error()) return *error;
  return database;
}

void Database::execute(const char* sql) {
  if (connection_->error) return;
  connection_->note(sqlite3_exec(connection_->handle, sql, nullptr, nullptr, nullptr));
}

Statement Database::prepare(std::string_view sql) {
  auto state = std::make_unique<Statement::State>();
  state->connection = connection_.get();
  if (!connection_->error) {
    connection_->note(sqlite3_prepare_v2(connection_->handle, sql.data(),
                                         static_cast<int>(sql.size()), &state->handle, nullptr));
  }
  return Statement(std::move(state));
}

std::int64_t Database::number(std::string_view sql) {
  Statement statement = prepare(sql);
  return statement.next() ? statement.integer(0) : 0;
}

std::optional<Error> Database::error() const { return connection_->error; }

Transaction::Transaction(Database& database) : database_(database) {
  database_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (open_) sqlite3_exec(database_.connection_->handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

std::optional<Error> Transaction::commit() {
  database_.execute("COMMIT");
  open_ = database_.error().has_value();
  return database_.error();
}

}  // namespace trichyeu
