// PDFs written by hand: a few objects, a standard font, an image or none.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <cstdio>
#include <string>
#include <vector>

#include "extractor/read/page_image.h"
#include "extractor/read/read.h"

namespace trichyeu {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string stream(const std::string& dictionary, const std::string& data) {
  return "<<" + dictionary + "/Length " + std::to_string(data.size()) + ">>stream\n" + data +
         "\nendstream";
}

// A page of A4: what is drawn on it, and an image's object or none.
struct Drawing {
  std::string content = {};
  std::string image = {};
  std::string more = {};  // further entries of the page's dictionary
};

// "BT /F1 12 Tf 72 700 Td (text) Tj ET": text at (x, y) from the bottom left corner.
std::string show(const std::string& text, int x, int y, int size = 12,
                 const std::string& font = "F1") {
  return "BT /" + font + " " + std::to_string(size) + " Tf " + std::to_string(x) + " " +
         std::to_string(y) + " Td (" + text + ") Tj ET\n";
}

std::string pdf_of(const std::vector<Drawing>& pages) {
  std::vector<std::string> objects = {"<</Type/Catalog/Pages 2 0 R>>", ""};
  std::string kids;
  for (const Drawing& page : pages) {
    const auto first = objects.size() + 1;
    kids += std::to_string(first) + " 0 R ";
    const std::string image =
        page.image.empty() ? "" : "/XObject<</I " + std::to_string(first + 2) + " 0 R>>";
    objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]" + page.more + "/Contents " +
                      std::to_string(first + 1) + " 0 R/Resources<<" + image +
                      "/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/"
                      "WinAnsiEncoding>>/F2<</Type/Font/"
                      "Subtype/Type1/BaseFont/"
                      "Helvetica-BoldOblique/Encoding/WinAnsiEncoding>>/F3<</Type/Font/Subtype/"
                      "Type1/BaseFont/#2EVnTime/Encoding/WinAnsiEncoding>>/F4<</Type/Font/Subtype/"
                      "Type1/BaseFont/#2EVnTimeH/Encoding/WinAnsiEncoding>>/F5<</Type/Font/Subtype/"
                      "Type1/BaseFont/ABCDEF+Wingdings-Regular/Encoding/WinAnsiEncoding>>>>>>>>");
    objects.push_back(stream("", page.content));
    if (!page.image.empty()) objects.push_back(page.image);
  }
  objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages.size()) + ">>";
  std::string pdf = "%PDF-1.4\n",
              table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char entry[32];
    std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", pdf.size());
    table += entry;
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string start = std::to_string(pdf.size());
  return pdf + table + "trailer<</Size " + std::to_string(objects.size() + 1) +
         "/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

std::string lines_like(const std::string& text) {
  std::string content;
  for (int line = 0; line < 8; ++line)
    content += show(text + std::to_string(line), 72, 600 - 16 * line);
  return content;
}

// Vietnamese, as far as Latin-1 has its letters: "Các phòng hành chính và tài chính …".
std::string long_text() {
  return lines_like(
      "C\xE1"
      "c ph\xF2ng h\xE0nh ch\xEDnh v\xE0 t\xE0i ch\xEDnh c\xF9ng l\xE0m b\xE1o c\xE1o th\xE1ng ");
}

std::string text_of_no_language() {
  return lines_like("Xqwk bvzt grfk pldm vbnq tzzk wrtp month ");
}

// A scanned page: an image of A4's proportions that fills it.
Drawing scanned(const std::vector<std::string>& lines) {
  const PixPtr page(pixCreate(1654, 2339, 8));
  pixSetAll(page.get());
  L_BMF* font = bmfCreate(nullptr, 14);
  int top = 300;
  for (const std::string& line : lines)
    pixSetTextline(page.get(), font, line.c_str(), 0, 200, top += 80, nullptr, nullptr);
  bmfDestroy(&font);
  l_uint8* data = nullptr;
  std::size_t size = 0;
  pixWriteMem(&data, &size, page.get(), IFF_JFIF_JPEG);
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  lept_free(data);
  return {"q 595 0 0 842 0 0 cm /I Do Q\n",
          stream("/Type/XObject/Subtype/Image/Width 1654/Height "
                 "2339/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode",
                 bytes),
          ""};
}

Drawing scan() {
  return scanned({"This page was scanned in the office", "and has no text of its own at all"});
}

std::vector<std::string> lines_of(const SourceText& source) {
  std::vector<std::string> lines;
  for (const SourceLine& line : source.lines) lines.emplace_back(line.bytes.of(source.text));
  return lines;
}

ErrorCode code_of(const std::string& bytes, const ReadOptions& options = {}) {
  const Result<SourceText> source = read(bytes, options);
  EXPECT_FALSE(source.ok());
  return source ? ErrorCode::internal : source.error().code;
}

TEST(PdfReader, TheTextLayerGivesLinesWithFontsAndBoxes) {
  const Result<SourceText> source = read(
      pdf_of(
          {{show("PLAN", 280, 700, 14, "F2") + show("for the year 2031", 250, 680) + long_text()}}),
      {});
  ASSERT_TRUE(source.ok()) << source.error().message;
  EXPECT_EQ(source->media_type, "application/pdf");
  EXPECT_EQ(source->ocr, "");
  ASSERT_EQ(source->pages.size(), 1U);
  EXPECT_EQ(source->pages[0].reading, Reading::text);
  EXPECT_DOUBLE_EQ(source->pages[0].confidence, 1);
  EXPECT_DOUBLE_EQ(source->pages[0].height, 842);
  const SourceLine& title = source->lines[0];
  EXPECT_EQ(title.bytes.of(source->text), "PLAN");
  EXPECT_TRUE(title.bold && title.italic);
  EXPECT_NEAR(title.font_size, 14, 0.1);
  EXPECT_NEAR(title.box.left, 280, 1);
  EXPECT_NEAR(title.box.bottom, 842 - 700, 5);
  EXPECT_FALSE(source->lines[1].bold);
  EXPECT_EQ(source->words[0].bytes.of(source->text), "PLAN");
}

// The byte AD, which is ư in TCVN3, is a hyphen to readers of PDF.
TEST(PdfReader, LegacyFontsAreDecodedEachByItsName) {
  const Result<SourceText> source = read(
      pdf_of({{show("k\xD5 ho\xB9"
                    "ch",
                    280, 700, 14, "F4") +
               show("S\xEB T\xAD ph\xB8p h\xAD\xEDng d\xC9n s\xE8 3/KH-UBND", 72, 660, 12, "F3") +
               show("for the year 2031", 72, 640) + long_text()}}),
      {});
  ASSERT_TRUE(source.ok()) << source.error().message;
  EXPECT_EQ(source->lines[0].bytes.of(source->text), "KẾ HOẠCH");
  EXPECT_EQ(source->lines[1].bytes.of(source->text), "Sở Tư pháp hướng dẫn số 3/KH-UBND");
  EXPECT_EQ(source->lines[2].bytes.of(source->text), "for the year 2031");
  EXPECT_EQ(source->encoding, "TCVN3");
  ASSERT_EQ(source->diagnostics.size(), 1U);
  EXPECT_EQ(source->diagnostics[0].code, "text-recoded");
}

// As where a letter is replaced: "e" stands 0.05 em behind "th" and as much over "m".
TEST(PdfReader, PicturesOfASymbolFontAreSigns) {
  const Result<SourceText> source =
      read(pdf_of({{show("\xA7", 72, 700, 12, "F5") + show("First", 90, 700) +
                    show("\xFC", 72, 680, 12, "F5") + show("Done", 90, 680)}}),
           {});
  ASSERT_TRUE(source.ok()) << source.error().message;
  EXPECT_THAT(lines_of(*source), ElementsAre("▪ First", "✓ Done"));
}

// Each drawn where its letter is, as TeX does with fonts of ASCII alone.
TEST(PdfReader, AnAccentDrawnOverItsLetterBelongsToIt) {
  const Result<SourceText> source =
      read(pdf_of({{show("Ti", 72, 700) + show("e", 82, 700) + show("\x88", 83, 700) +
                    show("\xB4", 83, 702) + show("n", 89, 700)}}),
           {});
  ASSERT_TRUE(source.ok()) << source.error().message;
  EXPECT_THAT(source->text, ::testing::AnyOf("Tiến\n", "Tiê\u0301n\n", "Tie\u0302\u0301n\n"));
}

TEST(PdfReader, ALetterOfAnotherFontALittleApartBelongsToItsWord) {
  const std::string content = show("one", 50, 700) + "BT /F1 12 Tf 110 700 Td (th) Tj ET\n" +
                              "BT /F2 13 Tf 120.6 700 Td (e) Tj ET\n" +
                              "BT /F1 12 Tf 127.2 700 Td (m) Tj ET\n" + show("also", 144, 700);
  const Result<SourceText> source = read(pdf_of({{content + long_text()}}), {});
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->lines[0].bytes.of(source->text), "one them also");
}

TEST(PdfReader, AHyphenAtALineEndIsKept) {
  const std::string content =
      show("Decision No. 12/QD-", 72, 700) + show("UBND of the committee", 72, 684) + long_text();
  const Result<SourceText> source = read(pdf_of({{content}}), {});
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->lines[0].bytes.of(source->text), "Decision No. 12/QD-");
}

TEST(PdfReader, BlanksForANumberStayInTheirLine) {
  const std::string content = show("No.:", 100, 700) + show("/KH-SYT", 160, 700) + long_text();
  const Result<SourceText> source = read(pdf_of({{content}}), {});
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->lines[0].bytes.of(source->text), "No.: /KH-SYT");
}

TEST(PdfReader, APageTurnedByItsDictionaryIsMeasuredAsSeen) {
  const Result<SourceText> source = read(pdf_of({{long_text(), "", "/Rotate 90"}}), {});
  ASSERT_TRUE(source.ok());
  EXPECT_DOUBLE_EQ(source->pages[0].width, 842);
  EXPECT_DOUBLE_EQ(source->pages[0].height, 595);
}

TEST(PdfReader, APageKeepsTheLabelThatIsNotItsNumber) {
  std::string pdf = pdf_of({{long_text()}, {long_text()}});
  pdf.replace(pdf.find("<</Type/Catalog"), 15,
              "<</PageLabels<</Nums[0<</S/r>>1<</S/D/St 2>>]>>/Type/Catalog");
  const Result<SourceText> source = read(pdf, {});
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->pages[0].label, "i");
  EXPECT_EQ(source->pages[1].label, "");
}

// Poppler draws what a field's value looks like where its file does not.
TEST(PdfReader, FieldsOfAFormAreText) {
  const std::string field =
      "<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(Filled in)/F 4/P 3 0 R/DA(/F1 12 Tf 0 g)"
      "/Rect[72 700 272 720]>>";
  std::string pdf = pdf_of({{long_text(), field, "/Annots[5 0 R]"}});
  pdf.replace(pdf.find("<</Type/Catalog"), 15,
              "<</AcroForm<</Fields[5 0 R]/DA(/F1 12 Tf 0 g)/DR<</Font<</F1<</Type/Font/Subtype/"
              "Type1/BaseFont/Helvetica>>>>>>>>/Type/Catalog");
  const Result<SourceText> source = read(pdf, {});
  ASSERT_TRUE(source.ok());
  EXPECT_THAT(lines_of(*source), Contains("Filled in"));
}

// What the field of a signature draws stands over the page's own words.
TEST(PdfReader, WhatASignatureDrawsIsNoTextOfThePage) {
  const std::string look = stream(
      "/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1<</Type/Font/Subtype/Type1/"
      "BaseFont/Helvetica>>>>>>",
      "BT /F1 12 Tf 2 5 Td (Signed by the office) Tj ET");
  std::string pdf = pdf_of({{show("No. 83", 72, 705) + long_text(), look,
                             "/Annots[<</Type/Annot/Subtype/Widget/FT/Sig/T(s)/F 4/P 3 0 R"
                             "/Rect[72 700 272 720]/AP<</N 5 0 R>>/V<</Type/Sig/ByteRange[0 1 2 3]"
                             ">>>>]"}});
  const Result<SourceText> source = read(pdf, {});
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->lines[0].bytes.of(source->text), "No. 83");
  EXPECT_FALSE(source->lines[0].stamp);
  EXPECT_EQ(source->lines.back().bytes.of(source->text), "Signed by the office");
  EXPECT_TRUE(source->lines.back().stamp);
  EXPECT_EQ(source->pages[0].bytes.to_byte, source->text.size());
}

TEST(PdfReader, EachPageIsReadInItsOwnWay) {
  const Result<SourceText> source = read(pdf_of({{long_text()}, scan(), {""}, {long_text()}}), {});
  ASSERT_TRUE(source.ok()) << source.error().message;
  std::vector<Reading> readings;
  for (const SourcePage& page : source->pages) readings.push_back(page.reading);
  EXPECT_THAT(readings, ElementsAre(Reading::text, Reading::ocr, Reading::blank, Reading::text));
  EXPECT_THAT(std::string(source->pages[1].bytes.of(source->text)),
              HasSubstr("This page was scanned "));
  EXPECT_THAT(source->ocr, HasSubstr("tesseract"));
  EXPECT_LT(source->pages[1].confidence, 1);
  ASSERT_EQ(source->diagnostics.size(), 1U);
  EXPECT_EQ(source->diagnostics[0].code, "page-blank");
  EXPECT_EQ(source->diagnostics[0].page, 3);
}

TEST(PdfReader, AFaxIsDrawnPixelForPixel) {
  std::string rows;
  for (int y = 0; y < 2339; ++y) rows += std::string(207, y % 7 == 0 ? '\x33' : '\xFF');
  const Drawing fax{
      "q 595 0 0 842 0 0 cm /I Do Q\n",
      stream("/Type/XObject/Subtype/Image/Width 1653/Height 2339/ColorSpace/DeviceGray"
             "/BitsPerComponent 1",
             rows),
      ""};
  std::size_t greys = 1;
  ReadOptions options;
  options.ocr = OcrMode::always;
  options.see_page = [&](int, const std::string& png) {
    const PixPtr seen(pixReadMem(reinterpret_cast<const l_uint8*>(png.data()), png.size()));
    EXPECT_EQ(pixGetWidth(seen.get()), 1653);
    Numa* levels = pixGetGrayHistogram(seen.get(), 1);
    greys = 0;
    for (int level = 1; level < 255; ++level) {
      l_int32 count = 0;
      numaGetIValue(levels, level, &count);
      greys += static_cast<std::size_t>(count);
    }
    numaDestroy(&levels);
  };
  static_cast<void>(read(pdf_of({fax}), options));
  EXPECT_EQ(greys, 0u);
}

TEST(PdfReader, APageNumberOverAScanDoesNotHideIt) {
  Drawing page = scan();
  page.content += show("- 7 -", 290, 800);
  const Result<SourceText> source = read(pdf_of({page}), {});
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->pages[0].reading, Reading::ocr);
}

// What an engine wrote under its scan.
TEST(PdfReader, AHiddenLayerCountsOnlyWhereItReadsBetter) {
  Drawing good = scan(), bad = scan();
  good.content = "3 Tr " + long_text() + "0 Tr " + good.content;
  bad.content = "q 3 Tr " + text_of_no_language() + "Q " + bad.content;
  const Result<SourceText> source = read(pdf_of({good, bad}), {});
  ASSERT_TRUE(source.ok()) << source.error().message;
  EXPECT_EQ(source->pages[0].reading, Reading::text);
  EXPECT_EQ(source->pages[1].reading, Reading::ocr);
  ASSERT_EQ(source->diagnostics.size(), 1U);
  EXPECT_EQ(source->diagnostics[0].code, "text-layer-replaced");
  EXPECT_EQ(source->diagnostics[0].page, 2);
}

TEST(PdfReader, TextUnderAScanIsHiddenToo) {
  Drawing page = scan();
  page.content = text_of_no_language() + page.content;
  const Result<SourceText> source = read(pdf_of({page}), {});
  ASSERT_TRUE(source.ok()) << source.error().message;
  EXPECT_EQ(source->pages[0].reading, Reading::ocr);
}

// The letters are shown as they are written: the page says nothing better.
TEST(PdfReader, TextOfAnotherLanguageIsKept) {
  const Result<SourceText> source = read(pdf_of({{text_of_no_language()}}), {});
  ASSERT_TRUE(source.ok()) << source.error().message;
  EXPECT_EQ(source->pages[0].reading, Reading::text);
  EXPECT_THAT(source->diagnostics, IsEmpty());
}

TEST(PdfReader, ADoubtfulLayerIsKeptWhereNothingCanRecognise) {
  ReadOptions options;
  options.ocr_language = "xyz";
  const Result<SourceText> source = read(pdf_of({{text_of_no_language()}}), options);
  ASSERT_TRUE(source.ok()) << source.error().message;
  ASSERT_EQ(source->diagnostics.size(), 1U);
  EXPECT_EQ(source->diagnostics[0].code, "text-layer-unchecked");
}

TEST(PdfReader, AShortPageOfTextIsNotRecognised) {
  const Result<SourceText> source =
      read(pdf_of({{show("ANNEX I", 270, 500) + show("List of schools", 260, 480)}}), {});
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->pages[0].reading, Reading::text);
  EXPECT_THAT(lines_of(*source), ElementsAre("ANNEX I", "List of schools"));
}

// The rest of a row on a page of its own: the table's rules are more ink than its words.
TEST(PdfReader, AShortPageInATableIsNotRecognised) {
  std::string rules;
  for (const char* x : {"60", "110", "250", "390", "530"})
    rules += std::string(x) + " 40 1.5 760 re f\n";
  for (const char* y : {"40", "800"}) rules += std::string("60 ") + y + " 471 1.5 re f\n";
  const Result<SourceText> source = read(pdf_of({{rules + show("of the office", 115, 780)}}), {});
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->pages[0].reading, Reading::text);
  EXPECT_THAT(lines_of(*source), ElementsAre("of the office"));
}

TEST(PdfReader, RecognitionCanBeForcedAndForbidden) {
  ReadOptions options;
  options.ocr = OcrMode::always;
  const Result<SourceText> forced = read(pdf_of({{long_text()}}), options);
  ASSERT_TRUE(forced.ok());
  EXPECT_EQ(forced->pages[0].reading, Reading::ocr);
  options.ocr = OcrMode::never;
  EXPECT_EQ(code_of(pdf_of({scan()}), options), ErrorCode::no_text);
  const Result<SourceText> mixed = read(pdf_of({{long_text()}, scan()}), options);
  ASSERT_TRUE(mixed.ok());
  EXPECT_EQ(mixed->pages[1].reading, Reading::blank);
}

TEST(PdfReader, WithoutLanguageDataOnlyScansFail) {
  ReadOptions options;
  options.ocr_language = "xyz";
  EXPECT_TRUE(read(pdf_of({{long_text()}}), options).ok());
  EXPECT_EQ(code_of(pdf_of({{long_text()}, scan()}), options), ErrorCode::ocr_unavailable);
}

TEST(PdfReader, EncryptedDocumentsAreRefused) {
  // A standard security handler whose check of the empty password fails.
  const std::string bytes(32, 'x');
  const std::string handler =
      "/Encrypt<</Filter/Standard/V 1/R 2/P -44/O(" + bytes + ")/U(" + bytes + ")>>/ID[(a)(a)]";
  std::string pdf = pdf_of({{long_text()}});
  pdf.insert(pdf.find("trailer<<") + 9, handler);
  EXPECT_EQ(code_of(pdf), ErrorCode::encrypted);
}

TEST(PdfReader, DamagedDocumentsAreRefused) {
  EXPECT_EQ(code_of("%PDF-1.7\n"), ErrorCode::damaged);
  EXPECT_EQ(code_of("%PDF-1.7\nnothing but rubbish \x01\x02\n%%EOF\n"), ErrorCode::damaged);
  const std::string whole = pdf_of({{long_text()}});
  EXPECT_EQ(code_of(whole.substr(0, 200)), ErrorCode::damaged);
}

TEST(PdfReader, ACutDocumentGivesWhatIsLeftAndSaysSo) {
  const std::string whole = pdf_of({{long_text()}, {long_text()}});
  const Result<SourceText> source = read(whole.substr(0, whole.find("startxref")), {});
  ASSERT_TRUE(source.ok()) << source.error().message;
  EXPECT_EQ(source->pages.size(), 2U);
  EXPECT_EQ(source->diagnostics.at(0).code, "file-truncated");
}

TEST(PdfReader, ADocumentWithoutPagesIsRefused) {
  EXPECT_EQ(code_of(pdf_of({})), ErrorCode::no_pages);
}

TEST(PdfReader, TooManyPagesAreRefused) {
  ReadOptions options;
  options.max_pages = 2;
  EXPECT_EQ(code_of(pdf_of({{long_text()}, {long_text()}, {long_text()}}), options),
            ErrorCode::too_large);
}

TEST(PdfReader, NothingIsPrintedOnStandardError) {
  ::testing::internal::CaptureStderr();
  const std::string whole = pdf_of({{long_text()}, scan()});
  for (std::size_t size = 100; size < whole.size(); size += whole.size() / 12)
    (void)read(whole.substr(0, size), {});
  EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
}

TEST(PdfReader, AZipRenamedPdfIsNamed) {
  const Result<SourceText> source =
      read(std::string("PK\x03\x04") + std::string(60, 'x') + "PK\x05\x06", {});
  ASSERT_FALSE(source.ok());
  EXPECT_EQ(source.error().code, ErrorCode::unknown_type);
}

}  // namespace
}  // namespace trichyeu
