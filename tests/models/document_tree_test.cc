#include "models/document_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/models/formats/sample_plan.h"

namespace trichyeu {
namespace {

TEST(BlockAt, FindsTheLineOfEachByte) {
  const DocumentTree tree = testing::sample_plan().body;
  for (const Block& block : tree.blocks) {
    EXPECT_EQ(tree.block_at(block.bytes.from_byte).id, block.id);
    EXPECT_EQ(tree.block_at(block.bytes.to_byte).id, block.id) << "its U+000A";
  }
}

TEST(ZoneOfBlocks, KnowsItemsChildrenAndCells) {
  const DocumentTree tree = testing::sample_plan().body;
  const std::vector<ZoneKind> zones = tree.zone_of_blocks();
  ASSERT_EQ(zones.size(), tree.blocks.size());
  const auto zone_of = [&](std::string_view words) {
    const Block& block = tree.block_at(tree.text.find(words));
    return zones[static_cast<std::size_t>(&block - tree.blocks.data())];
  };
  EXPECT_EQ(zone_of("Số: 83"), ZoneKind::letterhead);
  EXPECT_EQ(zone_of("Chủ trì"), ZoneKind::main);
  EXPECT_EQ(zone_of("Việc"), ZoneKind::annex);
  EXPECT_EQ(zone_of("- UBND tỉnh"), ZoneKind::recipients);
}

TEST(Walk, VisitsInReadingOrder) {
  const DocumentTree tree = testing::sample_plan().body;
  std::vector<std::size_t> visited;
  for (const Zone& zone : tree.zones) {
    walk(zone.nodes, [&](const Node& node) {
      if (const auto* item = std::get_if<Item>(&node)) visited.push_back(item->block);
    });
  }
  EXPECT_TRUE(std::is_sorted(visited.begin(), visited.end()));
  EXPECT_EQ(visited.size(), tree.blocks.size() - 2) << "all but the two cells";
}

TEST(Box, UnitedHoldsBoth) { EXPECT_EQ((Box{1, 2, 3, 4}.united({0, 3, 2, 9})), (Box{0, 2, 3, 9})); }

}  // namespace
}  // namespace trichyeu
