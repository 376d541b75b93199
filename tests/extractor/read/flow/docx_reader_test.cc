#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "extractor/read/read.h"
#include "tests/extractor/read/flow/container.h"

namespace trichyeu {
namespace {

using test::docx;
using test::paragraph;
using test::Parts;

SourceText source_of(const std::string& body, const Parts& more = {}) {
  Result<SourceText> source = read(docx(body, more), {});
  EXPECT_TRUE(source.ok()) << (source.ok() ? "" : source.error().message);
  return source.ok() ? std::move(source).value() : SourceText{};
}

std::string text_of(const std::string& body, const Parts& more = {}) {
  return source_of(body, more).text;
}

std::string run(const std::string& content, const std::string& properties = {}) {
  return "<w:r><w:rPr>" + properties + "</w:rPr>" + content + "</w:r>";
}

std::string words(const std::string& text, const std::string& properties = {}) {
  return run("<w:t xml:space=\"preserve\">" + text + "</w:t>", properties);
}

std::string in_list(int list, int level) {
  return "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
         std::to_string(list) + "\"/></w:numPr>";
}

std::string level(int at, const std::string& form, const std::string& text,
                  const std::string& more = {}) {
  return "<w:lvl w:ilvl=\"" + std::to_string(at) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
         form + "\"/><w:lvlText w:val=\"" + text + "\"/>" + more + "</w:lvl>";
}

// List 1 has `levels`; `more` are further lists.
Parts numbering(const std::string& levels, const std::string& more = {}) {
  return {{"numbering",
           "<w:numbering><w:abstractNum w:abstractNumId=\"0\">" + levels +
               "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>" +
               more + "</w:numbering>"}};
}

std::string cell(const std::string& content, const std::string& properties = {}) {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
}

std::string field(const std::string& mark) {
  return run("<w:fldChar w:fldCharType=\"" + mark + "\"/>");
}

TEST(DocxReader, ParagraphsAreLines) {
  const SourceText source = source_of(paragraph("SỞ Y TẾ") + "<w:p/>" + paragraph("KẾ HOẠCH"));
  EXPECT_EQ(source.text, "SỞ Y TẾ\n\nKẾ HOẠCH\n");
  EXPECT_EQ(source.lines.size(), 3U);
  EXPECT_FALSE(source.has_pages());
  EXPECT_EQ(source.media_type,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
}

TEST(DocxReader, TabsBreaksAndHyphensAreLetters) {
  EXPECT_EQ(text_of("<w:p>" +
                    run("<w:t>Số:</w:t><w:tab/><w:t>/KH</w:t><w:noBreakHyphen/>"
                        "<w:t>UBND</w:t><w:br/><w:t>kính</w:t><w:softHyphen/>") +
                    "</w:p>"),
            "Số:\t/KH-UBND\nkính\u00AD\n");
  EXPECT_EQ(
      text_of(paragraph("hết") + "<w:p>" + run("<w:br w:type=\"page\"/><w:t>mới</w:t>") + "</w:p>"),
      "hết\n\fmới\n");
}

TEST(DocxReader, NumbersOfListsAreCountedAsPrinted) {
  const Parts lists = numbering(level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") +
                                level(2, "lowerLetter", "%3)") + level(3, "bullet", "-"));
  const std::string body = paragraph("a", in_list(1, 0)) + paragraph("b", in_list(1, 1)) +
                           paragraph("c", in_list(1, 1)) + paragraph("d", in_list(1, 2)) +
                           paragraph("e", in_list(1, 3)) + paragraph("f", in_list(1, 0)) +
                           paragraph("g", in_list(1, 1)) + paragraph("h", in_list(0, 0));
  EXPECT_EQ(text_of(body, lists), "I. a\n1. b\n2. c\na) d\n- e\nII. f\n1. g\nh\n");
}

TEST(DocxReader, UpperLevelsStandInLowerNumbers) {
  const Parts lists =
      numbering(level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2.", "<w:isLgl/>") +
                level(2, "decimal", "%1.%2.%3", "<w:lvlRestart w:val=\"0\"/>"));
  const std::string body = paragraph("a", in_list(1, 0)) + paragraph("b", in_list(1, 1)) +
                           paragraph("c", in_list(1, 2)) + paragraph("d", in_list(1, 1)) +
                           paragraph("e", in_list(1, 2));
  EXPECT_EQ(text_of(body, lists), "I a\n1.1. b\nI.1.1 c\n1.2. d\nI.2.2 e\n");
}

TEST(DocxReader, ListsOfOneDefinitionCountOnUnlessTheyStartAnew) {
  const Parts lists =
      numbering(level(0, "decimal", "%1."),
                "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>"
                "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
                "<w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>"
                "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">" +
                    level(0, "upperLetter", "Mục %1:", "<w:suff w:val=\"nothing\"/>") +
                    "</w:lvlOverride></w:num>");
  const std::string body = paragraph("a", in_list(1, 0)) + paragraph("b", in_list(2, 0)) +
                           paragraph("c", in_list(3, 0)) + paragraph("d", in_list(3, 0)) +
                           paragraph("e", in_list(4, 0));
  EXPECT_EQ(text_of(body, lists), "1. a\n2. b\n7. c\n8. d\nMục I:e\n");
}

TEST(DocxReader, AStyleMayNameTheListAndItsLevel) {
  Parts parts = numbering(level(0, "decimal", "%1.") +
                          level(1, "lowerLetter", "%2)", "<w:pStyle w:val=\"Point\"/>"));
  parts.emplace_back("styles",
                     "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"Point\"><w:pPr><w:numPr>"
                     "<w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"Sub\">"
                     "<w:basedOn w:val=\"Point\"/></w:style></w:styles>");
  EXPECT_EQ(text_of(paragraph("a", "<w:pStyle w:val=\"Point\"/>") +
                        paragraph("b", "<w:pStyle w:val=\"Sub\"/>") +
                        paragraph("c", "<w:pStyle w:val=\"Sub\"/>" + in_list(0, 0)),
                    parts),
            "a) a\nb) b\nc\n");
}

TEST(DocxReader, BulletsOfSymbolFontsAreUnicode) {
  const Parts lists = numbering(
      level(0, "bullet", "\xEF\x82\xB7", "<w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr>") +
      level(1, "bullet", "\xEF\x83\x98", "<w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr>"));
  EXPECT_EQ(text_of(paragraph("a", in_list(1, 0)) + paragraph("b", in_list(1, 1)) + "<w:p>" +
                        run("<w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/>") + "</w:p>",
                    lists),
            "• a\n➢ b\n✓\n");
}

TEST(DocxReader, TrackedChangesAreAccepted) {
  EXPECT_EQ(text_of("<w:p>" + words("Sở ") + "<w:del>" + run("<w:delText>Tài chính</w:delText>") +
                    "</w:del><w:ins>" + words("Nội vụ") + "</w:ins><w:moveFrom>" + words(" cũ") +
                    "</w:moveFrom><w:moveTo>" + words(" mới") + "</w:moveTo></w:p>"),
            "Sở Nội vụ mới\n");
  // The end of the first paragraph is deleted.
  EXPECT_EQ(text_of(paragraph("Sở ", "<w:rPr><w:del/></w:rPr>") + paragraph("Nội vụ")),
            "Sở Nội vụ\n");
}

TEST(DocxReader, FieldsReadAsWhatTheyCameTo) {
  EXPECT_EQ(text_of("<w:p>" + words("Xem ") + field("begin") +
                    run("<w:instrText>REF muc \\h</w:instrText>") + field("separate") +
                    words("mục 2") + field("end") + words(".") + "<w:fldSimple w:instr=\"DATE\">" +
                    words(" 2025") + "</w:fldSimple></w:p>"),
            "Xem mục 2. 2025\n");
}

TEST(DocxReader, WrappersAreReadThrough) {
  EXPECT_EQ(
      text_of("<w:sdt><w:sdtPr/><w:sdtContent>" + paragraph("a") +
              "</w:sdtContent></w:sdt><w:p><w:hyperlink>" + words("b") +
              "</w:hyperlink><w:sdt><w:sdtContent>" + words("c") + "</w:sdtContent></w:sdt></w:p>"),
      "a\nbc\n");
}

TEST(DocxReader, HiddenTextIsDroppedAndCapitalsArePrinted) {
  EXPECT_EQ(text_of("<w:p>" + words("kế hoạch", "<w:caps/>") + words("ẩn", "<w:vanish/>") +
                    words(" năm", "<w:caps w:val=\"0\"/>") + "</w:p>"),
            "KẾ HOẠCH năm\n");
}

TEST(DocxReader, TextBoxesAreReadOnceBehindTheirParagraph) {
  const std::string box = "<w:pict><v:textbox><w:txbxContent>" + paragraph("trong khung") +
                          "</w:txbxContent></v:textbox></w:pict>";
  EXPECT_EQ(
      text_of("<w:p>" + words("trước") +
              run("<mc:AlternateContent><mc:Choice Requires=\"wps\">" + box +
                  "</mc:Choice><mc:Fallback>" + box + "</mc:Fallback></mc:AlternateContent>") +
              words(" sau") + "</w:p>" + paragraph("cuối")),
      "trước sau\ntrong khung\ncuối\n");
}

TEST(DocxReader, NotesStandBehindTheirParagraph) {
  EXPECT_EQ(
      text_of("<w:p>" + words("Sở Y tế") + run("<w:footnoteReference w:id=\"4\"/>") +
                  words(" chủ trì.") + "</w:p>" + paragraph("cuối"),
              {{"footnotes", "<w:footnotes><w:footnote w:id=\"4\"><w:p>" + run("<w:footnoteRef/>") +
                                 words(" Theo phân công.") + "</w:p></w:footnote></w:footnotes>"}}),
      "Sở Y tế chủ trì.\n[1] Theo phân công.\ncuối\n");
}

TEST(DocxReader, HeadersAreSetApart) {
  const SourceText source =
      source_of(paragraph("KẾ HOẠCH"),
                {{"header1", "<w:hdr>" + paragraph("Kế hoạch năm 2025") + "<w:p>" + field("begin") +
                                 run("<w:instrText> PAGE </w:instrText>") + field("separate") +
                                 words("2") + field("end") + "</w:p></w:hdr>"},
                 {"footer1", "<w:ftr>" + paragraph("Kế hoạch năm 2025") + "</w:ftr>"}});
  EXPECT_EQ(source.text, "KẾ HOẠCH\nKế hoạch năm 2025\n");
  ASSERT_EQ(source.lines.size(), 2U);
  EXPECT_FALSE(source.lines[0].running_head);
  EXPECT_TRUE(source.lines[1].running_head);
}

TEST(DocxReader, TablesKeepTheirCells) {
  const SourceText source = source_of(
      "<w:tbl><w:tr>" + cell(paragraph("TT"), "<w:vMerge w:val=\"restart\"/>") +
      cell(paragraph("Phân công"), "<w:gridSpan w:val=\"2\"/>") + "</w:tr><w:tr>" +
      cell("<w:p/>", "<w:vMerge/>") + cell(paragraph("Chủ trì")) +
      cell(paragraph("Sở A") + paragraph("Sở B")) + "</w:tr></w:tbl>" + paragraph("sau bảng"));
  EXPECT_EQ(source.text, "TT\nPhân công\nChủ trì\nSở A\nSở B\nsau bảng\n");
  ASSERT_EQ(source.tables.size(), 1U);
  const std::vector<SourceCell> cells = {
      {0, 0, 0, 2, 1}, {0, 0, 1, 1, 2}, {0, 1, 1, 1, 1}, {0, 1, 2, 1, 1}};
  EXPECT_EQ(source.tables[0].cells, cells);
  EXPECT_EQ(source.lines[4].place, (CellPlace{0, 3}));
  EXPECT_FALSE(source.lines[5].place.in_table());
}

TEST(DocxReader, ATableOfOneColumnIsAFrame) {
  const SourceText source = source_of("<w:tbl><w:tr>" +
                                      cell(paragraph("a") + "<w:tbl><w:tr>" + cell(paragraph("b")) +
                                           cell(paragraph("c")) + "</w:tr></w:tbl>") +
                                      "</w:tr></w:tbl>");
  ASSERT_EQ(source.tables.size(), 1U);
  EXPECT_FALSE(source.lines[0].place.in_table());
  EXPECT_EQ(source.lines[2].place, (CellPlace{0, 1}));
}

TEST(DocxReader, FontsAndWeightsAreThoseOfTheStyles) {
  const SourceText source =
      source_of("<w:p><w:pPr><w:pStyle w:val=\"Strong\"/></w:pPr>" + words("KẾ HOẠCH") + "</w:p>",
                {{"styles",
                  "<w:styles><w:style w:styleId=\"Base\"><w:rPr><w:b/></w:rPr></w:style>"
                  "<w:style w:styleId=\"Strong\"><w:basedOn w:val=\"Base\"/><w:rPr>"
                  "<w:sz w:val=\"28\"/></w:rPr></w:style></w:styles>"}});
  EXPECT_TRUE(source.lines[0].bold);
  EXPECT_FALSE(source.lines[0].italic);
  EXPECT_EQ(source.lines[0].font_size, 14);
}

}  // namespace
}  // namespace trichyeu
