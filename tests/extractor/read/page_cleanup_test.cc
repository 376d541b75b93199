// Pages drawn with Leptonica: print, paper, ink and dirt of known grey.
#include "extractor/read/page_cleanup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <cmath>
#include <utility>

namespace trichyeu {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr int dpi = 300;
constexpr int width = 1500, height = 1200;

PixPtr paper(int depth, l_uint32 colour = 0xFFFFFF00) {
  PixPtr page(pixCreate(width, height, depth));
  pixSetAllArbitrary(page.get(), depth == 32 ? colour : colour >> 24U);
  pixSetResolution(page.get(), dpi, dpi);
  return page;
}

void fill(Pix& page, int left, int top, int across, int down, l_uint32 value) {
  ::Box* box = boxCreate(left, top, across, down);
  pixSetInRectArbitrary(&page, box, value);
  boxDestroy(&box);
}

// Rows of bars as letters are: 30 pixels high, with a dot of 5 above every fourth.
void print(Pix& page, l_uint32 value) {
  for (int top = 200; top < height - 200; top += 80) {
    for (int left = 150; left < width - 150; left += 25) {
      fill(page, left, top, 12, 30, value);
      if (left % 4 == 0) fill(page, left + 3, top - 9, 5, 5, value);
    }
  }
}

l_uint32 level_at(const CleanPage& clean, int x, int y) {
  l_uint32 level = 0;
  pixGetPixel(clean.image.get(), x, y, &level);
  return level;
}

TEST(PageCleanup, ACleanPageStaysAsItIs) {
  PixPtr page = paper(8);
  print(*page, 20);
  const PixPtr before(pixCopy(nullptr, page.get()));
  const CleanPage clean = cleaned(std::move(page));
  EXPECT_THAT(clean.steps, IsEmpty());
  l_int32 same = 0;
  pixEqual(clean.image.get(), before.get(), &same);
  EXPECT_TRUE(same);
}

TEST(PageCleanup, ACoarsePageIsEnlargedAndKeepsItsSizeInInches) {
  PixPtr page = paper(8);
  print(*page, 20);
  pixSetResolution(page.get(), 100, 100);
  const int width = pixGetWidth(page.get());
  const CleanPage clean = cleaned(std::move(page));
  EXPECT_THAT(clean.steps, Contains("size"));
  EXPECT_EQ(pixGetWidth(clean.image.get()), 2 * width);
  EXPECT_EQ(resolution(*clean.image), 200);
}

TEST(PageCleanup, AStampFadesAndThePrintUnderItStays) {
  PixPtr page = paper(32);
  print(*page, 0x14141400);
  fill(*page, 400, 300, 20, 500, 0xD0202800);  // a red stroke
  fill(*page, 405, 520, 10, 30, 0x14080A00);   // print under it
  const CleanPage clean = cleaned(std::move(page));
  EXPECT_THAT(clean.steps, ElementsAre("colour"));
  EXPECT_EQ(clean.image->d, 8U);
  EXPECT_GT(level_at(clean, 410, 500), 190U);
  EXPECT_LT(level_at(clean, 410, 530), 40U);
}

TEST(PageCleanup, APagePrintedInColourKeepsItsPrint) {
  PixPtr page = paper(32);
  print(*page, 0x14149600);
  const CleanPage clean = cleaned(std::move(page));
  EXPECT_THAT(clean.steps, Not(Contains("colour")));
  EXPECT_LT(level_at(clean, 155, 210), 60U);
}

TEST(PageCleanup, PaperInShadowBecomesEven) {
  PixPtr page = paper(8);
  for (int x = 0; x < width; ++x) {
    const l_uint32 level = static_cast<l_uint32>(230 - 110 * x / width);
    fill(*page, x, 0, 1, height, level);
  }
  print(*page, 40);
  const CleanPage clean = cleaned(std::move(page));
  EXPECT_THAT(clean.steps, Contains("light"));
  EXPECT_TRUE(clean.was_uneven());
  EXPECT_NEAR(level_at(clean, 60, 60), level_at(clean, width - 60, 60), 12);
  EXPECT_LT(level_at(clean, 155, 210) + 80U, level_at(clean, 60, 60));
}

TEST(PageCleanup, WashedOutStrokesAreDarkened) {
  PixPtr page = paper(8);
  print(*page, 120);
  const CleanPage clean = cleaned(std::move(page));
  EXPECT_THAT(clean.steps, Contains("thin"));
  EXPECT_LT(level_at(clean, 155, 210), 90U);
  EXPECT_GT(level_at(clean, 20, 20), 250U);
}

TEST(PageCleanup, SpecksGoAndDotsStay) {
  PixPtr page = paper(8);
  print(*page, 20);
  for (int x = 40; x < width; x += 60) {
    for (int y = 40; y < 160; y += 40) fill(*page, x, y, 3, 3, 60);
  }
  const CleanPage clean = cleaned(std::move(page));
  EXPECT_THAT(clean.steps, ElementsAre("specks"));
  EXPECT_GT(level_at(clean, 41, 41), 240U);
  EXPECT_LT(level_at(clean, 305, 193), 40U) << "a dot above a letter";
}

TEST(PageCleanup, AFewSpecksAreLeft) {
  PixPtr page = paper(8);
  print(*page, 20);
  fill(*page, 60, 60, 3, 3, 60);
  EXPECT_THAT(cleaned(std::move(page)).steps, IsEmpty());
}

TEST(PageCleanup, SlopingLinesAreLaidLevel) {
  PixPtr page = paper(8);
  print(*page, 20);
  const double radians = 2.0 * 3.14159265 / 180;
  PixPtr askew(pixRotate(page.get(), static_cast<float>(radians), L_ROTATE_AREA_MAP,
                         L_BRING_IN_WHITE, 0, 0));
  pixSetResolution(askew.get(), dpi, dpi);
  const StraightPage straight = straightened(std::move(askew));
  EXPECT_NEAR(straight.radians, -radians, 0.003);
  EXPECT_EQ(straight.image->w, static_cast<l_uint32>(width));
  EXPECT_EQ(resolution(*straight.image), dpi);
}

TEST(PageCleanup, LevelLinesAreNotResampled) {
  PixPtr page = paper(8);
  print(*page, 20);
  const Pix* before = page.get();
  const StraightPage straight = straightened(std::move(page));
  EXPECT_EQ(straight.radians, 0);
  EXPECT_EQ(straight.image.get(), before);
}

TEST(PageCleanup, NoPageIsNoImage) { EXPECT_FALSE(cleaned(nullptr).image); }

}  // namespace
}  // namespace trichyeu
