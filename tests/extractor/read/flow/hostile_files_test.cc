// Files that are broken, or made to hurt: each a coded error, none a crash or a long wait.
#include <gtest/gtest.h>

#include <string>

#include "extractor/read/flow/archive.h"
#include "extractor/read/read.h"
#include "tests/extractor/read/flow/container.h"

namespace trichyeu {
namespace {

using test::container;
using test::docx;
using test::odt;
using test::paragraph;
using test::sheet_data;
using test::xlsx;

std::string times(int count, const std::string& text) {
  std::string all;
  all.reserve(text.size() * static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

void expect_error(const std::string& bytes, ErrorCode code) {
  const Result<SourceText> source = read(bytes, {});
  ASSERT_FALSE(source.ok());
  EXPECT_EQ(name_of(source.error().code), name_of(code)) << source.error().message;
  EXPECT_FALSE(source.error().message.empty());
}

// A DOCX whose main part is exactly `xml`.
std::string docx_of(const std::string& xml) {
  return container({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", xml}});
}

TEST(HostileDocx, TruncatedAnywhereIsDamaged) {
  const std::string whole = docx(paragraph("KẾ HOẠCH"));
  for (const std::size_t share : {1U, 3U, 5U, 7U, 9U}) {
    const std::string part = whole.substr(0, whole.size() * share / 10);
    const Result<SourceText> source = read(part, {});
    ASSERT_FALSE(source.ok()) << share;
    EXPECT_TRUE(source.error().code == ErrorCode::damaged ||
                source.error().code == ErrorCode::unknown_type);
  }
}

TEST(HostileDocx, AFlippedByteOfAPartIsDamaged) {
  std::string bytes = docx(paragraph(times(500, "Rà soát văn bản ")));
  const std::size_t at = bytes.rfind("word/document.xml", bytes.size() / 2) + 40;
  bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
  expect_error(bytes, ErrorCode::damaged);
}

TEST(HostileDocx, WithoutItsMainPartIsDamaged) {
  expect_error(container({{"[Content_Types].xml", "<Types/>"}, {"word/styles.xml", "<s/>"}}),
               ErrorCode::damaged);
}

TEST(HostileDocx, PartsThatAreNoXmlAreDamaged) {
  expect_error(docx_of(""), ErrorCode::damaged);
  expect_error(docx_of("not XML"), ErrorCode::damaged);
  expect_error(docx_of("<w:document><w:body>"), ErrorCode::damaged);
  expect_error(docx_of("<document/>"), ErrorCode::damaged);
  expect_error(docx_of("<document><body>\xFF\xFE</body></document>"), ErrorCode::damaged);
}

TEST(HostileDocx, EntitiesAreNeverExpanded) {
  expect_error(docx_of("<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                       "<document><body><p><r><t>&b;</t></r></p></body></document>"),
               ErrorCode::damaged);
  expect_error(docx_of("<!DOCTYPE d SYSTEM \"file:///etc/hostname\"><document><body/></document>"),
               ErrorCode::damaged);
}

TEST(HostileDocx, DeepNestingIsTooLarge) {
  expect_error(docx_of("<document><body>" + times(100'000, "<tbl>") + "</body></document>"),
               ErrorCode::too_large);
}

TEST(HostileDocx, ABombIsTooLarge) {
  expect_error(docx(paragraph(times(1 << 20, "aaaaaaaaaaaaaaaa"))), ErrorCode::too_large);
}

TEST(HostileDocx, TooManyPartsAreTooLarge) {
  test::Parts parts = {{"[Content_Types].xml", "<Types/>"}};
  for (int i = 0; i < 10'001; ++i) parts.emplace_back("word/" + std::to_string(i), "");
  expect_error(container(parts), ErrorCode::too_large);
}

// Sets a byte behind each signature of a ZIP's headers (APPNOTE 4.3.7, 4.3.12).
std::string with_headers(std::string bytes, const std::string& signature, std::size_t offset,
                         char value) {
  for (std::size_t at = bytes.find(signature); at != std::string::npos;
       at = bytes.find(signature, at + 1))
    bytes[at + offset] = value;
  return bytes;
}

TEST(HostileDocx, WithEncryptedPartsNeedsAPassword) {
  const std::string whole = docx(paragraph("KẾ HOẠCH"));
  expect_error(with_headers(with_headers(whole, "PK\x03\x04", 6, 1), "PK\x01\x02", 8, 1),
               ErrorCode::encrypted);
}

TEST(HostileDocx, HeadersThatLieAreNotBelieved) {
  const std::string whole = docx(paragraph(times(100, "Rà soát ")));
  EXPECT_TRUE(read(with_headers(whole, "PK\x01\x02", 24, 9), {}).ok());  // size: not believed
  expect_error(with_headers(whole, "PK\x01\x02", 10, 77), ErrorCode::damaged);   // method
  expect_error(with_headers(whole, "PK\x01\x02", 45, 127), ErrorCode::damaged);  // place
}

TEST(HostileDocx, AZipOfZipsIsDamaged) {
  std::string bytes = docx(paragraph("KẾ HOẠCH"));
  for (int depth = 0; depth < 10; ++depth) bytes = container({{"a.zip", bytes}});
  expect_error(bytes, ErrorCode::damaged);
}

TEST(HostileDocx, NamesThatLeadElsewhereAreNoParts) {
  expect_error(container({{"../../word/document.xml", "<document><body/></document>"},
                          {"/word/document.xml", "<document><body/></document>"}}),
               ErrorCode::unknown_type);
}

TEST(HostileDocx, WithoutWordsIsEmpty) {
  expect_error(docx("<w:p/><w:p/>"), ErrorCode::empty_input);
}

TEST(HostileDocx, SpansBeyondReasonAreCut) {
  const Result<SourceText> source =
      read(docx("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2000000000\"/></w:tcPr>" +
                paragraph("a") + "</w:tc><w:tc>" + paragraph("b") + "</w:tc></w:tr></w:tbl>"),
           {});
  ASSERT_TRUE(source.ok());
  EXPECT_LE(source->tables.at(0).cells.at(0).column_span, 1000);
}

TEST(HostileDocx, StylesInACircleEnd) {
  const Result<SourceText> source =
      read(docx(paragraph("a", "<w:pStyle w:val=\"A\"/>"),
                {{"styles",
                  "<w:styles><w:style w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style>"
                  "<w:style w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>"
                  "</w:styles>"}}),
           {});
  EXPECT_TRUE(source.ok());
}

TEST(HostileDocx, NumbersBeyondReasonStayShort) {
  const Result<SourceText> source =
      read(docx(paragraph("a", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>"),
                {{"numbering",
                  "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start "
                  "w:val=\"2147483647\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"" +
                      times(1000, "%1") +
                      "\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId "
                      "w:val=\"0\"/></w:num></w:numbering>"}}),
           {});
  ASSERT_TRUE(source.ok());
  EXPECT_LT(source->text.size(), 2000U);
}

TEST(HostileDocx, ReferencesOutsideAreNotFollowed) {
  const Result<SourceText> source =
      read(container(
               {{"[Content_Types].xml", "<Types/>"},
                {"word/_rels/document.xml.rels",
                 "<Relationships><Relationship Type=\"x/styles\" Target=\"../../../etc/passwd\"/>"
                 "<Relationship Type=\"x/header\" TargetMode=\"External\" Target=\"http://a.vn/\"/>"
                 "</Relationships>"},
                {"word/document.xml", "<document><body><p><r><t>a</t></r></p></body></document>"}}),
           {});
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->text, "a\n");
}

// An ODT whose content is exactly `xml`.
std::string odt_of(const std::string& xml) {
  return container({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", xml}});
}

TEST(HostileOdt, TruncatedAnywhereIsDamaged) {
  const std::string whole = odt("<text:p>KẾ HOẠCH</text:p>");
  for (const std::size_t share : {3U, 5U, 7U, 9U})
    expect_error(whole.substr(0, whole.size() * share / 10), ErrorCode::damaged);
}

TEST(HostileOdt, WithoutItsContentIsDamaged) {
  expect_error(container({{"mimetype", "application/vnd.oasis.opendocument.text"}}),
               ErrorCode::damaged);
}

TEST(HostileOdt, ContentThatIsNoXmlIsDamaged) {
  expect_error(odt_of(""), ErrorCode::damaged);
  expect_error(odt_of("no XML"), ErrorCode::damaged);
  expect_error(odt_of("<document-content><body>"), ErrorCode::damaged);
  expect_error(odt_of("<document-content><body><spreadsheet/></body></document-content>"),
               ErrorCode::damaged);
}

TEST(HostileOdt, EntitiesAreNeverExpanded) {
  expect_error(odt_of("<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><d>&a;</d>"),
               ErrorCode::damaged);
}

TEST(HostileOdt, DeepNestingIsTooLarge) {
  expect_error(odt(times(100'000, "<text:section>")), ErrorCode::too_large);
}

TEST(HostileOdt, ABombIsTooLarge) {
  expect_error(odt("<text:p>" + times(1 << 20, "aaaaaaaaaaaaaaaa") + "</text:p>"),
               ErrorCode::too_large);
}

TEST(HostileOdt, RepeatedCellsAreCounted) {
  const std::string cells =
      "<table:table><table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell "
      "table:number-columns-repeated=\"1000000\">";
  const std::string ends = "</table:table-cell></table:table-row></table:table>";
  expect_error(odt(cells + cells + cells + "<text:p>a</text:p>" + ends + ends + ends),
               ErrorCode::too_large);
  expect_error(odt(cells + "<text:p>" + times(1000, "lặp lại ") + "</text:p>" + ends),
               ErrorCode::too_large);
}

TEST(HostileOdt, EncryptedIsSaid) {
  expect_error(container({{"mimetype", "application/vnd.oasis.opendocument.text"},
                          {"content.xml", "rubbish"},
                          {"META-INF/manifest.xml", "<m><encryption-data/></m>"}}),
               ErrorCode::encrypted);
}

TEST(HostileOdt, WithoutWordsIsEmpty) { expect_error(odt("<text:p/>"), ErrorCode::empty_input); }

TEST(HostileOdt, BlanksAreFew) {
  const Result<SourceText> source =
      read(odt("<text:p>a<text:s text:c=\"2000000000\"/>b</text:p>"), {});
  ASSERT_TRUE(source.ok());
  EXPECT_LT(source->text.size(), 1000U);
}

TEST(HostileOdt, StylesInACircleEnd) {
  EXPECT_TRUE(read(odt("<text:p text:style-name=\"A\">a</text:p>",
                       "<style:style style:name=\"A\" style:family=\"paragraph\" "
                       "style:parent-style-name=\"A\"/>"),
                   {})
                  .ok());
}

// An XLSX whose workbook is exactly `xml`.
std::string xlsx_of(const std::string& xml) {
  return container({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", xml}});
}

TEST(HostileXlsx, TruncatedAnywhereIsDamaged) {
  const std::string whole = xlsx({sheet_data({{"KẾ HOẠCH"}})});
  for (const std::size_t share : {3U, 5U, 7U, 9U}) {
    const Result<SourceText> source = read(whole.substr(0, whole.size() * share / 10), {});
    ASSERT_FALSE(source.ok()) << share;
    EXPECT_TRUE(source.error().code == ErrorCode::damaged ||
                source.error().code == ErrorCode::unknown_type);
  }
}

TEST(HostileXlsx, PartsThatAreNoXmlAreDamaged) {
  expect_error(xlsx_of(""), ErrorCode::damaged);
  expect_error(xlsx_of("<workbook><sheets>"), ErrorCode::damaged);
  expect_error(xlsx_of("<document/>"), ErrorCode::damaged);
  expect_error(xlsx({"<sheetData>"}), ErrorCode::damaged);
  expect_error(xlsx({sheet_data({{"a"}})}, {{"sharedStrings", "<sst>"}}), ErrorCode::damaged);
}

TEST(HostileXlsx, EntitiesAreNeverExpanded) {
  expect_error(xlsx_of("<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>"
                       "<workbook>&a;</workbook>"),
               ErrorCode::damaged);
}

TEST(HostileXlsx, DeepNestingIsTooLarge) {
  expect_error(xlsx({times(100'000, "<row>")}), ErrorCode::too_large);
}

TEST(HostileXlsx, ABombIsTooLarge) {
  expect_error(xlsx({sheet_data({{times(1 << 20, "aaaaaaaaaaaaaaaa")}})}), ErrorCode::too_large);
}

TEST(HostileXlsx, OneStringInManyCellsIsCounted) {
  const std::string row = "<row>" + times(900, "<c t=\"s\"><v>0</v></c>") + "</row>";
  expect_error(xlsx({"<sheetData>" + times(400, row) + "</sheetData>"},
                    {{"sharedStrings", "<sst><si><t>" + times(1000, "a") + "</t></si></sst>"}}),
               ErrorCode::too_large);
}

TEST(HostileXlsx, TooManyColumnsAreTooLarge) {
  expect_error(xlsx({"<sheetData><row><c r=\"XFD1\" t=\"str\"><v>a</v></c></row></sheetData>"}),
               ErrorCode::too_large);
}

TEST(HostileXlsx, PlacesBeyondReasonAreCut) {
  for (const char* place : {"", "A0", "1", "ZZZZZZ1", "A99999999999", "a1", "A-5", "$A$1"}) {
    const Result<SourceText> source =
        read(xlsx({"<sheetData><row r=\"-7\"><c r=\"" + std::string(place) +
                   "\" s=\"-1\" t=\"str\"><v>a</v></c></row></sheetData>"}),
             {});
    ASSERT_TRUE(source.ok()) << place << source.error().message;
    EXPECT_EQ(source->text, "a\n");
  }
}

TEST(HostileXlsx, MergedCellsBeyondReasonAreCut) {
  const Result<SourceText> source =
      read(xlsx({sheet_data({{"a", "b", "c"}, {"d", "e", "f"}}) + "<mergeCells>" +
                 times(1000, "<mergeCell ref=\"A1:XFD1048576\"/>") +
                 "<mergeCell ref=\"C2:A1\"/><mergeCell ref=\"::\"/></mergeCells>"}),
           {});
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->text, "a\n");  // what it covers is not printed
}

TEST(HostileXlsx, CellsInDisorderAreSorted) {
  const Result<SourceText> source =
      read(xlsx({"<sheetData><row r=\"9\"><c t=\"str\"><v>c</v></c></row><row r=\"2\">"
                 "<c r=\"B2\" t=\"str\"><v>b</v></c><c r=\"A2\" t=\"str\"><v>a</v></c>"
                 "<c r=\"A2\" t=\"str\"><v>x</v></c></row></sheetData>"}),
           {});
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->text, "a\nb\nc\n");
}

TEST(HostileXlsx, ReferencesOutsideAreNotFollowed) {
  expect_error(container({{"[Content_Types].xml", "<Types/>"},
                          {"xl/_rels/workbook.xml.rels",
                           "<r><Relationship Id=\"a\" Type=\"x/worksheet\" "
                           "Target=\"../../../etc/passwd\"/><Relationship Id=\"b\" "
                           "Type=\"x/worksheet\" TargetMode=\"External\" "
                           "Target=\"http://a.vn/\"/></r>"},
                          {"xl/workbook.xml",
                           "<workbook><sheets><sheet id=\"b\"/><sheet id=\"a\"/></sheets>"
                           "</workbook>"}}),
               ErrorCode::damaged);
}

TEST(HostileXlsx, WithoutWordsIsEmpty) {
  expect_error(xlsx({"<sheetData/>"}), ErrorCode::empty_input);
  expect_error(xlsx({}), ErrorCode::empty_input);
}

TEST(HostileHtml, WithoutWordsIsEmpty) {
  expect_error("<html></html>", ErrorCode::empty_input);
  expect_error("<!DOCTYPE html>", ErrorCode::empty_input);
  expect_error("<html><script>a</script><!-- b -->", ErrorCode::empty_input);
  expect_error("<html><!-- never closed a b c", ErrorCode::empty_input);
}

TEST(HostileHtml, DeepNestingIsTooLarge) {
  expect_error("<html>" + times(100'000, "<div>") + "a", ErrorCode::too_large);
  expect_error("<html>" + times(20'000, "<table><tr><td>") + "a", ErrorCode::too_large);
}

TEST(HostileHtml, TooManyCellsAreTooLarge) {
  expect_error("<html><table><tr>" + times(1'000'010, "<td>"), ErrorCode::too_large);
}

TEST(HostileHtml, TooManyBytesAreTooLarge) {
  ReadOptions options;
  options.max_text_bytes = 10;
  const Result<SourceText> source = read("<html><p>KẾ HOẠCH", options);
  ASSERT_FALSE(source.ok());
  EXPECT_EQ(source.error().code, ErrorCode::too_large);
}

TEST(HostileHtml, BrokenMarkupIsReadAsBrowsersDo) {
  for (const char* page :
       {"<html><p>a</div></b></td></table>", "<html><b><p>a</b></p>", "<html><p>a<p", "<html <p>a",
        "<html><!DOCTYPE html><p>a", "<html><table><p>a</table>", "<html><p>a&bogus", "<html><td>a",
        "<html><li>a", "<html><p>a<![CDATA[", "<html><table>a<tr>"}) {
    const Result<SourceText> source = read(page, {});
    ASSERT_TRUE(source.ok()) << page;
    EXPECT_NE(source->text.find('a'), std::string::npos) << page;
  }
}

TEST(HostileHtml, SpansAndStartsBeyondReasonAreCut) {
  const Result<SourceText> source = read(
      "<html><table><tr><td colspan=2000000000 rowspan=2000000000>a<td>b<tr><td>c</table>"
      "<ol start=2000000000 type=a><li>d<li value=2147483647>e<li>f</ol>",
      {});
  ASSERT_TRUE(source.ok());
  EXPECT_LT(source->text.size(), 200U);
}

TEST(HostileHtml, EntitiesOfItsOwnAreNotExpanded) {
  const Result<SourceText> source = read(
      "<!DOCTYPE html [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><html><p>x&a;</p></html>", {});
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->text.find("root"), std::string::npos);
}

TEST(Archive, LimitsAreThoseGiven) {
  const std::string bytes = container({{"first", "a"}, {"part", times(1000, "abc")}});
  ArchiveLimits limits;
  limits.part_bytes = 2999;
  Result<Archive> archive = Archive::open(bytes, limits);
  ASSERT_TRUE(archive.ok());
  EXPECT_EQ(archive.value().read("part").error().code, ErrorCode::too_large);
  limits.part_bytes = 3000;
  limits.ratio_from_bytes = 100;
  limits.ratio = 5;
  archive = Archive::open(bytes, limits);
  EXPECT_EQ(archive.value().read("part").error().code, ErrorCode::too_large);
  limits.ratio = 500;
  archive = Archive::open(bytes, limits);
  EXPECT_EQ(archive.value().read("part").value(), times(1000, "abc"));
}

}  // namespace
}  // namespace trichyeu
