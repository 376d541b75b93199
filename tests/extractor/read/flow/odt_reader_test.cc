#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "extractor/read/read.h"
#include "tests/extractor/read/flow/container.h"

namespace trichyeu {
namespace {

using test::odt;

SourceText source_of(const std::string& body, const std::string& styles = {}) {
  Result<SourceText> source = read(odt(body, styles), {});
  EXPECT_TRUE(source.ok()) << (source.ok() ? "" : source.error().message);
  return source.ok() ? std::move(source).value() : SourceText{};
}

std::string text_of(const std::string& body, const std::string& styles = {}) {
  return source_of(body, styles).text;
}

std::string p(const std::string& content) { return "<text:p>" + content + "</text:p>"; }
std::string item(const std::string& content) {
  return "<text:list-item>" + content + "</text:list-item>";
}

constexpr const char* list_styles =
    "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" "
    "style:num-format=\"I\" style:num-suffix=\".\"/><text:list-level-style-number text:level=\"2\" "
    "style:num-format=\"1\" style:num-prefix=\"(\" style:num-suffix=\")\" "
    "text:display-levels=\"2\"/></text:list-style><text:list-style style:name=\"B\">"
    "<text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"-\"/></text:list-style>"
    "<text:list-style style:name=\"F\"><text:list-level-style-number text:level=\"1\" "
    "style:num-format=\"a\" num-list-format=\"Điểm %1%:\"/></text:list-style>";

TEST(OdtReader, ParagraphsAreLinesAndBlanksAreFolded) {
  const SourceText source =
      source_of("<text:h>SỞ  Y\n TẾ</text:h>" + p("") +
                p("Số:<text:tab/>/KH<text:s text:c=\"2\"/>a<text:line-break/>b"));
  EXPECT_EQ(source.text, "SỞ Y TẾ\n\nSố:\t/KH  a\nb\n");
  EXPECT_EQ(source.media_type, "application/vnd.oasis.opendocument.text");
}

TEST(OdtReader, NumbersOfListsAreCountedAsPrinted) {
  EXPECT_EQ(text_of("<text:list text:style-name=\"L\">" +
                        item(p("a") + p("a2") + "<text:list>" + item(p("b")) + item(p("c")) +
                             "</text:list>") +
                        item(p("d")) + "</text:list>" + p("e") +
                        "<text:list text:style-name=\"L\" text:continue-numbering=\"true\">" +
                        item(p("f")) + "</text:list><text:list text:style-name=\"L\">" +
                        item(p("g")) + "<text:list-item text:start-value=\"5\">" + p("h") +
                        "</text:list-item></text:list>",
                    list_styles),
            "I. a\na2\n(I.1) b\n(I.2) c\nII. d\ne\nIII. f\nI. g\nV. h\n");
  EXPECT_EQ(
      text_of("<text:list text:style-name=\"B\">" + item(p("a")) +
                  "</text:list><text:list text:style-name=\"F\">" + item(p("b")) + "</text:list>",
              list_styles),
      "- a\nĐiểm a: b\n");
}

TEST(OdtReader, TrackedChangesAreAccepted) {
  EXPECT_EQ(text_of("<text:tracked-changes><text:changed-region><text:deletion>" + p("cũ") +
                    "</text:deletion></text:changed-region></text:tracked-changes>" +
                    p("Sở <text:change text:change-id=\"c\"/><text:change-start/>Nội vụ"
                      "<text:change-end/>")),
            "Sở Nội vụ\n");
}

TEST(OdtReader, BoxesAndNotesStandBehindTheirParagraph) {
  EXPECT_EQ(text_of(p("trước<draw:frame><draw:text-box>" + p("trong khung") +
                      "</draw:text-box></draw:frame> sau<text:note><text:note-citation>1"
                      "</text:note-citation><text:note-body>" +
                      p("ghi chú") + "</text:note-body></text:note>.")),
            "trước sau.\ntrong khung\n[1] ghi chú\n");
}

TEST(OdtReader, TablesKeepTheirCells) {
  const SourceText source = source_of(
      "<table:table><table:table-header-rows><table:table-row>"
      "<table:table-cell table:number-rows-spanned=\"2\">" +
      p("TT") + "</table:table-cell><table:table-cell table:number-columns-spanned=\"2\">" +
      p("Phân công") +
      "</table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>"
      "<table:table-row><table:covered-table-cell/><table:table-cell>" +
      p("Chủ trì") + "</table:table-cell><table:table-cell>" + p("Sở A") + p("Sở B") +
      "</table:table-cell></table:table-row></table:table>" + p("sau bảng"));
  EXPECT_EQ(source.text, "TT\nPhân công\nChủ trì\nSở A\nSở B\nsau bảng\n");
  ASSERT_EQ(source.tables.size(), 1U);
  const std::vector<SourceCell> cells = {
      {0, 0, 0, 2, 1}, {0, 0, 1, 1, 2}, {0, 1, 1, 1, 1}, {0, 1, 2, 1, 1}};
  EXPECT_EQ(source.tables[0].cells, cells);
}

TEST(OdtReader, StylesSayHowLettersLook) {
  const SourceText source = source_of(
      "<text:p text:style-name=\"P\">kế <text:span text:style-name=\"H\">ẩn</text:span>hoạch"
      "</text:p>",
      "<style:style style:name=\"P\" style:family=\"paragraph\"><style:text-properties "
      "fo:font-weight=\"bold\" fo:font-size=\"14pt\" fo:text-transform=\"uppercase\"/>"
      "</style:style><style:style style:name=\"H\" style:family=\"text\"><style:text-properties "
      "text:display=\"none\"/></style:style>");
  EXPECT_EQ(source.text, "KẾ HOẠCH\n");
  EXPECT_TRUE(source.lines[0].bold);
  EXPECT_EQ(source.lines[0].font_size, 14);
}

}  // namespace
}  // namespace trichyeu
