// Rows of a Markdown table: "| 1 | Rà soát … | Sở A |".
#pragma once

#include <string_view>
#include <vector>

#include "models/span.h"

namespace trichyeu {

// The cells of a row, blanks trimmed, as spans of the text that `row` is a span of; an empty cell
// is an empty span where it stands.
[[nodiscard]] std::vector<ByteSpan> pipe_cells_of(ByteSpan row, std::string_view text);

// "| --- | :---: |": the line under a table's head, three dashes or more in every cell.
[[nodiscard]] bool is_pipe_rule(std::string_view row);

}  // namespace trichyeu
