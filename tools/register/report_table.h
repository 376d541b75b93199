// An audit's answer as a table: all that a printer knows.
//
// Names of tables and columns are stable and the same in every language; report-words.tsv has their
// words for readers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace trichyeu {

enum class ColumnKind {
  text,
  number,
  word,   // a code of report-words.tsv, "role.basis" for "basis" in a column "role"
  quote,  // a line of a document
};

struct ReportColumn {
  std::string_view name;
  ColumnKind kind = ColumnKind::text;
};

struct ReportTable {
  std::string_view name;
  std::vector<ReportColumn> columns;
  std::vector<std::vector<std::string>> rows;  // a cell for each column; empty: not said
  std::int64_t total = 0;                      // of rows, or of groups, shown or not
};

// For readers: a title, the columns' heads, and each row on a line, its quoted line below it.
[[nodiscard]] std::string to_text(const ReportTable& table, std::string_view language);
// RFC 4180; the first line has the columns' names. Cells that a spreadsheet would take for a
// formula begin with an apostrophe.
[[nodiscard]] std::string to_csv(const ReportTable& table);
// {"report": …, "total": …, "rows": [{…}]}; what is not said is null, numbers are numbers.
[[nodiscard]] std::string to_json(const ReportTable& table);

// Of report-words.tsv, in "vi" or "en"; a key that the list lacks reads as what follows its last
// dot.
[[nodiscard]] std::string report_word(std::string_view key, std::string_view language);

}  // namespace trichyeu
