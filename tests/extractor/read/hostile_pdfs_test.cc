// PDFs that are broken, or made to hurt: each a coded error or pages that say so, none a crash, a
// long wait, or memory without end.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extractor/read/read.h"

namespace trichyeu {
namespace {

using ::testing::HasSubstr;

constexpr const char* catalog = "<</Type/Catalog/Pages 2 0 R>>";
constexpr const char* one_page = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
constexpr const char* words = "BT /F1 12 Tf 72 700 Td (Rules of the office) Tj ET\n";

std::string times(int count, const std::string& text) {
  std::string all;
  all.reserve(text.size() * static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

// `objects` from number 1; a page without a table of its objects' places is found by reading on.
std::string pdf_of(const std::vector<std::string>& objects, const std::string& trailer = "") {
  std::string pdf = "%PDF-1.7\n";
  for (std::size_t i = 0; i < objects.size(); ++i)
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  return pdf + "trailer<</Size " + std::to_string(objects.size() + 1) + "/Root 1 0 R" + trailer +
         ">>\nstartxref\n0\n%%EOF\n";
}

std::string stream(const std::string& data, const std::string& entries = "") {
  return "<<" + entries + "/Length " + std::to_string(data.size()) + ">>stream\n" + data +
         "\nendstream";
}

std::string page(const std::string& entries = "", const std::string& box = "0 0 595 842") {
  return "<</Type/Page/Parent 2 0 R/MediaBox[" + box +
         "]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
         "/XObject<</X 5 0 R>>>>" +
         entries + ">>";
}

// One page whose content is the fourth object; the fifth is named X.
std::string pdf_with(const std::string& content, const std::string& x = "null",
                     const std::string& entries = "", const std::string& box = "0 0 595 842") {
  return pdf_of({catalog, one_page, page(entries, box), content, x});
}

void expect_words(const std::string& pdf) {
  const Result<SourceText> source = read(pdf, {});
  ASSERT_TRUE(source.ok()) << source.error().message;
  EXPECT_THAT(source->text, HasSubstr("Rules of the office"));
}

void expect_error(const std::string& pdf, ErrorCode code) {
  const Result<SourceText> source = read(pdf, {});
  ASSERT_FALSE(source.ok()) << source->text;
  EXPECT_EQ(name_of(source.error().code), name_of(code)) << source.error().message;
}

TEST(HostilePdf, PagesInACircleEnd) {
  expect_error(pdf_of({catalog, "<</Type/Pages/Kids[2 0 R]/Count 1>>"}), ErrorCode::damaged);
  expect_error(pdf_of({catalog, "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                       "<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>"}),
               ErrorCode::damaged);
}

TEST(HostilePdf, PagesThatAreCountedButNotThereAreNone) {
  expect_error(pdf_of({catalog, "<</Type/Pages/Kids[]/Count 1999>>"}), ErrorCode::no_pages);
  expect_error(pdf_of({catalog, "<</Type/Pages/Kids[]/Count 2000000000>>"}), ErrorCode::no_pages);
  expect_error(pdf_of({catalog, "<</Type/Pages/Kids[3 0 R]/Count -7>>", page(), stream(words)}),
               ErrorCode::no_pages);
}

TEST(HostilePdf, TablesOfPlacesInACircleEnd) {
  std::string pdf = pdf_with(stream(words));
  const std::string table = std::to_string(pdf.size());
  pdf += "xref\n0 1\n0000000000 65535 f \ntrailer<</Size 5/Root 1 0 R/Prev " + table +
         ">>\nstartxref\n" + table + "\n%%EOF\n";
  expect_words(pdf);
}

TEST(HostilePdf, ObjectStreamsInACircleEnd) {
  expect_words(
      pdf_with(stream(words), stream("6 0 <<>>", "/Type/ObjStm/N 1/First 4/Extends 5 0 R")));
  expect_error(pdf_of({catalog, "6 0 R", "null", "null", "6 0 R", "5 0 R"}), ErrorCode::no_pages);
}

TEST(HostilePdf, LengthsThatLieAreMended) {
  expect_words(pdf_with("<</Length 5>>stream\n" + std::string(words) + "\nendstream"));
  expect_words(pdf_with("<</Length 4 0 R>>stream\n" + std::string(words) + "\nendstream"));
  expect_words(pdf_with("<</Length -1>>stream\n" + std::string(words) + "\nendstream"));
}

TEST(HostilePdf, FormsThatDrawThemselvesEnd) {
  expect_words(pdf_with(stream(std::string(words) + "/X Do\n"),
                        stream("/X Do /X Do /X Do",
                               "/Subtype/Form/BBox[0 0 9 9]/Resources<<"
                               "/XObject<</X 5 0 R>>>>")));
}

TEST(HostilePdf, DeepNestingIsNoStackOverflow) {
  expect_words(pdf_with(stream(words), times(100'000, "[")));
  expect_words(pdf_with(stream(words), times(100'000, "<</A ")));
  expect_words(pdf_with(stream(times(100'000, "q ") + words)));
  expect_words(pdf_with(stream(std::string(words) + times(100'000, "["))));
}

TEST(HostilePdf, BoxesBeyondReasonAreNoPages) {
  for (const char* box : {"0 0 1e9 1e9", "0 0 0 0", "0 0 -5 -5", "595 842 0 0", "0 0 1e-9 842",
                          "nan nan nan nan", "(a) (b) (c) (d)", "0 0 2147483647 1"}) {
    const Result<SourceText> source = read(pdf_with(stream(words), "null", "", box), {});
    if (source.ok()) continue;
    EXPECT_EQ(name_of(source.error().code), name_of(ErrorCode::no_text)) << box;
  }
}

TEST(HostilePdf, ImagesBeyondReasonAreNotDrawn) {
  const std::string image =
      "/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB";
  expect_error(pdf_with(stream("q 595 0 0 842 0 0 cm /X Do Q\n"), stream("\xFF\xFF\xFF", image)),
               ErrorCode::damaged);
  expect_words(pdf_with(stream(words), stream("", image)));
}

TEST(HostilePdf, FieldsAndNotesInACircleEnd) {
  expect_words(pdf_with(stream(words), "<</Subtype/Widget/Kids[5 0 R]/Parent 5 0 R/Rect[0 0 1 1]>>",
                        "/Annots[5 0 R 5 0 R]"));
  expect_words(pdf_of({"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]>>/PageLabels 5 0 R>>",
                       one_page, page("/Annots[5 0 R]"), stream(words),
                       "<</Kids[5 0 R]/Parent 5 0 R/Nums[0 5 0 R]/FT/Sig/AP 5 0 R>>"}));
}

TEST(HostilePdf, StreamsFilteredManyTimesEnd) {
  expect_words(pdf_of({catalog, one_page,
                       "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents["
                       "4 0 R 5 0 R]/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/"
                       "Helvetica>>>>>>>>",
                       stream(words),
                       stream("rubbish", "/Filter[" + times(10'000, "/FlateDecode ") + "]")}));
}

TEST(HostilePdf, ActionsAndFilesOutsideAreLeftAlone) {
  const Result<SourceText> source = read(
      pdf_of({"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(/bin/sh)>>/Names<</JavaScript<<"
              "/Names[(a)<</S/JavaScript/JS(app.alert)>>]>>/EmbeddedFiles 5 0 R>>>>",
              one_page, page(), stream(words), "<</F(/etc/passwd)/FFilter/FlateDecode/Length 0>>"}),
      {});
  ASSERT_TRUE(source.ok()) << source.error().message;
  EXPECT_EQ(source->text, "Rules of the office\n");
}

}  // namespace
}  // namespace trichyeu
