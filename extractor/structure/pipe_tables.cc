#include "extractor/structure/pipe_tables.h"

#include <algorithm>

namespace trichyeu {
namespace {

ByteSpan without_blanks(ByteSpan cell, std::string_view text) {
  while (!cell.empty() && text[cell.from_byte] == ' ') ++cell.from_byte;
  while (!cell.empty() && text[cell.to_byte - 1] == ' ') --cell.to_byte;
  return cell;
}

}  // namespace

std::vector<ByteSpan> pipe_cells_of(ByteSpan row, std::string_view text) {
  std::vector<ByteSpan> cells;
  std::size_t at = row.from_byte + 1;  // behind the first pipe
  for (std::size_t i = at; i < row.to_byte; ++i) {
    if (text[i] != '|' || text[i - 1] == '\\') continue;
    cells.push_back(without_blanks({at, i}, text));
    at = i + 1;
  }
  // The last pipe is a letter of the last cell: "| a \|".
  if (at < row.to_byte) cells.push_back(without_blanks({at, row.to_byte}, text));
  return cells;
}

bool is_pipe_rule(std::string_view row) {
  const std::vector<ByteSpan> cells = pipe_cells_of({0, row.size()}, row);
  return !cells.empty() && std::all_of(cells.begin(), cells.end(), [&](ByteSpan cell) {
    const std::string_view marks = cell.of(row);
    return marks.find("---") != std::string_view::npos &&
           marks.find_first_not_of("-:") == std::string_view::npos;
  });
}

}  // namespace trichyeu
