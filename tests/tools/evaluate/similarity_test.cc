#include "tools/evaluate/similarity.h"

#include <gtest/gtest.h>

namespace trichyeu {
namespace {

TEST(Folded, LeavesWordsOfLettersAndDigits) {
  EXPECT_EQ(folded("  Sở Y tế,\ttỉnh “A”. "), "sở y tế tỉnh a");
  EXPECT_EQ(folded("12/KH-UBND"), "12 kh ubnd");
  EXPECT_EQ(folded("Ðề án"), folded("Đề án"));
  EXPECT_EQ(folded("K\u0065\u0302\u0301"), "kế");
  EXPECT_EQ(folded(" - "), "");
}

TEST(SameButForCase, KnowsVietnameseLetters) {
  EXPECT_TRUE(same_but_for_case("83/QĐ-TTg", "83/qđ-ttG"));
  EXPECT_FALSE(same_but_for_case("83/QD-TTg", "83/QĐ-TTg"));
}

TEST(TokenF1, CountsCommonWords) {
  EXPECT_DOUBLE_EQ(token_f1("Sở Y tế", "sở y tế."), 1);
  EXPECT_DOUBLE_EQ(token_f1("Sở Y tế", "Sở Y tế tỉnh"), 6.0 / 7);
  EXPECT_DOUBLE_EQ(token_f1("xã xã", "xã"), 2.0 / 3);
  EXPECT_DOUBLE_EQ(token_f1("", "xã"), 0);
  EXPECT_DOUBLE_EQ(token_f1("", "-"), 1);
}

TEST(Paired, TakesTheMostSimilarThenTheNearest) {
  const double table[2][3] = {{0.8, 0.9, 0.2}, {0.9, 0.9, 0.2}};
  const auto similarity = [&](std::size_t i, std::size_t j) { return table[i][j]; };
  EXPECT_EQ(paired(2, 3, similarity, 0.5), (Pairs{{1, 1}, {0, 0}}));
  EXPECT_EQ(paired(2, 3, similarity, 0.95), Pairs{});
  EXPECT_EQ(paired(0, 3, similarity, 0), Pairs{});
}

}  // namespace
}  // namespace trichyeu
