// Rows of CSV and TSV.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trichyeu {

struct DelimitedRow {
  int line = 0;  // where it begins, from 1
  std::vector<std::string> cells;
};

// TSV where the first line has a tab: cells are as they stand. Else CSV, by ";" where the first
// line has more of them than of ",": cells may be quoted, a quoted one may hold line ends, and ""
// is one ". A byte order mark and empty lines are passed over.
class DelimitedText {
 public:
  explicit DelimitedText(std::string_view bytes);  // outlives this

  [[nodiscard]] std::optional<DelimitedRow> next();

 private:
  std::string cell();
  std::string quoted_cell();

  std::string_view rest_;
  char separator_ = ',';
  int line_ = 1;
};

}  // namespace trichyeu
