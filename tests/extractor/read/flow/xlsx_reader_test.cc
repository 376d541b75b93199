#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "extractor/read/read.h"
#include "tests/extractor/read/flow/container.h"

namespace trichyeu {
namespace {

using test::Parts;
using test::sheet_data;
using test::xlsx;

SourceText source_of(const std::vector<std::string>& sheets, const Parts& more = {}) {
  Result<SourceText> source = read(xlsx(sheets, more), {});
  EXPECT_TRUE(source.ok()) << (source.ok() ? "" : source.error().message);
  return source.ok() ? std::move(source).value() : SourceText{};
}

std::vector<SourceCell> cells_of(const SourceText& source, std::size_t table) {
  return table < source.tables.size() ? source.tables[table].cells : std::vector<SourceCell>();
}

TEST(XlsxReader, ATaskTableStandsBetweenLines) {
  const SourceText source = source_of({sheet_data({{"PHỤ LỤC"},
                                                   {"TT", "Nội dung", "Chủ trì"},
                                                   {"1", "Rà soát văn bản", "Sở A"},
                                                   {"I", "Nhóm việc"},
                                                   {"2", "Báo cáo", "Sở B"},
                                                   {"Ghi chú ở dưới"}})});
  EXPECT_EQ(source.text,
            "PHỤ LỤC\nTT\nNội dung\nChủ trì\n1\nRà soát văn bản\nSở A\nI\nNhóm việc\n2\nBáo cáo\n"
            "Sở B\nGhi chú ở dưới\n");
  EXPECT_EQ(source.media_type, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  ASSERT_EQ(source.tables.size(), 1U);
  EXPECT_EQ(cells_of(source, 0).size(), 12U);
  EXPECT_FALSE(source.lines.front().place.in_table());
  EXPECT_EQ(source.lines[5].place, (CellPlace{0, 4}));
  EXPECT_FALSE(source.lines.back().place.in_table());
}

TEST(XlsxReader, MergedCellsAreOne) {
  const SourceText source =
      source_of({sheet_data({{"TT", "Nội dung", "Phân công", ""},
                             {"", "", "Chủ trì", "Phối hợp"},
                             {"1", "Rà soát", "Sở A", "Sở B"},
                             {"2", "Báo cáo", "", "Sở C"}}) +
                 "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/>"
                 "<mergeCell ref=\"C1:D1\"/><mergeCell ref=\"C3:C4\"/></mergeCells>"});
  const std::vector<SourceCell> cells = {{0, 0, 0, 2, 1}, {0, 0, 1, 2, 1}, {0, 0, 2, 1, 2},
                                         {0, 1, 2, 1, 1}, {0, 1, 3, 1, 1}, {0, 2, 0, 1, 1},
                                         {0, 2, 1, 1, 1}, {0, 2, 2, 2, 1}, {0, 2, 3, 1, 1},
                                         {0, 3, 0, 1, 1}, {0, 3, 1, 1, 1}, {0, 3, 3, 1, 1}};
  EXPECT_EQ(cells_of(source, 0), cells);
  EXPECT_EQ(source.lines[4].place, (CellPlace{0, 4}));  // Phối hợp
}

TEST(XlsxReader, RulingsSayWhereTheTableIs) {
  const std::string styles =
      "<styleSheet><borders><border/><border><left style=\"thin\"/></border></borders>"
      "<cellXfs><xf/><xf borderId=\"1\"/></cellXfs></styleSheet>";
  const auto cell = [](const char* text, int style) {
    return "<c t=\"str\" s=\"" + std::to_string(style) + "\"><v>" + text + "</v></c>";
  };
  const SourceText source = source_of(
      {"<sheetData><row>" + cell("trên", 0) + cell("bảng", 0) + cell("có ba ô", 0) + "</row><row>" +
       cell("TT", 1) + cell("Nội dung", 1) + cell("Chủ trì", 1) + "</row><row>" + cell("1", 1) +
       cell("Rà soát", 1) + cell("", 1) + "</row></sheetData>"},
      {{"styles", styles}});
  EXPECT_FALSE(source.lines[2].place.in_table());
  EXPECT_EQ(source.lines[3].place, (CellPlace{0, 0}));
  EXPECT_EQ(cells_of(source, 0).size(), 6U);
}

TEST(XlsxReader, ALetterheadStandsInTwoColumns) {
  const SourceText source = source_of({sheet_data({{"UBND TỈNH A", "", "CỘNG HÒA"},
                                                   {"SỞ Y", "", "Độc lập"},
                                                   {"", "", "A, ngày 5 tháng 3"},
                                                   {"KẾ HOẠCH"},
                                                   {"TT", "Nội dung", "Chủ trì"},
                                                   {"1", "Rà soát", "Sở A"},
                                                   {"Nơi nhận:", "", "GIÁM ĐỐC"}})});
  ASSERT_EQ(source.tables.size(), 3U);
  EXPECT_EQ(source.lines[3].place, (CellPlace{0, 3}));
  EXPECT_FALSE(source.lines[5].place.in_table());
  EXPECT_EQ(source.lines.back().place, (CellPlace{2, 1}));
}

TEST(XlsxReader, ValuesArePrintedAsTheirFormatsSay) {
  const std::string styles =
      "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"mm/yyyy\"/></numFmts>"
      "<cellXfs><xf/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"9\"/></cellXfs>"
      "</styleSheet>";
  const SourceText source = source_of(
      {"<sheetData><row><c><v>1</v></c><c s=\"1\"><v>45641</v></c><c s=\"2\"><v>45641</v></c>"
       "<c s=\"3\"><v>0.9</v></c><c t=\"s\"><v>1</v></c><c t=\"b\"><v>1</v></c>"
       "<c t=\"e\"><v>#REF!</v></c><c t=\"str\"><f>A1</f><v>kết quả</v></c>"
       "<c t=\"s\"><v>9</v></c><c><f>NOW()</f></c></row></sheetData>"},
      {{"styles", styles},
       {"sharedStrings",
        "<sst><si><t>không</t></si><si><r><t>Sở </t></r><r><rPr><b/></rPr><t>Y tế</t></r>"
        "<rPh><t>x</t></rPh></si></sst>"}});
  EXPECT_EQ(source.text, "1\n15/12/2024\n12/2024\n90%\nSở Y tế\nTRUE\n#REF!\nkết quả\n");
}

TEST(XlsxReader, SheetsFollowEachOtherAndHiddenOnesAreDropped) {
  const SourceText source = source_of({sheet_data({{"một"}}), sheet_data({{"hai"}})});
  EXPECT_EQ(source.text, "một\nhai\n");
  const Result<SourceText> hidden = read(
      test::container({{"[Content_Types].xml", "<Types/>"},
                       {"xl/_rels/workbook.xml.rels",
                        "<r><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"a.xml\"/>"
                        "<Relationship Id=\"b\" Type=\"x/worksheet\" Target=\"b.xml\"/></r>"},
                       {"xl/workbook.xml",
                        "<workbook><sheets><sheet id=\"a\" state=\"veryHidden\"/><sheet id=\"b\"/>"
                        "<sheet id=\"b\"/></sheets></workbook>"},
                       {"xl/a.xml", "<worksheet>" + sheet_data({{"một"}}) + "</worksheet>"},
                       {"xl/b.xml", "<worksheet>" + sheet_data({{"hai"}}) + "</worksheet>"}}),
      {});
  ASSERT_TRUE(hidden.ok());
  EXPECT_EQ(hidden->text, "hai\n");
}

TEST(XlsxReader, OldFontsBecomeUnicode) {
  const SourceText source = source_of(
      {"<sheetData><row><c t=\"str\" s=\"0\"><v>Ban h\u00B5nh quy \u00AE\u00DEnh</v></c></row>"
       "</sheetData>"},
      {{"styles",
        "<styleSheet><fonts><font><name val=\".VnTime\"/></font></fonts>"
        "<cellXfs><xf fontId=\"0\"/></cellXfs></styleSheet>"}});
  EXPECT_EQ(source.text, "Ban hành quy định\n");
  EXPECT_EQ(source.encoding, "TCVN3");
}

}  // namespace
}  // namespace trichyeu
