// Where a block stands: under which headings, in which cell of which table.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/document_tree.h"

namespace trichyeu {

struct CellContext {
  std::string table;    // "tb1"
  std::size_t row = 0;  // from 1
  std::size_t column = 0;
  std::optional<std::size_t>
      heading;  // block of the column's first cell; none for that cell itself
};

struct BlockContext {
  std::vector<std::size_t> above;  // blocks of the items that it stands under, outermost first
  std::optional<CellContext> cell;
};

// Of every block, by index.
[[nodiscard]] std::vector<BlockContext> contexts_of(const DocumentTree& tree);

}  // namespace trichyeu
