#include "extractor/structure/layout_tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/built_in_grammars.h"
#include "tests/support/normal_text.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;

// Lines in reading order, ">" before those of a right column.
std::vector<std::string> lines(std::string_view text) {
  const SourceText source = testing::source_of(text);
  const NormalText normal = normalize(source);
  std::vector<std::string> out;
  for (const Line& line : lines_of(source, normal, testing::built_in_grammars()))
    out.push_back((line.right_column ? "> " : "") + std::string(line.text(normal)));
  return out;
}

TEST(LayoutTables, ALetterheadGivesTheLinesOfItsCells) {
  EXPECT_THAT(
      lines("| UBND TỈNH AN PHONG<br>**SỞ Y TẾ**<br>\\_\\_\\_ | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT "
            "NAM**<br/>**Độc lập - Tự do - Hạnh phúc** |\n| --- | --- |\n"
            "| Số: 5/KH-SYT | *An Phong, ngày 3 tháng 2 năm 2026* |\n"),
      ElementsAre("UBND TỈNH AN PHONG", "SỞ Y TẾ", "> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                  "> Độc lập - Tự do - Hạnh phúc", "Số: 5/KH-SYT",
                  "> An Phong, ngày 3 tháng 2 năm 2026"));
}

TEST(LayoutTables, WithoutLineBreaksStarsAndItemsPart) {
  EXPECT_THAT(lines("| SỞ Y TẾ ------- | **ĐẢNG CỘNG SẢN VIỆT NAM** |\n"),
              ElementsAre("SỞ Y TẾ", "> ĐẢNG CỘNG SẢN VIỆT NAM"));
  EXPECT_THAT(lines("| ***Nơi nhận:*** - UBND tỉnh; - Lưu: VT. | **KT. GIÁM ĐỐC** **PHÓ GIÁM ĐỐC** "
                    "**Lò Văn Pao** |\n|---|---|\n"),
              ElementsAre("Nơi nhận:", "- UBND tỉnh;", "- Lưu: VT.", "> KT. GIÁM ĐỐC",
                          "> PHÓ GIÁM ĐỐC", "> Lò Văn Pao"));
}

// Lines of a source with one table of two columns, as a word processor's file gives it: each line
// with its cell.
std::vector<std::string> cell_lines(const std::vector<std::pair<std::string, std::size_t>>& cells) {
  std::string text;
  for (const auto& [line, cell] : cells) text += line + '\n';
  SourceText source = testing::source_of(text);
  source.media_type = "application/vnd.oasis.opendocument.text";
  SourceTable& table = source.tables.emplace_back();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    source.lines[i].place = {0, cells[i].second};
    const int cell = static_cast<int>(i);
    table.cells.push_back({0, cell / 2, cell % 2, 1, 1});
  }
  const NormalText normal = normalize(source);
  std::vector<std::string> out;
  for (const Line& line : lines_of(source, normal, testing::built_in_grammars())) {
    out.push_back((line.place.in_table() ? "| "
                   : line.right_column   ? "> "
                                         : "") +
                  std::string(line.text(normal)));
  }
  return out;
}

TEST(LayoutTables, ATableOfAFileWithoutPagesIsToldByItsWords) {
  EXPECT_THAT(cell_lines({{"UBND TỈNH AN PHONG", 0},
                          {"SỞ Y TẾ", 0},
                          {"________", 0},
                          {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 1},
                          {"Số: 5/KH-SYT", 2},
                          {"An Phong, ngày 3 tháng 2 năm 2026", 3}}),
              ElementsAre("UBND TỈNH AN PHONG", "SỞ Y TẾ", "> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                          "Số: 5/KH-SYT", "> An Phong, ngày 3 tháng 2 năm 2026"));
  EXPECT_THAT(cell_lines({{"Nơi nhận:", 0}, {"- Lưu: VT.", 0}, {"GIÁM ĐỐC", 1}}),
              ElementsAre("Nơi nhận:", "- Lưu: VT.", "> GIÁM ĐỐC"));
  EXPECT_THAT(cell_lines({{"Nội dung", 0}, {"Đơn vị", 1}, {"Rà soát", 2}, {"Sở Y tế", 3}}),
              ElementsAre("| Nội dung", "| Đơn vị", "| Rà soát", "| Sở Y tế"));
}

TEST(LayoutTables, DataStaysATable) {
  constexpr std::string_view rows = "| Báo cáo | Nơi nhận |\n|---|---|\n| Tháng | Sở Y tế |\n";
  EXPECT_THAT(lines(rows),
              ElementsAre("| Báo cáo | Nơi nhận |", "|---|---|", "| Tháng | Sở Y tế |"));
  EXPECT_THAT(lines("| 1 | Rà soát<br>hồ sơ | Sở Y tế |\n"),
              ElementsAre("| 1 | Rà soát hồ sơ | Sở Y tế |"));
}

TEST(LayoutTables, ATableOfDataAboveIsAnother) {
  EXPECT_THAT(lines("| 1 | Rà soát | Sở Y tế |\n\n| Nơi nhận:<br>- Lưu: VT. | GIÁM ĐỐC |\n"),
              ElementsAre("| 1 | Rà soát | Sở Y tế |", "Nơi nhận:", "- Lưu: VT.", "> GIÁM ĐỐC"));
}

}  // namespace
}  // namespace trichyeu
