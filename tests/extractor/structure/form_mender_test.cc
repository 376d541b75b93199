#include "extractor/structure/form_mender.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/built_in_grammars.h"

namespace trichyeu {
namespace {

// Each line as on one recognised page.
SourceText page_of(const std::vector<std::string>& lines, Reading reading = Reading::ocr) {
  SourceText source;
  for (const std::string& text : lines) {
    SourceLine line;
    line.page = 1;
    line.bytes = {source.text.size(), source.text.size() + text.size()};
    source.lines.push_back(line);
    source.text += text + "\n";
  }
  SourcePage page;
  page.number = 1;
  page.reading = reading;
  page.bytes = {0, source.text.size()};
  source.pages.push_back(page);
  return source;
}

struct Mended {
  std::string text;
  std::vector<Diagnostic> diagnostics;
};

Mended mended(const SourceText& source) {
  NormalText normal = normalize(source);
  std::vector<Diagnostic> diagnostics = mend_forms(source, normal, testing::built_in_grammars());
  return {normal.text, std::move(diagnostics)};
}

std::string mended_lines(const std::vector<std::string>& lines) {
  return mended(page_of(lines)).text;
}

TEST(FormMender, ReadsDamagedLabels) {
  EXPECT_EQ(mended_lines({"- Đơn vị chử trì; Sở A"}), "- Đơn vị chủ trì: Sở A\n");
  EXPECT_EQ(mended_lines({"- Đơn vị chủ chủ trì:.Viện B"}), "- Đơn vị chủ trì: Viện B\n");
  EXPECT_EQ(mended_lines({"„'Thời gian thực hiện: Quý I"}), "- Thời gian thực hiện: Quý I\n");
  EXPECT_EQ(mended_lines({"b)ỳ Cơ quan phối hợp: Sở B"}), "b) Cơ quan phối hợp: Sở B\n");
  EXPECT_EQ(mended_lines({"-.a) Cơ quan chủ trì: Sở A", "- €) Thời gian-hoàn thành: Quý I"}),
            "a) Cơ quan chủ trì: Sở A\n- Thời gian hoàn thành: Quý I\n");
  EXPECT_EQ(mended_lines({"- a) Chủ trì: Sở A", "- b) Phối hợp: Sở B", "- €) Thời giah: Quý I"}),
            "- a) Chủ trì: Sở A\n- b) Phối hợp: Sở B\n- c) Thời gian: Quý I\n");
  EXPECT_EQ(mended_lines({"+ Chủ trì: Sở A", "-'~Phối họp: Sở B"}),
            "+ Chủ trì: Sở A\n+ Phối hợp: Sở B\n");
}

TEST(FormMender, ReadsDamagedLabelsBehindASentence) {
  EXPECT_EQ(mended_lines({"- Chủ trì: Sở A. Thời giah: Quý I (Đơn vị phôi hợp; Sở B)"}),
            "- Chủ trì: Sở A. Thời gian: Quý I (Đơn vị phối hợp: Sở B)\n");
  EXPECT_EQ(mended_lines({"Khám sức khỏe. Kết quả tốt; Thời tiết: mưa"}),
            "Khám sức khỏe. Kết quả tốt; Thời tiết: mưa\n");
}

TEST(FormMender, LeavesOtherWords) {
  for (const std::string line :
       {"- Đơn vị chủ trì: Sở A", "- Nội dung phổ biến: Luật", "- Thời gian, địa điểm: tháng 5",
        "Chủ trì, phối hợp với Sở A", "tuổi. Lộ trình: Quý I", "o 3. Thời gian: Quý I",
        "- Kết quả. thực hiện tốt", "Cơ quan, đơn vị chủ trì: Sở A"}) {
    EXPECT_EQ(mended_lines({line}), line + "\n");
  }
}

TEST(FormMender, LeavesTextLayersAlone) {
  const Mended found = mended(page_of({"- Đơn vị chử trì; Sở A", "k"}, Reading::text));
  EXPECT_EQ(found.text, "- Đơn vị chử trì; Sở A\nk\n");
  EXPECT_TRUE(found.diagnostics.empty());
}

TEST(FormMender, TellsWhatWasChanged) {
  const Mended found = mended(page_of({"- Đơn vị chử trì: Sở A", "}"}));
  ASSERT_EQ(found.diagnostics.size(), 2U);
  EXPECT_EQ(found.diagnostics[0].code, "reading-mended");
  EXPECT_EQ(found.diagnostics[0].page, 1);
  EXPECT_EQ(
      found.diagnostics[0].arguments,
      (std::vector<std::string>{"1", "- Đơn vị chử trì:", "- Đơn vị chủ trì:", "Đơn vị chủ trì:"}));
  EXPECT_EQ(found.diagnostics[1].code, "line-left-out");
}

TEST(FormMender, KeepsTheWayBackToTheSource) {
  const SourceText source = page_of({"- Đơn vị chử trì; Sở A", "Sở B"});
  NormalText normal = normalize(source);
  (void)mend_forms(source, normal, testing::built_in_grammars());
  const std::size_t at = normal.text.find("Sở B");
  EXPECT_EQ(normal.map.to_source({at, at + 6}).of(source.text), "Sở B");
}

TEST(FormMender, ReadsMarksByTheirPlace) {
  EXPECT_EQ(mended_lines({"I. MỤC ĐÍCH", "1..Mục đích: nhanh", "2,Yêu cầu: gọn"}),
            "I. MỤC ĐÍCH\n1. Mục đích: nhanh\n2. Yêu cầu: gọn\n");
  EXPECT_EQ(mended_lines({"a) Mở lớp", "bJ Mở kho", "c)-Mở quầy", "€) Mở bếp"}),
            "a) Mở lớp\nb) Mở kho\nc) Mở quầy\nd) Mở bếp\n");
  EXPECT_EQ(mended_lines({"1. Văn phòng", "ä) Mở lớp", "b) Mở kho"}),
            "1. Văn phòng\na) Mở lớp\nb) Mở kho\n");
  EXPECT_EQ(mended_lines({"IV. TỔ CHỨC", ".‹ Các phòng lập kế hoạch", "2. Văn phòng đôn đốc"}),
            "IV. TỔ CHỨC\n1. Các phòng lập kế hoạch\n2. Văn phòng đôn đốc\n");
  EXPECT_EQ(mended_lines({"1L.MỤC TIÊU", "1. Giảm", "II. NHIỆM VỤ"}),
            "I. MỤC TIÊU\n1. Giảm\nII. NHIỆM VỤ\n");
  EXPECT_EQ(mended_lines({"5. Bồi dưỡng", "5.1. Mở lớp", "5.2. Tham quan", "95.3. Sơ kết"}),
            "5. Bồi dưỡng\n5.1. Mở lớp\n5.2. Tham quan\n5.3. Sơ kết\n");
}

TEST(FormMender, ReadsNumeralsOfStrokes) {
  EXPECT_EQ(mended_lines({"I. Mục đích", "H. Nội dung", "HI. Tổ chức", "IV. Kinh phí"}),
            "I. Mục đích\nII. Nội dung\nIII. Tổ chức\nIV. Kinh phí\n");
  const std::vector<std::string> letters{"G. Nội dung", "H. Tổ chức", "I. Nhiệm vụ",
                                         "II. Kinh phí"};
  EXPECT_EQ(mended_lines(letters), "G. Nội dung\nH. Tổ chức\nI. Nhiệm vụ\nII. Kinh phí\n");
  EXPECT_EQ(mended_lines({"F. Nội dung", "H. Tổ chức"}), "F. Nội dung\nH. Tổ chức\n");
}

TEST(FormMender, LeavesMarksThatItsPlaceDoesNotBearOut) {
  for (const std::string line : {"€) Mở quầy", "2,Yêu cầu", ".‹ Các phòng", "1L.MỤC TIÊU"})
    EXPECT_EQ(mended_lines({"Mở đầu", line}), "Mở đầu\n" + line + "\n");
}

TEST(FormMender, DropsLinesOfDirt) {
  EXPECT_EQ(mended_lines({"- Sở A", "}", "k", "I", "./.", "……", "- Sở B"}),
            "- Sở A\n\n\nI\n./.\n……\n- Sở B\n");
}

TEST(FormMender, OfTwoChangesOfTheSameBytesTheFirstStays) {
  EXPECT_EQ(mended_lines({"- Đơn vị chử trì; Chỉ cục B và các-tổ chức"}),
            "- Đơn vị chủ trì: Chi cục B và các tổ chức\n");
  EXPECT_EQ(mended_lines({"-'Thời gian: Quý H/2028"}), "- Thời gian: Quý II/2028\n");
}

// A table of one line a cell, row by row.
SourceText table_of(int columns, const std::vector<std::string>& cells) {
  SourceText source = page_of(cells);
  SourceTable& table = source.tables.emplace_back();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const int at = static_cast<int>(i);
    table.cells.push_back({1, at / columns, at % columns, 1, 1});
    source.lines[i].place = {0, i, false};
  }
  return source;
}

TEST(FormMender, ReadsDamagedHeadingsOfColumns) {
  const SourceText source = table_of(
      3, {"Nhiệm vụ", "Cơ quạn chủ trì", "Sản phấm", "Rà soát", "Cơ quạn chủ trì", "Báo cáo"});
  EXPECT_EQ(mended(source).text,
            "Nhiệm vụ\nCơ quan chủ trì\nSản phẩm\nRà soát\nCơ quạn chủ trì\nBáo cáo\n");
}

TEST(FormMender, ReadsDamagedDittoMarks) {
  const SourceText source =
      table_of(2, {"Nhiệm vụ", "Chủ trì", "Rà soát", "Sở A", "Lập", "nt", "Nộp", "ni"});
  EXPECT_NE(mended(source).text.find("Nộp\nnt\n"), std::string::npos);
}

TEST(FormMender, ReadsDamagedSymbols) {
  EXPECT_EQ(mended_lines({"Kế hoạch số 61/KH-BYT", "và Kế hoạch số 61/KH-BY TT."}),
            "Kế hoạch số 61/KH-BYT\nvà Kế hoạch số 61/KH-BYT.\n");
  EXPECT_EQ(mended_lines({"Thông tư số 47/2022/TT-BYTT ngày 08/11/2022 của Bộ Y tế"}),
            "Thông tư số 47/2022/TT-BYT ngày 08/11/2022 của Bộ Y tế\n");
  EXPECT_EQ(mended_lines({"Nghị định số 91/2021/NĐ-GP và 12/2013/TTLUT-BTC"}),
            "Nghị định số 91/2021/NĐ-CP và 12/2013/TTLT-BTC\n");
  EXPECT_EQ(mended_lines({"Chỉ thị số 6-CT/FU của Ban Thường vụ Tỉnh ủy"}),
            "Chỉ thị số 6-CT/TU của Ban Thường vụ Tỉnh ủy\n");
  EXPECT_EQ(mended_lines({"Luật số 61/2026/QHI16"}), "Luật số 61/2026/QH16\n");
  EXPECT_EQ(mended_lines({"Luật số 61//2026/QH16"}), "Luật số 61/2026/QH16\n");
  EXPECT_EQ(mended_lines({"Kế hoạch số 44/KH-:SNN ngày 5/3/2020"}),
            "Kế hoạch số 44/KH-SNN ngày 5/3/2020\n");
}

TEST(FormMender, ReadsDamagedShortForms) {
  EXPECT_EQ(mended_lines({"Sở NN&MTT các tỉnh", "Sở NN&MIT"}), "Sở NN&MT các tỉnh\nSở NN&MT\n");
  EXPECT_EQ(mended_lines({"các PCCC khu vực", "đội PCCC xã", "Các PGCC"}),
            "các PCCC khu vực\nđội PCCC xã\nCác PCCC\n");
  for (const std::string line :
       {"Sở NN&MT", "CÁC TYYT KHU VỰC", "các TYYT khu vực", "Hội CTDD", "đội PGCC"})
    EXPECT_EQ(mended_lines({line}), line + "\n");
}

TEST(FormMender, LeavesSymbolsOfOfficesOfTheirOwn) {
  for (const std::string line : {"Kế hoạch số 12/KH-PVHTT", "Kế hoạch số 12/KH-TTYT",
                                 "công văn 285/CGKTB", "Quyết định số 6/QĐ-HHDN của Sở Y tế"}) {
    EXPECT_EQ(mended_lines({line}), line + "\n");
  }
}

TEST(FormMender, ReadsMisreadWordsInTheirPlaces) {
  EXPECT_EQ(mended_lines({"xong trước rigày-15/10 và các-tổ chức"}),
            "xong trước ngày 15/10 và các tổ chức\n");
}

}  // namespace
}  // namespace trichyeu
