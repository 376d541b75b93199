// Grids of hand-made rules: columns 100 points wide, rows 20 points high, from (50, 100) on.
#include "extractor/read/table_grid.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

double x_of(double column) { return 50 + 100 * column; }
double y_of(double row) { return 100 + 20 * row; }

Ruling across(double row, double from_column, double to_column) {
  return {false, {x_of(from_column), y_of(row) - 0.5, x_of(to_column), y_of(row) + 0.5}};
}
Ruling upright(double column, double from_row, double to_row) {
  return {true, {x_of(column) - 0.5, y_of(from_row), x_of(column) + 0.5, y_of(to_row)}};
}

// "row,column" of each cell, with its spans where it has any.
std::vector<std::string> cells_of(const Grid& grid) {
  std::vector<std::string> cells;
  for (const GridCell& cell : grid.cells) {
    std::string text = std::to_string(cell.row) + "," + std::to_string(cell.column);
    if (cell.row_span > 1 || cell.column_span > 1)
      text += " " + std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span);
    cells.push_back(text);
  }
  return cells;
}

const std::vector<Ruling> two_by_two = {across(0, 0, 2),  across(1, 0, 2),  across(2, 0, 2),
                                        upright(0, 0, 2), upright(1, 0, 2), upright(2, 0, 2)};

TEST(TableGrid, RulesThatCrossMakeCells) {
  const std::vector<Grid> grids = grids_of(two_by_two);
  ASSERT_EQ(grids.size(), 1u);
  EXPECT_EQ(grids[0].columns(), 2);
  EXPECT_THAT(cells_of(grids[0]), ElementsAre("0,0", "0,1", "1,0", "1,1"));
  EXPECT_EQ(grids[0].cells[3].box, (Box{150, 120, 250, 140}));
}

TEST(TableGrid, MissingUprightMakesACellOverColumns) {
  std::vector<Ruling> rules = two_by_two;
  rules[4] = upright(1, 0, 1);
  EXPECT_THAT(cells_of(grids_of(rules).at(0)), ElementsAre("0,0", "0,1", "1,0 1x2"));
}

TEST(TableGrid, MissingRuleAcrossMakesACellOverRows) {
  std::vector<Ruling> rules = two_by_two;
  rules[1] = across(1, 1, 2);
  rules.push_back(upright(1, 0, 2));
  EXPECT_THAT(cells_of(grids_of(rules).at(0)), ElementsAre("0,0 2x1", "0,1", "1,1"));
}

TEST(TableGrid, PiecesOfABrokenRuleAreOne) {
  std::vector<Ruling> rules = two_by_two;
  rules[1] = across(1, 0, 0.7);
  rules.push_back(across(1.05, 0.85, 1.2));
  rules.push_back(across(1.05, 1.4, 1.9));
  EXPECT_THAT(cells_of(grids_of(rules).at(0)), ElementsAre("0,0", "0,1", "1,0", "1,1"));
}

TEST(TableGrid, UnderlineInACellPartsNothing) {
  std::vector<Ruling> rules = two_by_two;
  rules.push_back(across(0.6, 0.02, 0.5));
  EXPECT_THAT(cells_of(grids_of(rules).at(0)), ElementsAre("0,0", "0,1", "1,0", "1,1"));
}

TEST(TableGrid, TallLetterInACellPartsNothing) {
  std::vector<Ruling> rules = two_by_two;
  rules.push_back(upright(0.5, 0.12, 0.88));
  EXPECT_THAT(cells_of(grids_of(rules).at(0)), ElementsAre("0,0", "0,1", "1,0", "1,1"));
}

TEST(TableGrid, OpenFootEndsWhereTheUprightRulesDo) {
  std::vector<Ruling> rules = two_by_two;
  rules.erase(rules.begin() + 2);
  const std::vector<Grid> grids = grids_of(rules);
  ASSERT_EQ(grids.size(), 1u);
  EXPECT_EQ(grids[0].box.bottom, y_of(2));
  EXPECT_EQ(grids[0].cells.size(), 4u);
}

TEST(TableGrid, ASingleUprightBeyondTheLastRuleMakesNoRow) {
  std::vector<Ruling> rules = two_by_two;
  rules.back() = upright(2, -0.8, 2);
  const std::vector<Grid> grids = grids_of(rules);
  ASSERT_EQ(grids.size(), 1u);
  EXPECT_THAT(cells_of(grids[0]), ElementsAre("0,0", "0,1", "1,0", "1,1"));
}

TEST(TableGrid, FramesAndLoneRulesAreNoGrid) {
  EXPECT_THAT(grids_of({across(0, 0, 1), across(1, 0, 1), across(2, 0, 1), upright(0, 0, 2),
                        upright(1, 0, 2)}),
              IsEmpty());
  EXPECT_THAT(grids_of({across(0, 0, 1), across(3, 0, 1), across(6, 0, 1)}), IsEmpty());
  EXPECT_THAT(grids_of({}), IsEmpty());
}

TEST(TableGrid, TablesApartAreGridsFromTopToBottom) {
  std::vector<Ruling> rules;
  for (Ruling rule : two_by_two) {
    rule.box.top += 300;
    rule.box.bottom += 300;
    rules.push_back(rule);
  }
  rules.insert(rules.end(), two_by_two.begin(), two_by_two.end());
  const std::vector<Grid> grids = grids_of(rules);
  ASSERT_EQ(grids.size(), 2u);
  EXPECT_LT(grids[0].box.bottom, grids[1].box.top);
}

}  // namespace
}  // namespace trichyeu
