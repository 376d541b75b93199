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

}  // namespace
}  // namespace trichyeu
