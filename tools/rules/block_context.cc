#include "tools/rules/block_context.h"

#include <map>

namespace trichyeu {
namespace {

class Reader {
 public:
  explicit Reader(const DocumentTree& tree) : contexts_(tree.blocks.size()) {
    for (const Zone& zone : tree.zones) read(zone.nodes);
  }

  [[nodiscard]] std::vector<BlockContext> take() && { return std::move(contexts_); }

 private:
  void read(const std::vector<Node>& nodes) {
    for (const Node& node : nodes) {
      if (const auto* item = std::get_if<Item>(&node)) read_item(*item);
      if (const auto* table = std::get_if<Table>(&node)) read_table(*table);
    }
  }

  void read_item(const Item& item) {
    contexts_[item.block].above = above_;
    above_.push_back(item.block);
    read(item.children);
    above_.pop_back();
  }

  void read_table(const Table& table) {
    std::map<std::size_t, std::size_t> headings;  // by column
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      std::size_t column = 1;
      for (const Cell& cell : table.rows[row].cells) {
        CellContext place{table.id, row + 1, column, std::nullopt};
        const auto [heading, is_first] = headings.try_emplace(column, cell.block);
        if (!is_first) place.heading = heading->second;
        contexts_[cell.block] = {above_, std::move(place)};
        column += static_cast<std::size_t>(cell.column_span);
      }
    }
  }

  std::vector<BlockContext> contexts_;
  std::vector<std::size_t> above_;
};

}  // namespace

std::vector<BlockContext> contexts_of(const DocumentTree& tree) { return Reader(tree).take(); }

}  // namespace trichyeu
