// Lists that a library carries in itself: TSV with lines of remarks.
#pragma once

#include <string_view>
#include <vector>

namespace trichyeu {

using DataRow = std::vector<std::string_view>;  // views of static data

// The rows of such a list, without lines that begin with "#" and empty ones.
[[nodiscard]] std::vector<DataRow> data_rows(std::string_view bytes);

// Those of the module's own list `name`, "syllables.tsv".
[[nodiscard]] std::vector<DataRow> rows_of_data_file(std::string_view name);

}  // namespace trichyeu
