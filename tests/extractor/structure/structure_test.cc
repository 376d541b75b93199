#include "extractor/structure/structure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extractor/structure/lines.h"
#include "tests/support/built_in_grammars.h"
#include "tests/support/normal_text.h"
#include "tests/support/structured.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

DocumentTree tree_of(std::string_view text) {
  const SourceText source = testing::source_of(text);
  return testing::tree_of(source);
}

// Each block as (zone, text).
std::vector<std::pair<std::string, std::string>> zones_of(const DocumentTree& tree) {
  std::vector<std::pair<std::string, std::string>> out;
  const auto kinds = tree.zone_of_blocks();
  for (std::size_t i = 0; i < tree.blocks.size(); ++i) {
    out.emplace_back(name_of(kinds[i]), tree.blocks[i].bytes.of(tree.text));
  }
  return out;
}

std::vector<std::pair<std::string, std::string>> paths_of(const DocumentTree& tree) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const Block& block : tree.blocks) out.emplace_back(block.path, block.content.of(tree.text));
  return out;
}

constexpr std::string_view head =
    "UBND HUYỆN AN PHONG\nPHÒNG Y TẾ\nSố: 12/KH-PYT\nAn Phong, ngày 05 tháng 3 năm 2024\n"
    "KẾ HOẠCH\nTriển khai công tác năm 2024\n";

TEST(Structure, ZonesFollowTheLandmarks) {
  const DocumentTree tree =
      tree_of(std::string(head) +
              "Căn cứ Kế hoạch số 5/KH-UBND, Phòng Y tế xây dựng kế hoạch như sau:\n"
              "I. NHIỆM VỤ\n- Rà soát./.\nNơi nhận:\n- UBND huyện;\n- Lưu: VT.\n"
              "TRƯỞNG PHÒNG\nLê Văn Bình\nPHỤ LỤC\nDANH MỤC\n");
  EXPECT_THAT(zones_of(tree),
              ElementsAre(Pair("letterhead", "UBND HUYỆN AN PHONG"),
                          Pair("letterhead", "PHÒNG Y TẾ"), Pair("letterhead", "Số: 12/KH-PYT"),
                          Pair("letterhead", "An Phong, ngày 05 tháng 3 năm 2024"),
                          Pair("title", "KẾ HOẠCH"), Pair("title", "Triển khai công tác năm 2024"),
                          Pair("basis", HasSubstr("Căn cứ")), Pair("main", "I. NHIỆM VỤ"),
                          Pair("main", "- Rà soát./."), Pair("recipients", "Nơi nhận:"),
                          Pair("recipients", "- UBND huyện;"), Pair("recipients", "- Lưu: VT."),
                          Pair("signature", "TRƯỞNG PHÒNG"), Pair("signature", "Lê Văn Bình"),
                          Pair("annex", "PHỤ LỤC"), Pair("annex", "DANH MỤC")));
}

TEST(Structure, PathsDoNotRepeatThePrefixOfDecimals) {
  const DocumentTree tree = tree_of(
      "KẾ HOẠCH\nThí điểm\nI. MỤC ĐÍCH\nIII. NHIỆM VỤ\n1. Tăng cường\n1.1. Kết nối\n1.1.1 Nội "
      "dung\n- Một\n- Hai\n"
      "+ Nhỏ\n2. Duy trì\na) Rà soát\nđ) Tổng hợp\n");
  std::vector<std::string> paths;
  for (const Block& block : tree.blocks) paths.push_back(block.path);
  EXPECT_THAT(paths, ElementsAre("", "", "I", "III", "III.1", "III.1.1", "III.1.1.1", "III.1.1.1#1",
                                 "III.1.1.1#2", "III.1.1.1#2#1", "III.2", "III.2.a", "III.2.đ"));
}

TEST(Structure, StarsOverDashesKeepTheirOrder) {
  const DocumentTree tree = tree_of(
      "KẾ HOẠCH\nA\nI. NHIỆM VỤ\n* Một việc\n- Chủ trì: Sở A\n* Hai việc\n- Chủ trì: Sở B\n");
  std::vector<std::string> paths;
  for (const Block& block : tree.blocks) paths.push_back(block.path);
  EXPECT_THAT(paths, ElementsAre("", "", "I", "I#1", "I#1#1", "I#2", "I#2#1"));
}

TEST(Structure, ClosingParagraphStandsUnderNoItem) {
  const DocumentTree tree = tree_of(
      "KẾ HOẠCH\nA\nI. TỔ CHỨC\n1. Văn phòng\nTheo dõi.\nTrên đây là Kế hoạch năm 2024./.\n");
  ASSERT_EQ(tree.zones.back().kind, ZoneKind::main);
  const auto& section = std::get<Item>(tree.zones.back().nodes.front());
  ASSERT_EQ(section.children.size(), 2U);
  EXPECT_EQ(tree.blocks[std::get<Item>(section.children[1]).block].bytes.of(tree.text),
            "Trên đây là Kế hoạch năm 2024./.");
}

TEST(Structure, HardWrappedLinesAreJoinedAcrossBlankLines) {
  std::string text = "KẾ HOẠCH\n\nThí điểm\n\nI. Nội dung\n\n";
  for (int i = 0; i < 6; ++i) {
    text +=
        "- Tăng cường ứng dụng công nghệ thông tin trong công tác phổ biến, giáo dục\n\n"
        "Luật Thư viện cho người đọc ở cơ sở nhằm đổi mới hình thức hoạt động trong\n\nnăm.\n\n";
  }
  const DocumentTree tree = tree_of(text);
  EXPECT_EQ(tree.blocks.size(), 9U);
  EXPECT_THAT(std::string(tree.blocks[3].bytes.of(tree.text)),
              HasSubstr("giáo dục Luật Thư viện cho người đọc"));
}

TEST(Structure, ParagraphBrokenByAPageIsJoined) {
  const DocumentTree tree =
      tree_of("KẾ HOẠCH\nA\nI. VIỆC\n1. Chú trọng ứng dụng công nghệ,\n\n2\n\nchuyển đổi số.\n");
  EXPECT_THAT(paths_of(tree).back(), Pair("I.1", "Chú trọng ứng dụng công nghệ, chuyển đổi số."));
  EXPECT_EQ(tree.text.find("\n2\n"), std::string::npos) << "a page number is a mark, not text";
}

TEST(Structure, SymbolBrokenAtItsHyphenJoinsWithoutABlank) {
  const DocumentTree tree = tree_of(
      "KẾ HOẠCH\nA\nI. VIỆC\n- Thực hiện Quyết định số 3333/QĐ-\nUBND ngày 11/9/2019,\nsau đó.\n");
  EXPECT_THAT(tree.text, HasSubstr("3333/QĐ-UBND"));
}

TEST(Structure, MarkdownTableGivesCells) {
  const DocumentTree tree =
      tree_of("KẾ HOẠCH\nA\nI. VIỆC\n| STT | Nội dung |\n|---|---|\n| 1 | Rà soát |\n| 2 | |\n");
  const auto& section = std::get<Item>(tree.zones.back().nodes.front());
  const auto& table = std::get<Table>(section.children.front());
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(tree.blocks[table.rows[1].cells[1].block].bytes.of(tree.text), "Rà soát");
  EXPECT_TRUE(tree.blocks[table.rows[2].cells[1].block].bytes.empty());
}

TEST(Structure, ColumnsOfAFooterAreParted) {
  const DocumentTree tree = tree_of(
      "KẾ HOẠCH\nA\nI. VIỆC\n- Làm./.\nNơi nhận:                    TRƯỞNG PHÒNG\n- Lưu: VT.\nLê "
      "Văn Bình\n");
  EXPECT_THAT(zones_of(tree), ::testing::Contains(Pair("signature", "TRƯỞNG PHÒNG")));
  EXPECT_THAT(zones_of(tree), ::testing::Contains(Pair("recipients", "- Lưu: VT.")));
}

TEST(Structure, EveryByteBelongsToABlock) {
  const DocumentTree tree =
      tree_of(std::string(head) + "I. VIỆC\n| a | b |\n|---|---|\n| 1 | |\n- Một\n");
  std::size_t at = 0;
  for (const Block& block : tree.blocks) {
    EXPECT_EQ(block.bytes.from_byte, at);
    ASSERT_EQ(tree.text[block.bytes.to_byte], '\n');
    at = block.bytes.to_byte + 1;
  }
  EXPECT_EQ(at, tree.text.size());
}

TEST(Structure, AMarkBetweenBulletsClosesNone) {
  const DocumentTree tree =
      tree_of("KẾ HOẠCH\nA\nI. VIỆC\n- Gồm có:\n\n2\n\n+ Một.\n+ Hai.\n\n3\n\n+ Ba.\n- Sau.\n");
  std::vector<std::string> paths;
  for (const Block& block : tree.blocks) paths.push_back(block.path);
  EXPECT_THAT(paths, ElementsAre("", "", "I", "I#1", "I#1#1", "I#1#2", "I#1#3", "I#2"));
}

TEST(Structure, APageNumberBelowAnItemMakesItNoSection) {
  const DocumentTree tree =
      tree_of("KẾ HOẠCH\nA\nI. VIỆC\n1. Một.\n\n2\n\n2. Hai.\n- Ba.\n\n3\n\n- Bốn.\n");
  std::vector<std::size_t> below;  // each item of I, and marks between them as 9
  for (const Zone& zone : tree.zones) {
    for (const Node& node : zone.nodes) {
      const auto* section = std::get_if<Item>(&node);
      if (section == nullptr || tree.blocks[section->block].path != "I") continue;
      for (const Node& child : section->children) {
        const auto* item = std::get_if<Item>(&child);
        below.push_back(item != nullptr ? item->children.size() : 9);
      }
    }
  }
  EXPECT_THAT(below, ElementsAre(0, 9, 3));
}

TEST(Structure, ALoneNumberThatDoesNotCountOnIsText) {
  EXPECT_THAT(tree_of("KẾ HOẠCH\nA\nI. VIỆC\nTổng số kho.\n\n2\n\nRà soát.\n").text,
              HasSubstr("\n2\n"));
}

TEST(Structure, WrappedNumbersAreNoItems) {
  for (const std::string_view line :
       {"15/KH-UBND ngày 05/01/2024", "19-KH/TU ngày 02/3/2023", "2.5 tỷ đồng", "20.11 năm 2024"}) {
    EXPECT_EQ(enumeration_mark_of(line, testing::built_in_grammars()).level, Level::none) << line;
  }
  EXPECT_EQ(enumeration_mark_of("3-Tổ chức", testing::built_in_grammars()).level, Level::arabic);
}

TEST(Structure, MisreadDashIsABulletOnlyWhereRecognised) {
  EXPECT_EQ(enumeration_mark_of("~ Rà soát", testing::built_in_grammars()).level, Level::none);
  EXPECT_EQ(enumeration_mark_of("~ Rà soát", testing::built_in_grammars(), true).mark, "-");
}

TEST(Structure, AFormNamedInTheTextOpensNoAnnex) {
  const DocumentTree tree = tree_of(std::string(head) +
                                    "I. VIỆC\n1. Rà soát theo đúng\nmẫu.\nBIỂU 1\nKT XÃ HỘI\nNơi "
                                    "nhận báo cáo: Văn phòng.\n2. Sửa kho.\n");
  EXPECT_THAT(zones_of(tree).back(), Pair("main", "2. Sửa kho."));
}

TEST(Structure, AnnexNumbersAreRead) {
  const DocumentTree tree =
      tree_of(std::string(head) +
              "I. VIỆC\n1. Làm./.\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nLê Văn Bình\n"
              "PHỤ LỤC I: DANH MỤC KHO\n1. Kho A\nPHỤ LỤC XIV\n1. Kho B\nMẫu số 3\n1. Kho C\n");
  std::vector<int> numbers;
  for (const Zone& zone : tree.zones) {
    if (zone.kind == ZoneKind::annex) numbers.push_back(zone.annex);
  }
  EXPECT_THAT(numbers, ElementsAre(1, 14, 3));
}

TEST(Structure, WithoutNumbersTheBasisEndsWhereThePlanNamesItself) {
  const DocumentTree tree = tree_of(std::string(head) +
                                    "Căn cứ Luật Lưu trữ;\nPhòng Y tế ban hành Kế hoạch.\nCác tổ "
                                    "rà soát kho.\nVăn thư báo cáo.\n");
  EXPECT_THAT(zones_of(tree),
              ::testing::IsSupersetOf({Pair("basis", "Phòng Y tế ban hành Kế hoạch."),
                                       Pair("main", "Các tổ rà soát kho."),
                                       Pair("main", "Văn thư báo cáo.")}));
}

TEST(Structure, AHeadingInCapitalsEndsTheBasis) {
  const DocumentTree tree =
      tree_of(std::string(head) +
              "Căn cứ Luật Lưu trữ;\nNHIỆM VỤ TRỌNG TÂM\nRà soát kho.\n- Báo cáo Sở.\n");
  EXPECT_THAT(zones_of(tree), ::testing::Contains(Pair("main", "NHIỆM VỤ TRỌNG TÂM")));
}

TEST(Structure, AnOfficeOverItemsIsNoSignature) {
  const DocumentTree tree = tree_of(
      std::string(head) + "I. VIỆC\nRà soát kho.\nGIÁM ĐỐC CÁC TRUNG TÂM\n- Rà soát kho.\n");
  EXPECT_THAT(zones_of(tree).back(), Pair("main", "- Rà soát kho."));
}

TEST(Structure, TypeAndTitleOnOneLineArePartedInTheHead) {
  const DocumentTree tree = tree_of(
      "UBND HUYỆN AN PHONG\nSố: 12/KH-PYT\nKẾ HOẠCH CÔNG TÁC Y TẾ NĂM 2024\nCăn cứ Luật Dược;\nI. "
      "VIỆC\n1. KẾ HOẠCH NĂM\n");
  EXPECT_THAT(zones_of(tree), ::testing::IsSupersetOf({Pair("title", "KẾ HOẠCH"),
                                                       Pair("title", "CÔNG TÁC Y TẾ NĂM 2024"),
                                                       Pair("basis", "Căn cứ Luật Dược;")}));
}

TEST(Structure, TypeInSmallLettersUnderTheHeadIsAType) {
  const DocumentTree tree =
      tree_of("Số: 12/KH-PYT\n\nKế hoạch\n\nCông tác năm 2024\n\n1. Rà soát.\n");
  EXPECT_THAT(zones_of(tree), ::testing::IsSupersetOf(
                                  {Pair("title", "Kế hoạch"), Pair("title", "Công tác năm 2024")}));
}

TEST(Structure, TheSentenceThatNamesThePlanIsNoTitle) {
  const DocumentTree tree = tree_of(
      std::string(head) + "Phòng Y tế ban hành Kế hoạch năm 2024 như sau:\nI. VIỆC\n1. Rà soát.\n");
  EXPECT_THAT(zones_of(tree), ::testing::Contains(Pair("basis", HasSubstr("như sau:"))));
}

TEST(Structure, NoTextOfAMarkdownTableIsLost) {
  const DocumentTree tree =
      tree_of("KẾ HOẠCH\nA\nI. VIỆC\n| STT | Nội dung |\n|---|---|\n| - | - |\n| a \\|\n");
  EXPECT_THAT(tree.text, HasSubstr("-\n-\na \\|\n"));
  const DocumentTree rule = tree_of("KẾ HOẠCH\nA\nI. VIỆC\n|---|---|\n");
  EXPECT_TRUE(std::get<Item>(rule.zones.back().nodes.front()).children.empty());
}

TEST(Structure, ABulletWithoutWordsKeepsNoMark) {
  const DocumentTree tree = tree_of("KẾ HOẠCH\nA\nI. VIỆC\n- 5 /\n1. Rà soát.\n");
  for (const Block& block : tree.blocks) EXPECT_EQ(block.mark.empty(), block.level == Level::none);
}

// Five pages, each with a head, a label as last line, and text between.
TEST(Structure, RunningHeadsStandOutsideTheText) {
  SourceText source;
  const auto add = [&](std::string_view text, int page, double top) {
    SourceLine line;
    line.bytes.from_byte = source.text.size();
    source.text += text;
    line.bytes.to_byte = source.text.size();
    source.text += '\n';
    line.page = page;
    line.box = {60, top, 400, top + 14};
    source.lines.push_back(line);
  };
  for (int page = 1; page <= 5; ++page) {
    if (page > 1) add("Kế hoạch công tác", page, 30);
    add(std::to_string(page) + ". Rà soát kho lưu trữ.", page, 80);
    add("Gửi các đơn vị.", page, 120 + page * 20);
  }
  const DocumentTree tree = testing::tree_of(source);
  EXPECT_EQ(tree.text.find("Kế hoạch công tác"), std::string::npos);
  std::size_t kept = 0;
  for (std::size_t at = 0; (at = tree.text.find("Gửi", at)) != std::string::npos; ++at) ++kept;
  EXPECT_EQ(kept, 5U);
}

TEST(Structure, EmptyTextGivesAnEmptyTree) { EXPECT_TRUE(tree_of("\n\n").blocks.empty()); }

}  // namespace
}  // namespace trichyeu
