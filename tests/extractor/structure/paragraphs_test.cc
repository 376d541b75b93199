// What begins a paragraph of its own, and what stands under no item.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/normal_text.h"
#include "tests/support/structured.h"

namespace trichyeu {
namespace {

using ::testing::Contains;
using ::testing::Pair;

std::vector<std::pair<std::string, std::string>> paths_of(std::string_view text) {
  const DocumentTree tree = testing::tree_of(testing::source_of(text));
  std::vector<std::pair<std::string, std::string>> out;
  for (const Block& block : tree.blocks) out.emplace_back(block.path, block.content.of(tree.text));
  return out;
}

// The text of the last child of the last zone's first item.
std::string last_under_first_item(std::string_view text) {
  const DocumentTree tree = testing::tree_of(testing::source_of(text));
  const auto& section = std::get<Item>(tree.zones.back().nodes.front());
  const auto& last = std::get<Item>(section.children.back());
  return std::string(tree.blocks[last.block].bytes.of(tree.text));
}

TEST(Paragraphs, ALabelNeverGoesOnWithTheLineAbove) {
  std::string text = "KẾ HOẠCH\nThí điểm\nI. VIỆC\n";
  for (int i = 1; i <= 6; ++i) {
    text += std::to_string(i) +
            ". Tăng cường ứng dụng công nghệ thông tin trong công tác phổ biến,\n"
            "giáo dục pháp luật cho người đọc ở cơ sở nhằm đổi mới hoạt động\n"
            "Đơn vị chủ trì: Phòng Phổ biến, giáo dục pháp luật và Phòng Tổng hợp\n"
            "Thời gian: Quý II\n";
  }
  EXPECT_THAT(paths_of(text), Contains(Pair("", "Thời gian: Quý II")).Times(6));
}

TEST(Paragraphs, ARequestToAllClosesTheLastItem) {
  EXPECT_EQ(last_under_first_item(
                "KẾ HOẠCH\nA\nI. TỔ CHỨC\n1. Văn phòng rà soát hồ sơ.\n\nYêu cầu các phòng nghiêm "
                "túc triển khai; nếu có vướng mắc, phản ánh về Văn phòng./.\n"),
            "Yêu cầu các phòng nghiêm túc triển khai; nếu có vướng mắc, phản ánh về Văn phòng./.");
}

TEST(Paragraphs, BehindTheEndOfTheMainTextStandsNoItem) {
  EXPECT_EQ(last_under_first_item("KẾ HOẠCH\nA\nI. TỔ CHỨC\n1. Văn phòng rà soát hồ sơ./.\n"
                                  "Bản này in hai mặt.\n"),
            "Bản này in hai mặt.");
}

}  // namespace
}  // namespace trichyeu
