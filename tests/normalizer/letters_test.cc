#include "normalizer/letters.h"

#include <gtest/gtest.h>

namespace trichyeu {
namespace {

TEST(Letters, Case) {
  EXPECT_EQ(lowercase("SỞ Y TẾ ĐẮK LẮK, QĐ-TTg, ƯƠNG Ợ"), "sở y tế đắk lắk, qđ-ttg, ương ợ");
  EXPECT_EQ(capitalized("đơn vị"), "Đơn vị");
  EXPECT_EQ(capitalized("“ủy ban”"), "“Ủy ban”");
}

TEST(Letters, Questions) {
  EXPECT_TRUE(starts_lowercase("“đơn vị"));
  EXPECT_FALSE(starts_lowercase("Đơn vị"));
  EXPECT_FALSE(starts_lowercase("1. đơn vị"));
  EXPECT_TRUE(is_all_capitals("QĐ-UBND"));
  EXPECT_FALSE(is_all_capitals("QĐ-TTg"));
  EXPECT_FALSE(is_all_capitals("A"));
  EXPECT_TRUE(has_letter("12ấ"));
  EXPECT_FALSE(has_letter("12/3 - …"));
  EXPECT_EQ(code_point_count("Kế hoạch"), 8u);
}

}  // namespace
}  // namespace trichyeu
