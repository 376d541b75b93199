// Pages recognised one by one, from the last to the first, and put together later: the same as the
// document read in one go, to the last digit.
#include "extractor/read/recognized_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <utility>

#include "extractor/read/read.h"

namespace trichyeu {
namespace {

using ::testing::Contains;
using ::testing::Field;

std::string scan(const std::string& name) {
  const std::string path =
      std::string(TRICHYEU_SOURCE_DIR) + "/corpus/" + name + "/" + name + ".scan.pdf";
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::ostream& operator<<(std::ostream& out, const Box& box) {
  return out << box.left << ' ' << box.top << ' ' << box.right << ' ' << box.bottom << ' ';
}

// All that a source says, doubles to the last bit.
std::string described(const SourceText& source) {
  std::ostringstream out;
  out << std::hexfloat << source.text << source.ocr << '\n';
  for (const SourceLine& line : source.lines) {
    out << line.bytes.from_byte << ' ' << line.page << ' ' << line.box << line.font_size << ' '
        << line.place.table << ' ' << line.place.cell << ' ' << line.place.repeated << '\n';
  }
  for (const SourcePage& page : source.pages) {
    out << page.number << ' ' << page.width << ' ' << page.height << ' ' << name_of(page.reading)
        << ' ' << page.confidence << ' ' << page.rotation << ' ' << page.skew;
    for (const std::string& step : page.cleanup) out << ' ' << step;
    out << '\n';
  }
  for (const SourceTable& table : source.tables) {
    for (const SourceCell& cell : table.cells)
      out << cell.page << ' ' << cell.row << ' ' << cell.column << ' ' << cell.row_span << ' '
          << cell.column_span << '\n';
  }
  for (const PlacedWord& word : source.words)
    out << word.bytes.from_byte << ' ' << word.box << word.confidence << '\n';
  for (const Diagnostic& diagnostic : source.diagnostics)
    out << diagnostic.page << ' ' << diagnostic.text("en") << '\n';
  return out.str();
}

std::vector<int> pages_that_need_recognition(const std::string& bytes) {
  std::vector<int> pages;
  ReadOptions options;
  options.recognition = [&](int page) -> Result<std::string> {
    pages.push_back(page);
    return Error{ErrorCode::damaged, "not yet", {}, 0};
  };
  EXPECT_FALSE(read(bytes, options).ok());
  return pages;
}

TEST(RecognizedPage, MakesTheSameDocumentInAnyOrder) {
  const std::string bytes = scan("commune-two-tier");
  const std::vector<int> pages = pages_that_need_recognition(bytes);
  ASSERT_GT(pages.size(), 1U);
  std::map<int, Result<std::string>> recognized;
  for (auto page = pages.rbegin(); page != pages.rend(); ++page)
    recognized.emplace(*page, recognize_page(bytes, *page, {}));
  ReadOptions options;
  options.recognition = [&](int page) { return recognized.at(page); };
  const Result<SourceText> in_pieces = read(bytes, options);
  const Result<SourceText> in_one_go = read(bytes, {});
  ASSERT_TRUE(in_pieces.ok() && in_one_go.ok());
  EXPECT_EQ(described(*in_pieces), described(*in_one_go));
}

TEST(RecognizedPage, OwesNothingToThePagesThatItsEngineReadBefore) {
  const std::string bytes = scan("commune-two-tier"), other = scan("city-night-economy-annex");
  const Result<std::string> alone = recognize_page(bytes, 2, {});
  ReadOptions keeping;
  keeping.recognizers = new_recognizer_keeper();
  for (const auto& [document, page] : {std::pair(&other, 3), std::pair(&bytes, 1)})
    ASSERT_TRUE(recognize_page(*document, page, keeping).ok());
  const Result<std::string> after_others = recognize_page(bytes, 2, keeping);
  ASSERT_TRUE(alone.ok() && after_others.ok());
  EXPECT_EQ(*alone, *after_others);
}

TEST(RecognizedPage, ThatFailedLeavesTheOthers) {
  const std::string bytes = scan("commune-two-tier");
  const Result<std::string> first = recognize_page(bytes, 1, {});
  ReadOptions options;
  options.recognition = [&](int page) -> Result<std::string> {
    return page == 1 ? first : Error{ErrorCode::timed_out, "it took too long", {}, 0};
  };
  const Result<SourceText> source = read(bytes, options);
  ASSERT_TRUE(source.ok()) << source.error().message;
  EXPECT_EQ(source->pages.at(0).reading, Reading::ocr);
  EXPECT_EQ(source->pages.at(1).reading, Reading::failed);
  EXPECT_GT(source->pages.at(1).width, 500);
  EXPECT_THAT(source->diagnostics,
              Contains(Field(&Diagnostic::code, std::string("page-unreadable"))));
}

TEST(RecognizedPage, WithoutLanguageDataFailsTheDocument) {
  ReadOptions options;
  options.recognition = [](int) -> Result<std::string> {
    return Error{ErrorCode::ocr_unavailable, "no data", {}, 0};
  };
  const Result<SourceText> source = read(scan("commune-two-tier"), options);
  ASSERT_FALSE(source.ok());
  EXPECT_EQ(source.error().code, ErrorCode::ocr_unavailable);
}

RecognizedPage page_with_a_table() {
  RecognizedPage page;
  page.page.number = 3;
  page.page.reading = Reading::ocr;
  page.page.skew = 0.1;
  PageWord word;
  word.text = "kế";
  word.confidence = 1.0 / 3;
  page.text.lines = {{word}};
  page.text.places = {{0, 1, false}};
  page.text.grids = {{{}, {0, 1, 2}, {{0, 0, 1, 1, {}}, {0, 1, 1, 1, {}}}}};
  page.diagnostics = {{"page-turned", {"3", "90"}, 3, {}}};
  return page;
}

TEST(RecognizedPage, ComesBackFromItsBytes) {
  const auto page = recognized_page_of(bytes_of(page_with_a_table()));
  ASSERT_TRUE(page.has_value());
  EXPECT_EQ(page->page.number, 3);
  EXPECT_EQ(page->page.skew, 0.1);
  EXPECT_EQ(page->text.lines.at(0).at(0).text, "kế");
  EXPECT_EQ(page->text.lines.at(0).at(0).confidence, 1.0 / 3);
  EXPECT_EQ(page->text.places.at(0), (CellPlace{0, 1, false}));
  EXPECT_EQ(page->text.grids.at(0).cells.size(), 2U);
  EXPECT_EQ(page->diagnostics.at(0).arguments, (std::vector<std::string>{"3", "90"}));
}

TEST(RecognizedPage, IsNotMadeOfOtherBytes) {
  const std::string bytes = bytes_of(page_with_a_table());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(recognized_page_of(std::string_view(bytes).substr(0, size)).has_value()) << size;
  EXPECT_FALSE(recognized_page_of("\xF6").has_value());  // null
  RecognizedPage outside = page_with_a_table();
  outside.text.places = {{0, 2, false}};
  EXPECT_FALSE(recognized_page_of(bytes_of(outside)).has_value());
  outside.text.places.clear();
  EXPECT_FALSE(recognized_page_of(bytes_of(outside)).has_value());
}

}  // namespace
}  // namespace trichyeu
