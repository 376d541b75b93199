#include "tools/evaluate/text_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(TextLines, AreWhatStandsBetweenLineEnds) {
  EXPECT_THAT(lines_of("Một\n\nHai"), ElementsAre("Một", "", "Hai"));
  EXPECT_THAT(lines_of("Một\n"), ElementsAre("Một"));
  EXPECT_THAT(lines_of(""), IsEmpty());
}

TEST(TextLines, FindTheLineThatReadsMostLikeTheWords) {
  const TextLines lines({"II. NHIỆM VỤ", "1. Rà soát danh mục hồ sơ.", "2. Rà soát quy chế."});
  EXPECT_EQ(lines.like("Rà soát quy chế"), 3U);
  EXPECT_EQ(lines.like("rà soát danh mục  hồ sơ"), 2U);
  EXPECT_EQ(lines.like("Rà soát"), 2U) << "the earliest of equals";
  EXPECT_EQ(lines.like("Mua sắm thiết bị"), 0U);
  EXPECT_EQ(lines.like(""), 0U);
}

}  // namespace
}  // namespace trichyeu
