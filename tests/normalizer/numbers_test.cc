#include "normalizer/numbers.h"

#include <gtest/gtest.h>

namespace trichyeu {
namespace {

TEST(PlainNumber, IsFiguresAloneWithOrWithoutAFullStop) {
  EXPECT_EQ(plain_number("12"), 12);
  EXPECT_EQ(plain_number("7."), 7);
}

TEST(PlainNumber, AllElseIsNone) {
  for (const char* text : {"", ".", "1.2", "12a", "I", "1 2", "99999999999"})
    EXPECT_EQ(plain_number(text), 0) << text;
}

}  // namespace
}  // namespace trichyeu
