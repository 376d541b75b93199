// SQLite, as far as trichyeu needs it.
//
//   Transaction transaction(database);
//   Statement insert = database.prepare("INSERT INTO works (key) VALUES (?)");
//   insert.run("vbqppl:luat:qh:2012:14");
//   Statement all = database.prepare("SELECT id, key FROM works");
//   while (all.step()) use(all.integer(0), all.text(1));
//   if (auto problem = transaction.commit()) return *problem;
//
// The first thing that goes wrong stays in problem(); from then on nothing more is done, so that a
// caller asks once, when it commits. Text is bytes: names of files need not be UTF-8. A database
// belongs to one thread and one process: a child that is forked leaves it alone.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "models/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace trichyeu {

class Database;

class Statement {
 public:
  // Bound values are copied. An empty text is a text; NULL is std::nullopt.
  void bind(int at, std::int64_t value);
  void bind(int at, int value) { bind(at, static_cast<std::int64_t>(value)); }
  void bind(int at, double value);
  void bind(int at, std::string_view text);
  void bind(int at, const std::string& text) { bind(at, std::string_view(text)); }
  void bind(int at, const char* text) { bind(at, std::string_view(text)); }
  void bind(int at, std::nullopt_t /*null*/);
  template <typename Value>
  void bind(int at, const std::optional<Value>& value) {
    if (value) {
      bind(at, *value);
    } else {
      bind(at, std::nullopt);
    }
  }

  // Binds the values to the places from 1 on.
  template <typename... Values>
  Statement& with(const Values&... values) {
    reset();
    int at = 0;
    (bind(++at, values), ...);
    return *this;
  }
  // The same, run to its end; texts are not copied, since they outlive the call.
  template <typename... Values>
  void run(const Values&... values) {
    reset();
    int at = 0;
    (lend(++at, values), ...);
    while (step()) {
    }
  }

  // Whether there is a row (more). Columns count from 0.
  bool step();
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string text(int column) const;  // empty for NULL
  [[nodiscard]] bool is_null(int column) const;
  void reset();

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Statement(Database& database, sqlite3_stmt* statement)
      : database_(&database), statement_(statement) {}

  template <typename Value>
  void lend(int at, const Value& value) {
    if constexpr (std::is_convertible_v<const Value&, std::string_view>) {
      lend_text(at, value);
    } else {
      bind(at, value);
    }
  }
  template <typename Value>
  void lend(int at, const std::optional<Value>& value) {
    if (value) {
      lend(at, *value);
    } else {
      bind(at, std::nullopt);
    }
  }
  void lend_text(int at, std::string_view text);

  Database* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;  // none where it could not be prepared
};

// Statements must not outlive it, and it must not move while they live.
class Database {
 public:
  enum class Access {
    read,    // writes only what undoes a killed run's half
    write,   // what is there
    create,  // besides, where nothing is there; an empty path is a database of its own until closed
  };

  // Fails with cannot_open, or damaged where the file is no SQLite database.
  [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::string& path,
                                                              Access access);

  [[nodiscard]] Statement prepare(std::string_view sql);
  // One or more statements without values.
  void execute(std::string_view sql);
  // The first column of the first row; 0 where there is none.
  [[nodiscard]] std::int64_t number(std::string_view sql);
  [[nodiscard]] std::int64_t last_id() const;

  // Copies everything into the database at `path`, which is made or written over; whole or not at
  // all. Fails with cannot_write.
  [[nodiscard]] std::optional<Error> copy_to(const std::string& path);

  // cannot_open where another process holds it for too long; no_space, cannot_write, damaged,
  // internal.
  [[nodiscard]] const std::optional<Error>& problem() const { return problem_; }

 private:
  friend class Statement;
  friend class Transaction;
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  explicit Database(sqlite3* handle) : handle_(handle) {}
  void note_problem();

  std::unique_ptr<sqlite3, Close> handle_;
  std::optional<Error> problem_;
};

// Rolled back unless committed.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // The database's problem; then nothing of the transaction is kept.
  [[nodiscard]] std::optional<Error> commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace trichyeu
