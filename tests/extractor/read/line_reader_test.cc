// Lines drawn with Leptonica, whose first reading is spoilt by hand.
#include "extractor/read/line_reader.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace trichyeu {
namespace {

PixPtr page_of_lines() {
  PixPtr page(pixCreate(1600, 900, 8));
  pixSetAll(page.get());
  L_BMF* font = bmfCreate(nullptr, 20);
  int base = 200;
  for (const char* line : {"Review all papers in the first half", "Report the results to the board",
                           "Publish them before the tenth day"}) {
    pixSetTextline(page.get(), font, line, 0, 150, base, nullptr, nullptr);
    base += 70;
  }
  bmfDestroy(&font);
  pixSetResolution(page.get(), 300, 300);
  return page;
}

class LineReader : public ::testing::Test {
 protected:
  void SetUp() override {
    Result<Recognizer> opened = Recognizer::open("vie", "");
    ASSERT_TRUE(opened.ok());
    recognizer_.emplace(std::move(opened).value());
    Result<Recognition> recognition = recognizer_->recognize(page_of_lines());
    ASSERT_TRUE(recognition.ok());
    page_ = std::move(recognition).value();
  }

  PageWord* word(const std::string& text) {
    const auto found = std::find_if(page_.words.begin(), page_.words.end(),
                                    [&](const PageWord& word) { return word.text == text; });
    return found == page_.words.end() ? nullptr : &*found;
  }
  void spoil(const std::string& text, const std::string& read, double confidence) {
    PageWord* const spoilt = word(text);
    ASSERT_NE(spoilt, nullptr);
    spoilt->text = read;
    spoilt->confidence = confidence;
  }

  std::optional<Recognizer> recognizer_;
  Recognition page_;
};

TEST_F(LineReader, OtherLettersAreKeptBesideTheFirst) {
  spoil("results", "rcsnlts", 0.4);
  read_lines_again(*recognizer_, page_);
  PageWord* const doubted = word("rcsnlts");
  ASSERT_NE(doubted, nullptr);
  EXPECT_EQ(doubted->second, "results");
  EXPECT_GT(doubted->second_confidence, 0.8);
}

TEST_F(LineReader, OtherMarksAreLeftToTheWordsBeside) {
  spoil("results", "rèsults", 0.6);
  read_lines_again(*recognizer_, page_);
  PageWord* const doubted = word("rèsults");
  ASSERT_NE(doubted, nullptr);
  EXPECT_EQ(doubted->second, "results");
  EXPECT_GT(doubted->second_confidence, 0.8);
}

TEST_F(LineReader, SureWordsAreNotReadAgain) {
  spoil("results", "rcsnlts", 0.95);
  read_lines_again(*recognizer_, page_);
  ASSERT_NE(word("rcsnlts"), nullptr);
  EXPECT_EQ(word("rcsnlts")->second, "");
}

TEST_F(LineReader, AnotherLineInTheStretchIsNotRead) {
  const std::size_t words = page_.words.size();
  spoil("board", "boand", 0.4);
  read_lines_again(*recognizer_, page_);
  ASSERT_NE(word("boand"), nullptr);
  EXPECT_EQ(word("boand")->second, "board");
  EXPECT_EQ(page_.words.size(), words);
}

}  // namespace
}  // namespace trichyeu
