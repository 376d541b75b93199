#include "models/formats/code_points.h"

#include <gtest/gtest.h>

#include <string>

namespace trichyeu {
namespace {

TEST(CodePoints, CountsCharactersNotBytes) {
  const CodePoints points("Số 8");
  EXPECT_EQ(points.before_byte(0), 0U);
  EXPECT_EQ(points.before_byte(1), 1U);
  EXPECT_EQ(points.before_byte(4), 2U);
  EXPECT_EQ(points.before_byte(6), 4U);
}

TEST(CodePoints, IsItsOwnReverseOverSeveralStretches) {
  std::string text;
  for (int index = 0; index < 500; ++index)
    text += index % 3 == 0 ? "ố" : index % 3 == 1 ? "a" : "𝒳";
  const CodePoints points(text);
  std::size_t count = 0;
  for (std::size_t byte = 0; byte < text.size(); ++byte) {
    if ((static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U) continue;
    EXPECT_EQ(points.before_byte(byte), count);
    EXPECT_EQ(points.byte_of(count), byte);
    ++count;
  }
  EXPECT_EQ(count, 500U);
}

TEST(CodePoints, StopsAtTheEnd) {
  const CodePoints points("ố");
  EXPECT_EQ(points.before_byte(99), 1U);
  EXPECT_EQ(points.byte_of(99), 3U);
  EXPECT_EQ(CodePoints("").byte_of(0), 0U);
}

TEST(CodePoints, TakesATextThatEndsWithAStretch) {
  const std::string text(256, 'a');
  const CodePoints points(text);
  EXPECT_EQ(points.before_byte(256), 256U);
  EXPECT_EQ(points.byte_of(256), 256U);
  EXPECT_EQ(points.byte_of(255), 255U);
}

}  // namespace
}  // namespace trichyeu
