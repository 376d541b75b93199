// Rules that touch belong together. Their places, clustered, are the edges of rows and columns;
// every two slots without a rule between them are one cell, and cells are made rectangles.
#include "extractor/read/table_grid.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace trichyeu {
namespace {

constexpr double touching = 4;         // points between rules that are meant to meet
constexpr double meeting = 1.5;        // points between the end of a rule and the middle of another
constexpr double longest_letter = 30;  // points, of capitals in a title with their marks
constexpr double in_line = 2.5;        // points between the middles of a broken rule's pieces
constexpr double widest_gap = 25;      // points between them
constexpr double same_edge = 6;        // points; closer rules are one, or a double one
constexpr double covered_share = 0.5;  // of a slot's side; scans lose pieces of rules
constexpr double least_height = 9;     // points of upright rules beyond the last rule across

bool touch(const Box& a, const Box& b) {
  return a.left - touching <= b.right && b.left - touching <= a.right &&
         a.top - touching <= b.bottom && b.top - touching <= a.bottom;
}

class Sets {
 public:
  explicit Sets(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[find(a)] = find(b); }

 private:
  std::vector<std::size_t> parent_;
};

double place_of(const Ruling& rule) {
  return rule.vertical ? (rule.box.left + rule.box.right) / 2
                       : (rule.box.top + rule.box.bottom) / 2;
}

bool in_one_line(const Ruling& a, const Ruling& b) {
  return std::fabs(place_of(a) - place_of(b)) <= in_line;
}

bool lies_before(const Ruling& a, const Ruling& b) {
  if (a.vertical != b.vertical) return a.vertical;
  return a.vertical ? a.box.top < b.box.top : a.box.left < b.box.left;
}

double gap_between(const Ruling& before, const Ruling& after) {
  return before.vertical ? after.box.top - before.box.bottom : after.box.left - before.box.right;
}

// Scans break rules: pieces in line with each other, one soon after another, are one rule.
std::vector<Ruling> mended(std::vector<Ruling> rules) {
  std::sort(rules.begin(), rules.end(), lies_before);
  std::vector<Ruling> whole;
  for (const Ruling& rule : rules) {
    const auto before = std::find_if(whole.begin(), whole.end(), [&](const Ruling& other) {
      return other.vertical == rule.vertical && gap_between(other, rule) <= widest_gap &&
             in_one_line(other, rule);
    });
    if (before == whole.end()) {
      whole.push_back(rule);
    } else {
      before->box = before->box.united(rule.box);
    }
  }
  return whole;
}

// Whether `rule` is a table's or in line with one that is; `is_table_rule` tells the former.
template <typename Test>
std::vector<Ruling> with_pieces(const std::vector<Ruling>& rules, const Test& is_table_rule) {
  std::vector<Ruling> sure, kept;
  for (const Ruling& rule : rules) {
    if (is_table_rule(rule)) sure.push_back(rule);
  }
  for (const Ruling& rule : rules) {
    const bool in_table = std::any_of(sure.begin(), sure.end(), [&](const Ruling& other) {
      return rule.vertical == other.vertical && in_one_line(rule, other);
    });
    if (in_table) kept.push_back(rule);
  }
  return kept;
}

// A table's upright rule is longer than any letter, or ends at rules across on both sides.
std::vector<Ruling> without_letters(const std::vector<Ruling>& rules) {
  const auto ends_at_rule = [&](const Ruling& rule, double end) {
    return std::any_of(rules.begin(), rules.end(), [&](const Ruling& other) {
      return !other.vertical && std::fabs(place_of(other) - end) <= meeting &&
             touch(rule.box, other.box);
    });
  };
  return with_pieces(rules, [&](const Ruling& rule) {
    return !rule.vertical || rule.box.height() >= longest_letter ||
           (ends_at_rule(rule, rule.box.top) && ends_at_rule(rule, rule.box.bottom));
  });
}

// A table's rule across runs from one upright rule to another; an underline does not.
std::vector<Ruling> without_underlines(const std::vector<Ruling>& rules) {
  return with_pieces(rules, [&](const Ruling& rule) {
    return rule.vertical || std::count_if(rules.begin(), rules.end(), [&](const Ruling& other) {
                              return other.vertical && touch(rule.box, other.box);
                            }) >= 2;
  });
}

// Groups of rules that hang together: they cross, or are pieces of one rule across.
std::vector<std::vector<Ruling>> groups_of(const std::vector<Ruling>& rules) {
  Sets sets(rules.size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const bool joined = rules[i].vertical != rules[j].vertical
                              ? touch(rules[i].box, rules[j].box)
                              : !rules[i].vertical && in_one_line(rules[i], rules[j]);
      if (joined) sets.join(i, j);
    }
  }
  std::vector<std::vector<Ruling>> groups(rules.size());
  for (std::size_t i = 0; i < rules.size(); ++i) groups[sets.find(i)].push_back(rules[i]);
  return groups;
}

std::vector<double> merged(std::vector<double> places) {
  std::sort(places.begin(), places.end());
  std::vector<double> edges;
  std::size_t in_edge = 0;
  for (const double place : places) {
    if (!edges.empty() && place - edges.back() < same_edge) {
      edges.back() += (place - edges.back()) / static_cast<double>(++in_edge);
    } else {
      edges.push_back(place);
      in_edge = 1;
    }
  }
  return edges;
}

class GridBuilder {
 public:
  explicit GridBuilder(const std::vector<Ruling>& rules) : rules_(rules) {
    columns_ = edges(true);
    rows_ = edges(false);
    if (!columns_.empty() && !rows_.empty()) add_open_ends();
  }

  [[nodiscard]] bool is_table() const { return rows_.size() > 1 && columns_.size() > 2; }

  Grid build() {
    Grid grid;
    grid.column_edges = columns_;
    grid.box = {columns_.front(), rows_.front(), columns_.back(), rows_.back()};
    taken_.assign((rows_.size() - 1) * (columns_.size() - 1), false);
    for (std::size_t row = 0; row + 1 < rows_.size(); ++row) {
      for (std::size_t column = 0; column + 1 < columns_.size(); ++column) {
        if (!taken_[slot(row, column)]) grid.cells.push_back(cell_from(row, column));
      }
    }
    number_rows(grid.cells);
    return grid;
  }

 private:
  [[nodiscard]] std::vector<double> edges(bool vertical) const {
    std::vector<double> places;
    for (const Ruling& rule : rules_) {
      if (rule.vertical == vertical) places.push_back(place_of(rule));
    }
    return merged(std::move(places));
  }

  // Two upright rules tell: a single one may run into a letter of the line above or below.
  void add_open_ends() {
    std::vector<double> tops, bottoms;
    for (const Ruling& rule : rules_) {
      if (!rule.vertical) continue;
      tops.push_back(rule.box.top);
      bottoms.push_back(rule.box.bottom);
    }
    if (tops.size() < 2) return;
    std::nth_element(tops.begin(), tops.begin() + 1, tops.end());
    std::nth_element(bottoms.begin(), bottoms.begin() + 1, bottoms.end(), std::greater<>());
    if (rows_.front() - tops[1] > least_height) rows_.insert(rows_.begin(), tops[1]);
    if (bottoms[1] - rows_.back() > least_height) rows_.push_back(bottoms[1]);
  }

  [[nodiscard]] std::size_t slot(std::size_t row, std::size_t column) const {
    return row * (columns_.size() - 1) + column;
  }

  // Whether rules cover enough of the side from `from` to `to` at `place`.
  [[nodiscard]] bool ruled(bool vertical, double place, double from, double to) const {
    double covered = 0;
    for (const Ruling& rule : rules_) {
      if (rule.vertical != vertical || std::fabs(place_of(rule) - place) >= same_edge) continue;
      const double first = vertical ? rule.box.top : rule.box.left;
      const double last = vertical ? rule.box.bottom : rule.box.right;
      covered += std::max(0.0, std::min(last, to) - std::max(first, from));
    }
    return covered >= covered_share * (to - from);
  }

  [[nodiscard]] bool ruled_right_of(std::size_t row, std::size_t column) const {
    return ruled(true, columns_[column + 1], rows_[row], rows_[row + 1]);
  }
  [[nodiscard]] bool ruled_below(std::size_t row, std::size_t column) const {
    return ruled(false, rows_[row + 1], columns_[column], columns_[column + 1]);
  }

  // The largest rectangle from this slot on whose top row and left column no rule parts.
  GridCell cell_from(std::size_t row, std::size_t column) {
    std::size_t right = column + 1, below = row + 1;
    while (right + 1 < columns_.size() && !taken_[slot(row, right)] &&
           !ruled_right_of(row, right - 1))
      ++right;
    while (below + 1 < rows_.size() && free_of_rules_above(below, column, right)) ++below;
    for (std::size_t r = row; r < below; ++r) {
      for (std::size_t c = column; c < right; ++c) taken_[slot(r, c)] = true;
    }
    GridCell cell;
    cell.row = static_cast<int>(row);
    cell.column = static_cast<int>(column);
    cell.row_span = static_cast<int>(below - row);
    cell.column_span = static_cast<int>(right - column);
    cell.box = {columns_[column], rows_[row], columns_[right], rows_[below]};
    return cell;
  }

  [[nodiscard]] bool free_of_rules_above(std::size_t row, std::size_t from, std::size_t to) const {
    for (std::size_t column = from; column < to; ++column) {
      if (taken_[slot(row, column)] || ruled_below(row - 1, column)) return false;
    }
    return true;
  }

  // A row in which no cell begins is the trace of a broken rule.
  static void number_rows(std::vector<GridCell>& cells) {
    std::vector<int> begins;
    for (const GridCell& cell : cells) {
      if (begins.empty() || begins.back() != cell.row) begins.push_back(cell.row);
    }
    const auto number = [&](int row) {
      return static_cast<int>(std::lower_bound(begins.begin(), begins.end(), row) - begins.begin());
    };
    for (GridCell& cell : cells) {
      const int end = number(cell.row + cell.row_span);
      cell.row = number(cell.row);
      cell.row_span = end - cell.row;
    }
  }

  const std::vector<Ruling>& rules_;
  std::vector<double> columns_, rows_;
  std::vector<bool> taken_;  // slots that a cell holds
};

}  // namespace

std::vector<Grid> grids_of(const std::vector<Ruling>& rules) {
  std::vector<Grid> grids;
  for (const std::vector<Ruling>& group :
       groups_of(without_underlines(without_letters(mended(rules))))) {
    GridBuilder builder(group);
    if (!builder.is_table()) continue;
    Grid grid = builder.build();
    if (grid.cells.size() > 1) grids.push_back(std::move(grid));
  }
  std::sort(grids.begin(), grids.end(),
            [](const Grid& a, const Grid& b) { return a.box.top < b.box.top; });
  return grids;
}

}  // namespace trichyeu
