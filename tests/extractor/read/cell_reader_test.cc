// A ruled table drawn with Leptonica: row numbers in a narrow column, words beside them.
#include "extractor/read/cell_reader.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extractor/read/page_tables.h"

namespace trichyeu {
namespace {

constexpr int left = 150, top = 200, row_height = 110;
constexpr std::array<int, 3> edges{left, left + 120, left + 1200};
constexpr std::array<const char*, 5> contents{"Review papers", "Report results", "Publish them",
                                              "Train clerks", "Sum up"};

void rule(Pix& page, int x1, int y1, int x2, int y2) {
  pixRenderLine(&page, x1, y1, x2, y2, 3, L_CLEAR_PIXELS);
}

PixPtr table() {
  PixPtr page(pixCreate(1600, 1100, 8));
  pixSetAll(page.get());
  L_BMF* font = bmfCreate(nullptr, 14);
  for (std::size_t row = 0; row < contents.size(); ++row) {
    const int base = top + static_cast<int>(row) * row_height + 70;
    pixSetTextline(page.get(), font, std::to_string(row + 1).c_str(), 0, left + 50, base, nullptr,
                   nullptr);
    pixSetTextline(page.get(), font, contents.at(row), 0, left + 200 + 37 * static_cast<int>(row),
                   base, nullptr, nullptr);
  }
  bmfDestroy(&font);
  const int bottom = top + static_cast<int>(contents.size()) * row_height;
  for (int y = top; y <= bottom; y += row_height) rule(*page, edges.front(), y, edges.back(), y);
  for (const int x : edges) rule(*page, x, top, x, bottom);
  pixSetResolution(page.get(), 300, 300);
  return page;
}

std::string text_of_cell(const PageText& page, std::size_t cell) {
  std::string text;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (page.places[i].cell != cell) continue;
    for (const PageWord& word : page.lines[i]) text += word.text;
  }
  return text;
}

class CellReader : public ::testing::Test {
 protected:
  void SetUp() override {
    Result<Recognizer> opened = Recognizer::open("vie", "");
    ASSERT_TRUE(opened.ok());
    recognizer_.emplace(std::move(opened).value());
    Result<Recognition> recognition = recognizer_->recognize(table());
    ASSERT_TRUE(recognition.ok());
    page_ = std::move(recognition).value();
  }

  std::optional<Recognizer> recognizer_;
  Recognition page_;
};

TEST_F(CellReader, CellsThatWerePassedOverAreRead) {
  std::erase_if(page_.words, [](const PageWord& word) { return word.box.left < 60; });
  read_cells_again(*recognizer_, page_);
  const PageText text = page_text(page_.words, page_.rulings);
  for (std::size_t row = 0; row < contents.size(); ++row)
    EXPECT_EQ(text_of_cell(text, 2 * row), std::to_string(row + 1));
}

PageWord* number_in(std::vector<PageWord>& words, const std::string& text) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const PageWord& word) {
    return word.box.left < 60 && word.text == text;
  });
  return found == words.end() ? nullptr : &*found;
}

TEST_F(CellReader, InAColumnOfNumbersSignsAreReadAsDigits) {
  read_cells_again(*recognizer_, page_);
  PageWord* const first = number_in(page_.words, "1");
  ASSERT_NE(first, nullptr);
  first->text = "|";
  first->confidence = 0.5;
  read_cells_again(*recognizer_, page_);
  EXPECT_EQ(text_of_cell(page_text(page_.words, page_.rulings), 0), "1");
}

TEST_F(CellReader, ANumberThatBreaksTheSequenceIsReadAgain) {
  read_cells_again(*recognizer_, page_);
  PageWord* const second = number_in(page_.words, "2");
  ASSERT_NE(second, nullptr);
  second->text = "7";
  second->confidence = 0.95;
  read_cells_again(*recognizer_, page_);
  EXPECT_EQ(text_of_cell(page_text(page_.words, page_.rulings), 2), "2");
}

TEST_F(CellReader, ReadingsThatDifferInMarksAreLeftToTheWordsBeside) {
  read_cells_again(*recognizer_, page_);
  const auto word = std::find_if(page_.words.begin(), page_.words.end(), [](const PageWord& each) {
    return each.box.left > 60 && each.confidence > 0.9 && each.text.find('e') != std::string::npos;
  });
  ASSERT_NE(word, page_.words.end());
  const std::string read = word->text;
  word->text.replace(word->text.find('e'), 1, "è");
  word->confidence = 0.3;
  const std::string spoilt = word->text;
  read_cells_again(*recognizer_, page_);
  const auto kept = std::find_if(page_.words.begin(), page_.words.end(),
                                 [&](const PageWord& each) { return each.text == spoilt; });
  ASSERT_NE(kept, page_.words.end());
  EXPECT_EQ(kept->second, read);
}

bool stands_in(const PageWord& word, const std::vector<PageWord>& words) {
  return std::any_of(words.begin(), words.end(), [&](const PageWord& other) {
    return other.text == word.text && std::abs(other.box.left - word.box.left) < 3 &&
           std::abs(other.box.top - word.box.top) < 3;
  });
}

TEST_F(CellReader, WordsReadAgainStandWhereTheyAreSeen) {
  const std::vector<PageWord> before = page_.words;
  for (PageWord& word : page_.words) word.confidence = 0;
  read_cells_again(*recognizer_, page_);
  const auto same = std::count_if(before.begin(), before.end(), [&](const PageWord& word) {
    return stands_in(word, page_.words);
  });
  EXPECT_GT(2 * same, static_cast<std::ptrdiff_t>(before.size())) << "most are read as before";
}

TEST_F(CellReader, SureCellsStay) {
  const std::vector<PageWord> before = page_.words;
  for (PageWord& word : page_.words) word.confidence = 1;
  read_cells_again(*recognizer_, page_);
  for (const PageWord& word : before) EXPECT_TRUE(stands_in(word, page_.words)) << word.text;
}

}  // namespace
}  // namespace trichyeu
