// Rows of the tables that are built into the library (word_pairs.tsv, office_words.tsv).
#pragma once

#include <string_view>
#include <vector>

namespace trichyeu {

// Those of `file`, without comments and empty rows; none for another name. They live as long as the
// program.
[[nodiscard]] std::vector<std::string_view> embedded_rows(std::string_view file);

// What stands before the row's first tab; it and the tab are taken off the row.
[[nodiscard]] std::string_view next_field(std::string_view& row);

}  // namespace trichyeu
