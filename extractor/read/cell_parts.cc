#include "extractor/read/cell_parts.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace trichyeu {
namespace {

constexpr std::size_t fewest_rows = 4;  // with the rule
constexpr double rows_with_rule = 0.75;
constexpr double least_gap = 6;      // points between the words beside a lost rule
constexpr double least_padding = 1;  // points between a word and the rule's place

// Whether nearly every row has a cell that begins at `column`.
bool is_ruled_elsewhere(const Grid& grid, int column) {
  std::set<int> rows, ruled;
  for (const GridCell& cell : grid.cells) {
    rows.insert(cell.row);
    if (cell.column == column) ruled.insert(cell.row);
  }
  return ruled.size() >= fewest_rows &&
         static_cast<double>(ruled.size()) >= rows_with_rule * static_cast<double>(rows.size());
}

class CellParter {
 public:
  CellParter(PageText& page, std::size_t grid) : page_(page), grid_(grid) {}

  void part() {
    for (std::size_t cell = 0; cell < cells().size(); ++cell) {
      const GridCell whole = cells()[cell];
      for (int column = whole.column + 1; column < whole.column + whole.column_span; ++column) {
        const double edge = page_.grids[grid_].column_edges[static_cast<std::size_t>(column)];
        if (!is_ruled_elsewhere(page_.grids[grid_], column) || !leaves_free(cell, edge)) continue;
        part_at(cell, column, edge);
        break;  // the new cell behind it is the next to be asked
      }
    }
  }

 private:
  [[nodiscard]] std::vector<GridCell>& cells() { return page_.grids[grid_].cells; }
  [[nodiscard]] bool is_line_of(std::size_t line, std::size_t cell) const {
    return page_.places[line].table == grid_ && page_.places[line].cell == cell;
  }

  [[nodiscard]] bool leaves_free(std::size_t cell, double edge) const {
    bool left = false, right = false, parted = false;
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      if (!is_line_of(i, cell)) continue;
      std::optional<double> before, behind;
      for (const PageWord& word : page_.lines[i]) {
        if (word.reach.right <= edge - least_padding)
          before = std::max(before.value_or(word.reach.right), word.reach.right);
        else if (word.reach.left >= edge + least_padding)
          behind = std::min(behind.value_or(word.reach.left), word.reach.left);
        else
          return false;
      }
      left = left || before.has_value();
      right = right || behind.has_value();
      if (!before || !behind) continue;
      if (*behind - *before < least_gap) return false;
      parted = true;
    }
    return left && right && parted;
  }

  void part_at(std::size_t cell, int column, double edge) {
    GridCell& first = cells()[cell];
    GridCell second = first;
    second.column = column;
    second.column_span = first.column + first.column_span - column;
    second.box.left = first.box.right = edge;
    first.column_span = column - first.column;
    cells().insert(cells().begin() + static_cast<std::ptrdiff_t>(cell) + 1, second);
    part_lines(cell, edge);
  }

  // The words right of the edge stand in lines of their own, behind those left of it.
  void part_lines(std::size_t cell, double edge) {
    std::vector<PageLine> lines, behind;
    std::vector<CellPlace> places;
    const auto finish = [&] {
      for (PageLine& line : behind) {
        lines.push_back(std::move(line));
        places.push_back({grid_, cell + 1, false});
      }
      behind.clear();
    };
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      CellPlace place = page_.places[i];
      if (!is_line_of(i, cell)) {
        finish();
        if (place.table == grid_ && place.cell > cell) ++place.cell;
        lines.push_back(std::move(page_.lines[i]));
        places.push_back(place);
        continue;
      }
      PageLine left, right;
      for (PageWord& word : page_.lines[i])
        (word.reach.left < edge ? left : right).push_back(std::move(word));
      if (!left.empty()) {
        lines.push_back(std::move(left));
        places.push_back(place);
      }
      if (!right.empty()) behind.push_back(std::move(right));
    }
    finish();
    page_.lines = std::move(lines);
    page_.places = std::move(places);
  }

  PageText& page_;
  std::size_t grid_;
};

}  // namespace

void part_cells(PageText& page) {
  for (std::size_t grid = 0; grid < page.grids.size(); ++grid) {
    if (page.grids[grid].ruled) CellParter(page, grid).part();
  }
}

}  // namespace trichyeu
