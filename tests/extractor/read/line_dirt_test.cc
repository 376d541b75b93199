#include "extractor/read/line_dirt.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace trichyeu {
namespace {

// A row 40 pixels high.
SeenPage row_of(std::vector<SeenWord> words) {
  SeenPage page;
  page.rows.push_back({0, 30, 1000, 30, 30, 10});
  page.words = std::move(words);
  return page;
}

SeenWord seen(const char* text, int left, int right, int height, double confidence = 0.4) {
  SeenWord seen;
  seen.word.text = text;
  seen.word.confidence = confidence;
  seen.left = left;
  seen.right = right;
  seen.top = 30 - height;
  seen.bottom = 30;
  return seen;
}

std::string cleaned(SeenPage page) {
  drop_dirt(page);
  std::string text;
  for (const SeenWord& word : page.words) text += (text.empty() ? "" : " ") + word.word.text;
  return text;
}

TEST(LineDirt, ASpeckBeforeTheFirstWordIsNone) {
  EXPECT_EQ(cleaned(row_of({seen("_Ò_", 0, 6, 6), seen("Căn", 80, 140, 30)})), "Căn");
  EXPECT_EQ(cleaned(row_of({seen("-", 0, 6, 6), seen("Rà", 80, 140, 30)})), "Rà");
}

TEST(LineDirt, DashesAndBulletsStay) {
  EXPECT_EQ(cleaned(row_of({seen("-", 0, 9, 4), seen("Rà", 30, 90, 30)})), "- Rà");
  EXPECT_EQ(cleaned(row_of({seen("•", 0, 8, 8, 0.9), seen("Rà", 30, 90, 30)})), "• Rà");
}

TEST(LineDirt, BlanksAreNoUnderscores) {
  EXPECT_EQ(cleaned(row_of({seen("__-", 0, 60, 20), seen("Rà", 80, 140, 30)})), "- Rà");
  EXPECT_EQ(cleaned(row_of({seen("_~", 0, 40, 20), seen("Rà", 80, 140, 30)})), "- Rà");
  EXPECT_EQ(cleaned(row_of({seen("____", 0, 200, 3), seen("(ký)", 230, 300, 30)})), "____ (ký)");
}

TEST(LineDirt, WordsInsideALineStay) {
  EXPECT_EQ(cleaned(row_of({seen("Quý", 0, 60, 30), seen(".", 70, 75, 5), seen("2", 90, 110, 30)})),
            "Quý . 2");
}

// Two rows 40 pixels high, the second one's capitals reaching from 46 to 76.
SeenPage page_with_capitals_below(const char* text, int top, int bottom, double confidence) {
  SeenPage page = row_of({seen("Khoa:", 0, 80, 30), seen(text, 130, 136, 30, confidence)});
  page.words.back().top = top;
  page.words.back().bottom = bottom;
  page.rows.push_back({0, 76, 1000, 76, 30, 10});
  SeenWord below = seen("TÌNH", 100, 180, 30, 0.9);
  below.top = 46;
  below.bottom = 76;
  below.row = 1;
  page.words.push_back(below);
  return page;
}

TEST(LineDirt, MarksOfTheLineBelowAreNoWords) {
  EXPECT_EQ(cleaned(page_with_capitals_below("`", 36, 44, 0.97)), "Khoa: TÌNH");
  EXPECT_EQ(cleaned(page_with_capitals_below("z", 26, 53, 0.4)), "Khoa: TÌNH");
}

TEST(LineDirt, WordsOverTheLineBelowStay) {
  EXPECT_EQ(cleaned(page_with_capitals_below("2.", 10, 40, 0.4)), "Khoa: 2. TÌNH");
  EXPECT_EQ(cleaned(page_with_capitals_below("...", 36, 40, 0.4)), "Khoa: ... TÌNH");
  EXPECT_EQ(cleaned(page_with_capitals_below("`", 4, 12, 0.97)), "Khoa: ` TÌNH");
}

}  // namespace
}  // namespace trichyeu
