#include "extractor/read/page_tables.h"

#include <algorithm>
#include <string>
#include <utility>

#include "extractor/read/unruled_tables.h"

namespace trichyeu {
namespace {

constexpr double most_beside = 0.2;  // of the words in a grid
constexpr double rule_reach = 3;  // points; what is read this near to a rule may be the rule itself
constexpr std::size_t most_lines_above = 2;  // a page number, a running head

bool inside(const Box& box, double x, double y) {
  return box.left <= x && x < box.right && box.top <= y && y < box.bottom;
}

// Recognition takes a piece of an upright rule for a bar, a bracket or the like.
bool is_read_rule(const PageWord& word, const Box& at, const Grid& grid) {
  if (word.text.find_first_not_of("|[]{}()!_-") != std::string::npos) return false;
  return std::any_of(grid.column_edges.begin(), grid.column_edges.end(), [&](double edge) {
    return at.left - rule_reach <= edge && edge <= at.right + rule_reach;
  });
}

// "|nt", "_|Sở": a rule read together with the word beside it.
std::string without_rule(std::string text) {
  const std::size_t bar = text.find_first_not_of("_-");
  if (bar < text.size() && text[bar] == '|') text.erase(0, bar + 1);
  if (!text.empty() && text.back() == '|') text.pop_back();
  return text;
}

struct SortedWords {
  std::vector<std::vector<PageWord>> outside;             // above each grid, and below the last
  std::vector<std::vector<std::vector<PageWord>>> cells;  // by grid and cell
};

class WordSorter {
 public:
  WordSorter(const std::vector<Grid>& grids, const Rulings& rulings)
      : grids_(grids), rulings_(rulings) {
    sorted_.outside.resize(grids.size() + 1);
    for (const Grid& grid : grids) sorted_.cells.emplace_back(grid.cells.size());
  }

  void add(PageWord word) {
    const Box straight = rulings_.straightened(word.box);
    std::size_t above = 0;
    for (std::size_t i = 0; i < grids_.size(); ++i) {
      const Grid& grid = grids_[i];
      const Box& at = grid.ruled ? straight : word.reach;
      const double x = (at.left + at.right) / 2, y = (at.top + at.bottom) / 2;
      if (inside(grid.box, x, y)) {
        if (!is_read_rule(word, at, grid)) add_to_cell(std::move(word), i, x, y);
        return;
      }
      if (grid.box.bottom <= y) above = i + 1;
    }
    sorted_.outside[above].push_back(std::move(word));
  }

  [[nodiscard]] SortedWords take() && { return std::move(sorted_); }

 private:
  void add_to_cell(PageWord word, std::size_t grid, double x, double y) {
    const std::vector<GridCell>& cells = grids_[grid].cells;
    const auto cell = std::find_if(cells.begin(), cells.end(), [&](const GridCell& candidate) {
      return inside(candidate.box, x, y);
    });
    if (cell == cells.end()) return;
    if (std::string text = without_rule(word.text); !text.empty()) word.text = std::move(text);
    word.joined = false;  // a blank may be all that parts it from a rule
    sorted_.cells[grid][static_cast<std::size_t>(cell - cells.begin())].push_back(std::move(word));
  }

  const std::vector<Grid>& grids_;
  const Rulings& rulings_;
  SortedWords sorted_;
};

SortedWords sorted(const std::vector<PageWord>& words, const std::vector<Grid>& grids,
                   const Rulings& rulings) {
  WordSorter sorter(grids, rulings);
  for (const PageWord& word : words) sorter.add(word);
  return std::move(sorter).take();
}

// Whether a row that began on an earlier page may fill this one: it has words in one cell, which
// is not that of its number, and stands below a running head at most.
bool may_be_rest_of_row(const Grid& grid, const std::vector<std::vector<PageWord>>& cells,
                        const std::vector<PageWord>& above) {
  const bool one_row = grid.cells.back().row == 0;
  return one_row && cells.front().empty() && lines_of(above).size() <= most_lines_above;
}

// Whether many words stand beside it: it is what is left of a table whose other rules are too
// faint, and says nothing of rows and columns.
bool has_lost_rules(const Grid& grid, const std::vector<PageWord>& words, const Rulings& rulings) {
  double beside = 0, within = 0;
  for (const PageWord& word : words) {
    const Box at = rulings.straightened(word.box);
    const double x = (at.left + at.right) / 2, y = (at.top + at.bottom) / 2;
    if (y < grid.box.top || grid.box.bottom <= y) continue;
    ++(inside(grid.box, x, y) ? within : beside);
  }
  return beside > most_beside * within;
}

// Boxes drawn on a page, figures and stamps have words in one cell at most.
void drop_grids_that_are_none(std::vector<Grid>& grids, const std::vector<PageWord>& words,
                              const Rulings& rulings) {
  const SortedWords all = sorted(words, grids, rulings);
  std::vector<Grid> kept;
  for (std::size_t i = 0; i < grids.size(); ++i) {
    const auto filled = std::count_if(all.cells[i].begin(), all.cells[i].end(),
                                      [](const auto& cell) { return !cell.empty(); });
    const bool is_rest =
        i == 0 && filled == 1 && may_be_rest_of_row(grids[i], all.cells[i], all.outside.front());
    const bool holds = filled >= 2 && !has_lost_rules(grids[i], words, rulings);
    if (holds || is_rest) kept.push_back(std::move(grids[i]));
  }
  grids = std::move(kept);
}

// Ruled ones, and those between them that have no rules.
std::vector<Grid> all_grids_of(const std::vector<PageWord>& words, const Rulings& rulings) {
  std::vector<Grid> ruled = grids_of(rulings.rules());
  if (!ruled.empty()) drop_grids_that_are_none(ruled, words, rulings);
  const SortedWords apart = sorted(words, ruled, rulings);
  std::vector<Grid> all;
  for (std::size_t i = 0; i < apart.outside.size(); ++i) {
    for (Grid& grid : unruled_grids_of(apart.outside[i])) all.push_back(std::move(grid));
    if (i < ruled.size()) all.push_back(std::move(ruled[i]));
  }
  return all;
}

void append(PageText& page, std::vector<PageLine> lines, CellPlace place) {
  for (PageLine& line : lines) {
    page.lines.push_back(std::move(line));
    page.places.push_back(place);
  }
}

}  // namespace

PageText page_text(const std::vector<PageWord>& words, const Rulings& rulings) {
  PageText page;
  page.grids = all_grids_of(words, rulings);
  if (page.grids.empty()) {
    append(page, lines_of(words), {});
    return page;
  }
  SortedWords all = sorted(words, page.grids, rulings);
  for (std::size_t i = 0; i < page.grids.size(); ++i) {
    append(page, lines_of(all.outside[i]), {});
    for (std::size_t cell = 0; cell < all.cells[i].size(); ++cell)
      append(page, cell_lines_of(all.cells[i][cell]), {i, cell, false});
  }
  append(page, lines_of(all.outside.back()), {});
  return page;
}

}  // namespace trichyeu
