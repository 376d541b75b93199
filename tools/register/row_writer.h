// Rows into the register's tables, and out of them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "tools/database/database.h"
#include "tools/register/document_rows.h"
#include "tools/register/indexed_files.h"

namespace trichyeu {

// Inside one transaction of `database`, which outlives it.
class RowWriter {
 public:
  explicit RowWriter(Database& database);
  ~RowWriter();
  RowWriter(const RowWriter&) = delete;
  RowWriter& operator=(const RowWriter&) = delete;

  // A document that the register does not hold. `modified_ns` as the column says.
  void add(const IndexedFile& file, const std::string& sha256, std::int64_t modified_ns,
           const DocumentRows& rows);
  // A document with all that hangs on it.
  void remove(std::int64_t document);
  // What works, forms and units say of all documents, after the last add and remove.
  void settle();

 private:
  class Statements;
  std::unique_ptr<Statements> statements_;
};

}  // namespace trichyeu
