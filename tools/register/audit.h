// What the audits share: a slice of a long list, and where something stands.
//
// Queries take a register's database and return plain structs; reports.h makes tables of them, and
// the printers know nothing but tables. An empty text is "not said". A query that fails leaves its
// problem in the database and returns what it has.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tools/database/database.h"

namespace trichyeu {

// The first rows of a list, and how many there are in all.
template <typename T>
struct Listing {
  std::vector<T> rows;
  std::int64_t total = 0;
};

// A line of a document, and the words in it that are meant: code points of the line, half open.
struct Quote {
  std::string document;  // the output, under the folder that was indexed
  int page = 0;          // 0 for sources without pages
  std::string line;
  std::size_t from_point = 0;
  std::size_t to_point = 0;
};

// What to look at; an empty or zero member leaves everything in.
struct AuditFilter {
  std::string kind;    // "Kế hoạch", in any letter case, with or without marks
  std::string issuer;  // part of a name: "ủy ban nhân dân"
  int year = 0;
  std::string unit;          // part of a name
  std::size_t limit = 0;     // most rows; 0: all
  bool only_counts = false;  // no rows, only how many there are
};

// For SQL's LIMIT, where -1 is none.
[[nodiscard]] inline std::int64_t sql_limit(const AuditFilter& filter) {
  if (filter.only_counts) return 0;
  return filter.limit == 0 ? -1 : static_cast<std::int64_t>(filter.limit);
}

// Whether a row behind so many others is wanted.
[[nodiscard]] inline bool has_room(const AuditFilter& filter, std::size_t rows) {
  return !filter.only_counts && (filter.limit == 0 || rows < filter.limit);
}

}  // namespace trichyeu
