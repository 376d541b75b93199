// What the columns of a table are, by their headings.
//
//   | STT | Nội dung | Phân công         | Lộ trình    |     number work lead coordinate period
//   period |     |          | Chủ trì | Phối hợp | 2024 | 2025 |
//
// A head of several rows names a column by its lowest cell, alone or with those above it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "extractor/grammar/grammar.h"
#include "models/document_tree.h"

namespace trichyeu {

// The cell that stands in a column of a row, or reaches into it from the left or from above.
struct Slot {
  const Cell* cell = nullptr;  // null where the row is short
  bool begins_row = false;     // the cell does: it does not come from the row above
  bool begins_column = false;  // nor from the column to the left
};
using Slots = std::vector<Slot>;

// The cells of every row by the columns of the table; all rows are as long as the longest. Columns
// behind the hundredth are left out.
[[nodiscard]] std::vector<Slots> slots_of(const Table& table);

// grammars/columns.toml says what each is.
enum class ColumnRole {
  unnamed,
  number,
  work,
  target,
  lead,
  coordinate,
  lead_coordinate,
  unit,
  person,
  authority,
  time,
  start,
  end,
  period,
  product,
  note,
  measure,
  other,
};

struct Column {
  ColumnRole role = ColumnRole::unnamed;
  std::size_t heading = 0;           // block of the cell that names it
  std::optional<std::size_t> above;  // block of the head cell over that one
};

// The role that a heading names; `unnamed` where it names none.
[[nodiscard]] ColumnRole column_role_of(std::string_view heading, const Grammars& grammars);

struct TableHead {
  std::vector<Column> columns;
  std::size_t first = 0;  // row
  std::size_t end = 0;    // first row below the head, column numbers "(1) (2)" counted in
};

// The head of a table with at least two columns named, if one of its first rows begins it.
[[nodiscard]] std::optional<TableHead> head_of(const std::vector<Slots>& rows,
                                               const DocumentTree& tree, const Grammars& grammars);

}  // namespace trichyeu
