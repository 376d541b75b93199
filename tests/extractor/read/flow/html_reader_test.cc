#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "extractor/read/read.h"

namespace trichyeu {
namespace {

using namespace std::string_view_literals;

SourceText source_of(std::string_view page) {
  Result<SourceText> source = read(page, {});
  EXPECT_TRUE(source.ok()) << (source.ok() ? "" : source.error().message);
  return source.ok() ? std::move(source).value() : SourceText{};
}

std::string text_of(const std::string& body) {
  return source_of("<!DOCTYPE html><html><body>" + body + "</body></html>").text;
}

TEST(HtmlReader, BlocksAreLinesAndBlanksAreFolded) {
  EXPECT_EQ(text_of("<div>SỞ  Y\n TẾ<p>KẾ <b>HOẠCH</b> </p>năm <span>2025</span></div>"),
            "SỞ Y TẾ\nKẾ HOẠCH\nnăm 2025\n");
  EXPECT_EQ(text_of("<p>a<br>b<br/> c</p><pre>d\n  e</pre>"), "a\nb\nc\nd\n  e\n");
  EXPECT_EQ(source_of("<html><p>a</p>").media_type, "text/html");
}

TEST(HtmlReader, WhatABrowserDoesNotShowIsDropped) {
  EXPECT_EQ(text_of("<script>var a = '<p>b</p>';</script><style>p {}</style><!-- c --><p>d</p>"
                    "<p style='display: none'>e</p><p>f<del>g</del></p><button>h</button>"),
            "d\nf\n");
}

TEST(HtmlReader, ListsGetTheirNumbers) {
  EXPECT_EQ(text_of("<ol type='I'><li>a<ol type='a'><li>b</li><li>c</li></ol></li><li>d</ol>"
                    "<ul><li>e</li></ul><ol start='5'><li>f<li value='9'>g<li>h</ol>"
                    "<ul style='list-style-type:none'><li>i</li></ul>"),
            "I. a\na. b\nb. c\nII. d\n• e\n5. f\n9. g\n10. h\ni\n");
}

TEST(HtmlReader, TablesKeepTheirCells) {
  const SourceText source = source_of(
      "<html><table><thead><tr><th rowspan=2>TT<th colspan=2>Phân công</thead>"
      "<tr><td>Chủ trì<td><p>Sở A</p><p>Sở B</p></table><p>sau bảng");
  EXPECT_EQ(source.text, "TT\nPhân công\nChủ trì\nSở A\nSở B\nsau bảng\n");
  ASSERT_EQ(source.tables.size(), 1U);
  const std::vector<SourceCell> cells = {
      {0, 0, 0, 2, 1}, {0, 0, 1, 1, 2}, {0, 1, 1, 1, 1}, {0, 1, 2, 1, 1}};
  EXPECT_EQ(source.tables[0].cells, cells);
  EXPECT_TRUE(source.lines[0].bold);
  EXPECT_EQ(source.lines[4].place, (CellPlace{0, 3}));
}

TEST(HtmlReader, APagesLayoutIsNoTable) {
  const SourceText source = source_of(
      "<html><table><tr><td>Trang chủ<td><p>Kế hoạch triển khai công tác năm 2025 của Sở Y tế</p>"
      "<table><tr><td>TT<td>Nội dung công việc phải làm</table></table>");
  ASSERT_EQ(source.tables.size(), 1U);
  EXPECT_FALSE(source.lines[0].place.in_table());
  EXPECT_EQ(source.lines.back().place, (CellPlace{0, 1}));
}

TEST(HtmlReader, TheEncodingIsFoundAsBrowsersFindIt) {
  EXPECT_EQ(source_of("<html><p>K\xE1\xBA\xBF ho\xE1\xBA\xA1"
                      "ch")
                .text,
            "Kế hoạch\n");
  EXPECT_EQ(source_of("\xFF\xFE<\0h\0t\0m\0l\0>\0K\0\xBF\x1E"sv).text, "Kế\n");
  EXPECT_EQ(source_of("<html><meta charset='windows-1252'><p>\xC0 \x96").text, "À –\n");
  EXPECT_EQ(source_of("<html><meta http-equiv=Content-Type content='text/html; "
                      "charset=windows-1258'><p>Qu\xE2\xF2n")
                .text,
            "Quâ\xCC\xA3n\n");
  // A wrong claim, and none.
  EXPECT_EQ(source_of("<html><meta charset='utf-16'><p>Sở").text, "Sở\n");
  EXPECT_EQ(source_of("<html><p>\xC0 \x96").text, "À –\n");
}

TEST(HtmlReader, EntitiesAreLettersAndNothingElse) {
  EXPECT_EQ(text_of("<p>Quy&#7871;t&nbsp;&amp; &lt;b&gt;</p>"), "Quyết\xC2\xA0& <b>\n");
}

}  // namespace
}  // namespace trichyeu
