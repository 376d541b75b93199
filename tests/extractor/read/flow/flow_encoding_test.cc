#include "extractor/read/flow/flow_encoding.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "extractor/read/read.h"
#include "tests/extractor/read/flow/container.h"

namespace trichyeu {
namespace {

FlowRun run(std::string text, std::string font_name) {
  FlowRun made;
  made.text = std::move(text);
  made.font_name = std::move(font_name);
  return made;
}

// Lines, each of runs {text, font}.
using Runs = std::vector<std::vector<std::pair<std::string, std::string>>>;

std::vector<FlowLine> lines_with(const Runs& runs) {
  std::vector<FlowLine> lines;
  for (const auto& line : runs) {
    FlowLine& made = lines.emplace_back();
    for (const auto& [text, font] : line) made.runs.push_back(run(text, font));
  }
  return lines;
}

std::string text_of(const std::vector<FlowLine>& lines) {
  std::string text;
  for (const FlowLine& line : lines) {
    for (const FlowRun& one : line.runs) text += one.text;
    text += '\n';
  }
  return text;
}

TEST(FlowEncoding, FontsTellTheirEncodings) {
  std::vector<FlowLine> lines =
      lines_with({{{"kÕ ho¹ch", ".VnTimeH"}},
                  {{"ThùC hiÖn ", ".VnTime"}, {"Keá hoaïch soá 5", "VNI-Times"}},
                  {{"của Sở", "Times New Roman"}},
                  {},
                  {{"§iÒu 1", ".VnTime"}}});
  const FlowEncoding encoding = make_unicode(lines);
  EXPECT_EQ(text_of(lines), "KẾ HOẠCH\nThựC hiện Kế hoạch số 5\ncủa Sở\n\nĐiều 1\n");
  EXPECT_EQ(encoding.name, "TCVN3 VNI");
  ASSERT_EQ(encoding.diagnostics.size(), 2U);
  EXPECT_EQ(encoding.diagnostics[0].code, "text-recoded");
}

TEST(FlowEncoding, OtherFontsNamesDoNotHideIt) {
  std::vector<FlowLine> lines =
      lines_with({{{"Kế hoạch của Ủy ban nhân dân tỉnh", "Times New Roman"}},
                  {{"C¸c së, ban, ", "Times New Roman"}, {"ngµnh vµ ®oµn thÓ", "Times New Roman"}},
                  {{"thực hiện", "Times New Roman"}}});
  EXPECT_EQ(make_unicode(lines).name, "TCVN3");
  EXPECT_EQ(text_of(lines),
            "Kế hoạch của Ủy ban nhân dân tỉnh\nCác sở, ban, ngành và đoàn thể\nthực hiện\n");
}

TEST(FlowEncoding, WithoutFontsLinesTell) {
  std::vector<FlowLine> lines =
      lines_with({{{"Céng hßa x· héi chñ nghÜa ViÖt Nam", ""}}, {{"§iÒu 1", ""}}});
  lines[0].runs[0].bold = true;
  EXPECT_EQ(make_unicode(lines).name, "TCVN3");
  EXPECT_EQ(text_of(lines), "Cộng hòa xã hội chủ nghĩa Việt Nam\nĐiều 1\n");
  EXPECT_TRUE(lines[0].runs[0].bold);
}

TEST(FlowEncoding, UnicodeStaysAsItIs) {
  const Runs runs = {{{"Kế hoạch số 5/KH-UBND", "Arial"}}, {{"25 °C – déjà vu", "Arial"}}};
  std::vector<FlowLine> lines = lines_with(runs);
  const FlowEncoding encoding = make_unicode(lines);
  EXPECT_EQ(text_of(lines), text_of(lines_with(runs)));
  EXPECT_TRUE(encoding.name.empty());
  EXPECT_TRUE(encoding.diagnostics.empty());
}

TEST(FlowEncoding, DocumentsOfEachKindAreDecoded) {
  const std::string font = "<w:rFonts w:ascii=\".VnTimeH\" w:hAnsi=\".VnTimeH\"/>";
  const std::string documents[] = {
      test::docx("<w:p><w:r><w:rPr>" + font + "</w:rPr><w:t>k\u00D5 ho\u00B9ch</w:t></w:r></w:p>"),
      test::odt("<text:p><text:span text:style-name=\"T\">k\u00D5 ho\u00B9ch</text:span></text:p>",
                "<style:style style:name=\"T\" style:family=\"text\"><style:text-properties "
                "style:font-name=\".VnTimeH\"/></style:style>"),
      "<html><p><font face='.VnTimeH, serif'>k\u00D5 ho\u00B9ch</font></p></html>"};
  for (const std::string& document : documents) {
    const Result<SourceText> source = read(document, {});
    ASSERT_TRUE(source.ok());
    EXPECT_EQ(source->text, "KẾ HOẠCH\n");
    EXPECT_EQ(source->encoding, "TCVN3");
  }
}

TEST(FlowEncoding, ASoftHyphenOfAnOldFontIsALetter) {
  const Result<SourceText> source =
      read(test::docx("<w:p><w:r><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr><w:t>Thñ t</w:t>"
                      "<w:softHyphen/><w:t>íng ChÝnh phñ</w:t></w:r></w:p>"),
           {});
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->text, "Thủ tướng Chính phủ\n");
}

TEST(FlowEncoding, CapitalsAreMadeOfWhatIsMeant) {
  const Result<SourceText> source =
      read(test::docx("<w:p><w:r><w:rPr><w:caps/><w:rFonts w:ascii=\".VnTime\"/></w:rPr>"
                      "<w:t>k\u00D5 ho\u00B9ch</w:t></w:r></w:p>"),
           {});
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->text, "KẾ HOẠCH\n");
}

}  // namespace
}  // namespace trichyeu
