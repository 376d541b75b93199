// Rules drawn on pages at 200 dots an inch.
#include "extractor/read/rulings.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <cmath>

#include "extractor/read/table_grid.h"

namespace trichyeu {
namespace {

constexpr int dpi = 200;

PixPtr blank_page() {
  PixPtr page(pixCreate(1654, 2339, 8));
  pixSetAll(page.get());
  pixSetResolution(page.get(), dpi, dpi);
  return page;
}

void rule(Pix& page, int x1, int y1, int x2, int y2) {
  pixRenderLineArb(&page, x1, y1, x2, y2, 3, 0, 0, 0);
}

// Three columns and four rows.
PixPtr table_page() {
  PixPtr page = blank_page();
  for (const int y : {400, 500, 600, 700, 800}) rule(*page, 200, y, 1400, y);
  for (const int x : {200, 400, 900, 1400}) rule(*page, x, 400, x, 800);
  return page;
}

TEST(Rulings, RulesStandWhereTheyAreDrawn) {
  const Rulings rulings = rulings_of(*table_page(), Lie::straight);
  ASSERT_EQ(rulings.rules().size(), 9u);
  const std::vector<Grid> grids = grids_of(rulings.rules());
  ASSERT_EQ(grids.size(), 1u);
  EXPECT_EQ(grids[0].cells.size(), 12u);
  EXPECT_NEAR(grids[0].box.left, 72, 0.5);
  EXPECT_NEAR(grids[0].box.bottom, 288, 0.5);
}

TEST(Rulings, PageWithoutUprightRulesHasNone) {
  const PixPtr page = blank_page();
  for (const int y : {400, 500, 600}) rule(*page, 600, y, 1000, y);
  EXPECT_TRUE(rulings_of(*page, Lie::straight).rules().empty());
}

TEST(Rulings, PageAskewIsStraightened) {
  constexpr double radians = 0.02;
  const PixPtr straight = table_page();
  const PixPtr askew(pixRotate(straight.get(), static_cast<float>(radians), L_ROTATE_AREA_MAP,
                               L_BRING_IN_WHITE, 0, 0));
  pixSetResolution(askew.get(), dpi, dpi);
  const Rulings rulings = rulings_of(*askew, Lie::askew);
  const std::vector<Grid> grids = grids_of(rulings.rules());
  ASSERT_EQ(grids.size(), 1u);
  EXPECT_EQ(grids[0].cells.size(), 12u);

  // The middle of the first cell, turned as the page is, comes back into the cell.
  const double middle_x = 1654 / 2.0 * 0.36, middle_y = 2339 / 2.0 * 0.36;
  const double x = 300 * 0.36 - middle_x, y = 450 * 0.36 - middle_y;
  const double turned_x = middle_x + x * std::cos(radians) - y * std::sin(radians);
  const double turned_y = middle_y + x * std::sin(radians) + y * std::cos(radians);
  const Box word = rulings.straightened({turned_x - 5, turned_y - 5, turned_x + 5, turned_y + 5});
  EXPECT_NEAR((word.left + word.right) / 2, 108, 2);
  EXPECT_NEAR((word.top + word.bottom) / 2, 162, 2);
}

TEST(Rulings, AStrokeThroughLettersIsNone) {
  const PixPtr page = table_page();
  rule(*page, 420, 550, 880, 550);
  for (int x = 425; x < 880; x += 12) rule(*page, x, 550, x, 566);
  EXPECT_EQ(rulings_of(*page, Lie::askew).rules().size(), 9u);
}

// As a fax makes them of thin rules: two levels, one pixel in eight.
PixPtr dotted_page() {
  PixPtr page = blank_page();
  const auto dot = [&](int x, int y) {
    pixSetPixel(page.get(), static_cast<l_uint32>(x), static_cast<l_uint32>(y), 0);
  };
  for (const int y : {400, 500, 600, 700, 800}) {
    for (int x = 200; x <= 1400; x += 8) dot(x, y);
  }
  for (const int x : {200, 400, 900, 1400}) {
    for (int y = 400; y <= 800; y += 8) dot(x, y);
  }
  return page;
}

TEST(Rulings, DotsInARowAreARuleOfAFax) {
  const PixPtr page = dotted_page();
  EXPECT_TRUE(rulings_of(*page, Lie::askew).rules().empty());
  const Rulings rulings = rulings_of(*page, Lie::dotted);
  const std::vector<Grid> grids = grids_of(rulings.rules());
  ASSERT_EQ(grids.size(), 1u);
  EXPECT_EQ(grids[0].cells.size(), 12u);
  EXPECT_TRUE(paint_tables(*page, rulings, 0));
  EXPECT_EQ(grids_of(rulings_of(*page, Lie::askew).rules()).size(), 1u) << "they are drawn through";
}

// Two pixels in eighteen: no two pairs of dots stand near each other.
void faint_rule(Pix& page, int y, int from, int to) {
  for (int x = from; x + 1 <= to; x += 18) rule(page, x, y, x + 1, y);
}

TEST(Rulings, ARuleOfFewDotsIsFoundBetweenOthers) {
  const PixPtr page = dotted_page();
  faint_rule(*page, 650, 200, 1400);
  const std::vector<Grid> grids = grids_of(rulings_of(*page, Lie::dotted).rules());
  ASSERT_EQ(grids.size(), 1u);
  EXPECT_EQ(grids[0].cells.size(), 15u);
}

TEST(Rulings, DotsBelowLettersAreNoRule) {
  const PixPtr page = dotted_page();
  faint_rule(*page, 650, 200, 1400);
  for (int x = 210; x < 1390; x += 12) rule(*page, x, 635, x, 646);
  const std::vector<Grid> grids = grids_of(rulings_of(*page, Lie::dotted).rules());
  ASSERT_EQ(grids.size(), 1u);
  EXPECT_EQ(grids[0].cells.size(), 12u);
}

TEST(Rulings, ALostPartOfARuleIsFoundByItsDots) {
  const PixPtr page = table_page();
  rule(*page, 380, 600, 1000, 600);
  for (int x = 420; x < 880; ++x) {
    for (int y = 595; y <= 605; ++y)
      pixSetPixel(page.get(), x, y, x % 12 < 4 && y == 600 ? 0 : 255);
  }
  const std::vector<Grid> grids = grids_of(rulings_of(*page, Lie::askew).rules());
  ASSERT_EQ(grids.size(), 1u);
  EXPECT_EQ(grids[0].cells.size(), 12u);
}

TEST(Rulings, RulesOfTablesArePaintedOutAndNothingElse) {
  const PixPtr page = table_page();
  rule(*page, 600, 1500, 1000, 1500);
  EXPECT_TRUE(paint_tables(*page, rulings_of(*page, Lie::askew), 255));
  EXPECT_TRUE(rulings_of(*page, Lie::askew).rules().empty());
  l_uint32 level = 0;
  pixGetPixel(page.get(), 800, 1500, &level);
  EXPECT_EQ(level, 0u);
  pixGetPixel(page.get(), 800, 600, &level);
  EXPECT_EQ(level, 255u);
  EXPECT_FALSE(paint_tables(*blank_page(), Rulings{}, 255));
}

}  // namespace
}  // namespace trichyeu
