#include "extractor/read/stray_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace trichyeu {
namespace {

using ::testing::ElementsAre;

PageWord word(std::string text, double confidence, double width = 30, double height = 9) {
  PageWord made;
  made.text = std::move(text);
  made.confidence = confidence;
  made.font_size = 12;
  made.box = {100, 100, 100 + width, 100 + height};
  return made;
}

std::vector<std::string> left_of(std::vector<PageLine> lines, std::size_t table = CellPlace::none) {
  PageText page;
  page.lines = std::move(lines);
  page.places.assign(page.lines.size(), {table, 0, false});
  drop_stray_words(page);
  EXPECT_EQ(page.places.size(), page.lines.size());
  std::vector<std::string> texts;
  for (const PageLine& line : page.lines) {
    std::string& text = texts.emplace_back();
    for (const PageWord& left : line) text += (text.empty() ? "" : " ") + left.text;
  }
  return texts;
}

TEST(StrayWords, ALetterAsSmallAsADotIsNone) {
  EXPECT_THAT(left_of({{word("UBND", 0.9), word("tỉnh;", 0.9), word("ị", 0.8, 1, 1)},
                       {word("ề", 0.9, 1, 1)},
                       {word(".", 0.9, 1, 1)}}),
              ElementsAre("UBND tỉnh;", "."));
}

TEST(StrayWords, ALineOfWhichNothingIsSureIsNone) {
  EXPECT_THAT(left_of({{word("BỘ", 0.9)}, {word("l0Pir", 0.0), word("ciEr", 0.1)}, {word("7", 0)}}),
              ElementsAre("BỘ", "7"));
  EXPECT_THAT(left_of({{word("của", 0.9), word("tỉnh", 0.1)}}), ElementsAre("của tỉnh"));
  EXPECT_THAT(left_of({{word("Xã", 0.1)}}, 0), ElementsAre("Xã")) << "in a cell";
}

TEST(StrayWords, AnEmptyPageStaysEmpty) { EXPECT_THAT(left_of({}), ElementsAre()); }

}  // namespace
}  // namespace trichyeu
