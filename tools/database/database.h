// SQLite, as much of it as the project needs.
//
// The first failure sticks: what is asked for after it does nothing, and commit() tells it. So a
// transaction is written as plain lines and checked once, at its end.
//
//   Transaction transaction(database);
//   database.prepare("UPDATE inputs SET state = ? WHERE target = ?").bind("done").bind(name).run();
//   if (auto error = transaction.commit()) return *error;
//
// A Database belongs to one thread and one process: a child that is forked leaves it alone.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "models/result.h"

namespace trichyeu {

class Statement {
 public:
  ~Statement();
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  // Parameters in their order. Text is bytes: names of files need not be UTF-8.
  Statement& bind(std::string_view text);
  Statement& bind(const char* text) { return bind(std::string_view(text)); }
  Statement& bind(std::int64_t number);
  Statement& bind(int number) { return bind(std::int64_t{number}); }
  Statement& bind(double number);
  Statement& bind_null();

  // The next row: true while there is one.
  bool next();
  // For statements without rows. The statement can then be bound and run again.
  void run();

  // Columns of the row, from 0; NULL is empty or 0.
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;

 private:
  friend class Database;
  struct State;
  explicit Statement(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

class Database {
 public:
  enum class Access { create, write, read };

  // Fails with cannot_open, or damaged where the file is no database.
  static Result<Database> open(const std::filesystem::path& path, Access access);
  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) = delete;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // One or more statements without parameters and rows.
  void execute(const char* sql);
  [[nodiscard]] Statement prepare(std::string_view sql);
  // The first column of the first row; 0 where there is none.
  [[nodiscard]] std::int64_t number(std::string_view sql);

  // The failure that stuck: no_space, cannot_write, damaged or internal.
  [[nodiscard]] std::optional<Error> error() const;

 private:
  friend class Transaction;
  friend class Statement;
  struct Connection;
  explicit Database(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

// Rolled back unless committed.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // What went wrong since the database was opened; then nothing of the transaction is kept.
  [[nodiscard]] std::optional<Error> commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace trichyeu
