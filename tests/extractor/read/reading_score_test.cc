#include "extractor/read/reading_score.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace trichyeu {
namespace {

ReadingScore score_of(const std::string& text) {
  std::vector<PageWord> page;
  std::istringstream words(text);
  for (PageWord word; words >> word.text;) page.push_back(word);
  return reading_score(page);
}

TEST(ReadingScore, VietnameseIsSpelledAsVietnamese) {
  EXPECT_DOUBLE_EQ(score_of("Căn cứ Luật Di sản văn hóa").share, 1);
  EXPECT_DOUBLE_EQ(score_of("(CĂN CỨ LUẬT DI SẢN VĂN HÓA),").share, 1);
}

TEST(ReadingScore, DecomposedLettersAreTheSameLetters) {
  EXPECT_DOUBLE_EQ(score_of("Luật sản văn hóa").share, 1);
}

TEST(ReadingScore, SyllablesWithoutMarksDoNotMakeALanguage) {
  EXPECT_DOUBLE_EQ(score_of("Can cu Luat Di san van hoa").share, 0);
  EXPECT_LT(score_of("An office can do this in ten days").share, 0.1);
}

TEST(ReadingScore, AWrongTableOfCharactersScoresLittle) {
  EXPECT_LT(score_of("&ăn Fứ /uұt 'i sҧn văn hyD").share, 0.5);
}

TEST(ReadingScore, NumbersAcronymsAndSingleLettersDoNotCount) {
  EXPECT_EQ(score_of("12/KH-UBND UBND GDĐT ý 2027 - QĐ").words, 0);
}

TEST(ReadingScore, FewWordsAreNoEvidence) {
  EXPECT_FALSE(reads_badly(score_of("Xqwk bvzt grfk pldm")));
  std::string many;
  for (int i = 0; i < 10; ++i) many += "Xqwk bvzt grfk pldm ";
  EXPECT_TRUE(reads_badly(score_of(many)));
}

TEST(ReadingScore, ThePartOfAPageIsNoBetterReading) {
  const ReadingScore whole{100, 0.9}, part{20, 1};
  EXPECT_FALSE(is_better(part, whole));
  EXPECT_TRUE(is_better({95, 0.95}, whole));
  EXPECT_FALSE(is_better(whole, whole));
}

}  // namespace
}  // namespace trichyeu
