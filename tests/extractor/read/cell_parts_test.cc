#include "extractor/read/cell_parts.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace trichyeu {
namespace {

PageWord word(const std::string& text, double left, double right) {
  PageWord result;
  result.text = text;
  result.box = result.reach = {left, 0, right, 10};
  return result;
}

// Rows of two columns, 0 to 100 and 100 to 200; in the last the rule between them is lost.
PageText table(const PageLine& last) {
  PageText page;
  Grid& grid = page.grids.emplace_back();
  grid.column_edges = {0, 100, 200};
  for (int row = 0; row < 5; ++row) {
    for (int column = 0; column < 2; ++column) {
      grid.cells.push_back({row, column, 1, 1, {}});
      const double left = 100.0 * column;
      page.lines.push_back({word("ô", left + 5, left + 15)});
      page.places.push_back({0, grid.cells.size() - 1, false});
    }
  }
  grid.cells.push_back({5, 0, 1, 2, {}});
  page.lines.push_back(last);
  page.places.push_back({0, grid.cells.size() - 1, false});
  return page;
}

std::vector<std::string> last_cells(PageText page) {
  part_cells(page);
  std::vector<std::string> texts(page.grids[0].cells.size());
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    for (const PageWord& each : page.lines[i]) texts[page.places[i].cell] += each.text;
  }
  return {texts.begin() + 10, texts.end()};
}

TEST(CellParts, WordsThatLeaveALostRuleFreeArePutIntoTheirCells) {
  const PageText page = table({word("Bộ", 5, 20), word("A", 24, 94), word("Bộ", 104, 120)});
  EXPECT_EQ(last_cells(page), (std::vector<std::string>{"BộA", "Bộ"}));
}

TEST(CellParts, LinesOfEachCellStandTogether) {
  PageText page = table({word("Bộ", 5, 20), word("Sở", 104, 120)});
  page.lines.push_back({word("A", 5, 20), word("B", 104, 120)});
  page.places.push_back(page.places.back());
  EXPECT_EQ(last_cells(page), (std::vector<std::string>{"BộA", "SởB"}));
}

TEST(CellParts, RunningTextIsNotParted) {
  EXPECT_EQ(last_cells(table({word("Nhóm", 5, 99), word("chung", 102, 140)})),
            (std::vector<std::string>{"Nhómchung"}));
  EXPECT_EQ(last_cells(table({word("Nhóm", 5, 110), word("chung", 120, 140)})),
            (std::vector<std::string>{"Nhómchung"}));
}

TEST(CellParts, ARuleThatFewRowsHaveIsNotLost) {
  PageText page = table({word("Bộ", 5, 20), word("Sở", 104, 120)});
  for (std::size_t cell = 0; cell < 10; cell += 2) page.grids[0].cells[cell + 1].column = 0;
  EXPECT_EQ(last_cells(page), (std::vector<std::string>{"BộSở"}));
}

}  // namespace
}  // namespace trichyeu
