#include "models/document_tree.h"

#include <algorithm>
#include <iterator>

namespace trichyeu {

const Block& DocumentTree::block_at(std::size_t byte) const {
  const auto next = std::upper_bound(
      blocks.begin(), blocks.end(), byte,
      [](std::size_t at, const Block& block) { return at < block.bytes.from_byte; });
  return next == blocks.begin() ? blocks.front() : *std::prev(next);
}

std::vector<ZoneKind> DocumentTree::zone_of_blocks() const {
  std::vector<ZoneKind> kinds(blocks.size(), ZoneKind::other);
  for (const Zone& zone : zones) {
    walk(zone.nodes, [&](const Node& node) {
      if (const auto* item = std::get_if<Item>(&node)) kinds.at(item->block) = zone.kind;
      if (const auto* table = std::get_if<Table>(&node)) {
        for (const Row& row : table->rows) {
          for (const Cell& cell : row.cells) kinds.at(cell.block) = zone.kind;
        }
      }
    });
  }
  return kinds;
}

}  // namespace trichyeu
