#include "extractor/structure/pipe_tables.h"

namespace trichyeu {

std::vector<ByteSpan> pipe_cells_of(ByteSpan row, std::string_view text) {
  std::vector<ByteSpan> cells;
  std::size_t at = row.from_byte + 1;  // behind the first pipe
  for (std::size_t i = at; i < row.to_byte; ++i) {
    if (text[i] != '|' || text[i - 1] == '\\') continue;
    ByteSpan cell{at, i};
    while (!cell.empty() && text[cell.from_byte] == ' ') ++cell.from_byte;
    while (!cell.empty() && text[cell.to_byte - 1] == ' ') --cell.to_byte;
    cells.push_back(cell);
    at = i + 1;
  }
  return cells;
}

bool is_pipe_rule(std::string_view row) {
  return row.find('-') != std::string_view::npos && row.find_first_not_of("|-: ") == std::string_view::npos;
}

}  // namespace trichyeu
