// Letters drawn with Leptonica: stems with dots over them, and dust.
#include "extractor/read/letter_dots.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

namespace trichyeu {
namespace {

constexpr int dpi = 300;

void fill(Pix& page, int left, int top, int across, int down) {
  pixRasterop(&page, left, top, across, down, PIX_SET, nullptr, 0, 0);
}

bool is_dark(const PixPtr& page, int x, int y) {
  l_uint32 level = 0;
  pixGetPixel(page.get(), x, y, &level);
  return level != 0;
}

// `letters` stems, 30 pixels high, each with a dot of 6 over it.
PixPtr print(int letters) {
  PixPtr page(pixCreate(1000, 300, 1));
  pixSetResolution(page.get(), dpi, dpi);
  for (int at = 0; at < letters; ++at) {
    fill(*page, 50 + 40 * at, 100, 8, 30);
    fill(*page, 51 + 40 * at, 90, 6, 6);
  }
  return page;
}

TEST(LetterDots, WhatIsMuchSmallerIsDust) {
  const PixPtr page = print(20);
  fill(*page, 70, 110, 3, 3);   // between two letters
  fill(*page, 112, 150, 4, 4);  // under one
  const PixPtr dust = smaller_than_dots(*page);
  ASSERT_NE(dust, nullptr);
  EXPECT_TRUE(is_dark(dust, 71, 111));
  EXPECT_TRUE(is_dark(dust, 113, 151));
}

TEST(LetterDots, DotsAndLettersAreNone) {
  const PixPtr page = print(20);
  fill(*page, 70, 124, 6, 5);  // a full stop
  const PixPtr dust = smaller_than_dots(*page);
  ASSERT_NE(dust, nullptr);
  EXPECT_FALSE(is_dark(dust, 53, 93));
  EXPECT_FALSE(is_dark(dust, 53, 110));
  EXPECT_FALSE(is_dark(dust, 72, 126));
}

TEST(LetterDots, FewDotsSayNothing) { EXPECT_EQ(smaller_than_dots(*print(4)), nullptr); }

}  // namespace
}  // namespace trichyeu
