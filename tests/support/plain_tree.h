// A document tree for tests: each line of `text` a paragraph of one zone.
#pragma once

#include <string>
#include <string_view>

#include "models/document_tree.h"

namespace trichyeu::testing {

inline DocumentTree plain_tree(std::string_view text, ZoneKind kind = ZoneKind::main) {
  DocumentTree tree;
  Zone zone;
  zone.kind = kind;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    Block block;
    block.id = "p" + std::to_string(tree.blocks.size() + 1);
    block.bytes.from_byte = tree.text.size();
    tree.text += text.substr(at, end - at);
    block.bytes.to_byte = tree.text.size();
    block.content = block.bytes;
    tree.text += '\n';
    Item item;
    item.block = tree.blocks.size();
    zone.nodes.emplace_back(item);
    tree.blocks.push_back(block);
    at = end + 1;
  }
  tree.zones.push_back(zone);
  return tree;
}

}  // namespace trichyeu::testing
