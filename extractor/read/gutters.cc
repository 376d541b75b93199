// Every gap in a row that is wider than its row's usual blank is a seed, and grows up and down over
// the rows that leave it free.
#include "extractor/read/gutters.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace trichyeu {
namespace {

// In font sizes (em) unless said otherwise.
constexpr double narrowest_gutter = 0.6;
constexpr double gap_over_widest_blank = 1.5;  // times, of a first or last row
constexpr double gap_of_columns = 2;           // wide enough whatever the row's blanks are
constexpr double narrowest_column = 4;         // less is a list's marks or a table's row numbers
constexpr double gap_of_blocks = 12;           // parts what stands at a page's two edges
constexpr double narrowest_block = 2.5;        // there
constexpr double widest_break = 2.5;  // between rows: what the left column does not go over

// The widest part of `strip` that the row leaves free.
Strip free_part(const WordRow& row, const Strip& strip) {
  Strip best{strip.left, strip.left};
  double from = strip.left;
  const auto offer = [&](double to) {
    if (to - from > best.width()) best = {from, to};
  };
  for (const PageWord* word : row.words) {
    offer(std::min(word->reach.left, strip.right));
    from = std::max(from, word->reach.right);
  }
  offer(strip.right);
  return best;
}

// Whether the gap at the strip is more than the row's own blanks: running text, set loosely or read
// with gaps, is not the first or last line of two columns.
bool stands_out(const WordRow& row, const Strip& strip, double em) {
  const double middle = (strip.left + strip.right) / 2;
  double gap = 0, widest_other = 0;
  for (std::size_t i = 1; i < row.words.size(); ++i) {
    const double from = row.words[i - 1]->reach.right, to = row.words[i]->reach.left;
    double& of_its_kind = from <= middle && middle <= to ? gap : widest_other;
    of_its_kind = std::max(of_its_kind, to - from);
  }
  return gap >= gap_of_columns * em || gap >= gap_over_widest_blank * widest_other;
}

bool is_mark(const PageWord& word) {
  static constexpr std::string_view marks[] = {"-", "+", "*", "•", "–", "—", "\uF0B7"};
  return std::find(std::begin(marks), std::end(marks), word.text) != std::end(marks);
}

double width_of(const Words& words) {
  return words.empty() ? 0 : words.back()->reach.right - words.front()->reach.left;
}

void count(Gutter& gutter, const WordRow& row) {
  const Sides sides = parted(row.words, gutter.strip);
  gutter.rows_left += sides.left.empty() ? 0 : 1;
  gutter.rows_right += sides.right.empty() ? 0 : 1;
  gutter.rows_on_both_sides += sides.left.empty() || sides.right.empty() ? 0 : 1;
  gutter.left_width = std::max(gutter.left_width, width_of(sides.left));
  gutter.right_width = std::max(gutter.right_width, width_of(sides.right));
  for (const PageWord* word : sides.left)
    gutter.only_marks_left = gutter.only_marks_left && is_mark(*word);
}

// Whether `row`, which has no left words, begins the right column of the rows below it.
bool begins_right_column(const WordRow& row, const WordRow& below, const Strip& strip, double em) {
  const Words right = parted(row.words, strip).right;
  const Words right_below = parted(below.words, strip).right;
  if (right.empty() || right_below.empty() || below.top - row.bottom >= em) return false;
  return right.front()->reach.left < right_below.back()->reach.right &&
         right_below.front()->reach.left < right.back()->reach.right;
}

bool has_both_sides(const WordRow& row, const Strip& strip) {
  const Sides sides = parted(row.words, strip);
  return !sides.left.empty() && !sides.right.empty();
}

// How far the seed's strip stays free, which ends where a title below begins far left of the right
// column. Above the columns, what stands on one side alone is no part of them, except a right
// column that begins a little higher. Below, all of it is, unless a left line follows after a
// break: that is the text going on.
Gutter grown(const std::vector<WordRow>& rows, std::size_t seed, Strip strip, double em) {
  Gutter gutter{strip, seed, seed};
  const auto take = [&](std::size_t row) {
    const Strip rest = free_part(rows[row], gutter.strip);
    if (rest.width() < narrowest_gutter * em) return false;
    gutter.strip = rest;
    return true;
  };
  const auto broken_above = [&](std::size_t row) {
    return rows[row].top - rows[row - 1].bottom > widest_break * em;
  };
  std::size_t top = seed;
  while (top > 0 && !broken_above(top) && take(top - 1)) --top;
  for (std::size_t row = seed + 1; row < rows.size(); ++row) {
    const bool left = rows[row].words.front()->reach.right < gutter.strip.right;
    const bool centred_below =
        rows[row].words.front()->reach.left > gutter.strip.left &&
        rows[row].words.front()->reach.left < strip.right - gap_of_blocks * em;
    if ((left && broken_above(row)) || centred_below || !take(row)) break;
    gutter.last = row;
  }
  for (gutter.first = top; gutter.first < seed; ++gutter.first) {
    if (has_both_sides(rows[gutter.first], gutter.strip)) break;
    if (begins_right_column(rows[gutter.first], rows[gutter.first + 1], gutter.strip, em)) break;
  }
  const auto runs_through = [&](std::size_t row) {
    return has_both_sides(rows[row], gutter.strip) && !stands_out(rows[row], gutter.strip, em);
  };
  while (gutter.first < gutter.last && runs_through(gutter.first)) ++gutter.first;
  while (gutter.last > gutter.first && runs_through(gutter.last)) --gutter.last;
  for (std::size_t row = gutter.first; row <= gutter.last; ++row) count(gutter, rows[row]);
  return gutter;
}

bool parts_columns(const Gutter& gutter, double em) {
  if (gutter.strip.width() >= gap_of_blocks * em && gutter.rows_left >= 2 &&
      gutter.rows_right >= 1 && gutter.rows_on_both_sides == 1)
    return gutter.left_width >= narrowest_block * em && gutter.right_width >= narrowest_block * em;
  return gutter.rows_left >= 2 && gutter.rows_right >= 2 &&
         gutter.left_width >= narrowest_column * em && gutter.right_width >= narrowest_column * em;
}

bool overlap(const Strip& a, const Strip& b) { return a.left < b.right && b.left < a.right; }

// Whether words stand between the two in more rows than one: a wide blank in a single line, beside
// the other column, makes no third.
bool part_a_column(const Gutter& a, const Gutter& b, const std::vector<WordRow>& rows) {
  const Strip between{std::min(a.strip.right, b.strip.right), std::max(a.strip.left, b.strip.left)};
  const std::size_t first = std::max(a.first, b.first), last = std::min(a.last, b.last);
  int filled = 0;
  for (std::size_t row = first; row <= last; ++row) {
    filled += std::any_of(rows[row].words.begin(), rows[row].words.end(), [&](const auto* word) {
      const double middle = (word->reach.left + word->reach.right) / 2;
      return between.left < middle && middle < between.right;
    });
  }
  return filled >= 2;
}

// Of gutters with nothing between them, which are one that some rows narrow, the longest.
std::vector<Gutter> without_doubles(const std::vector<Gutter>& gutters,
                                    const std::vector<WordRow>& rows) {
  std::vector<Gutter> single;
  for (const Gutter& gutter : gutters) {
    if (single.empty() || part_a_column(single.back(), gutter, rows))
      single.push_back(gutter);
    else if (gutter.rows_on_both_sides > single.back().rows_on_both_sides)
      single.back() = gutter;
  }
  return single;
}

}  // namespace

Sides parted(const Words& words, const Strip& strip) {
  const double middle = (strip.left + strip.right) / 2;
  Sides sides;
  for (const PageWord* word : words) {
    ((word->reach.left + word->reach.right) / 2 < middle ? sides.left : sides.right)
        .push_back(word);
  }
  return sides;
}

std::vector<Gutter> gutters_of(const std::vector<WordRow>& rows, double em) {
  std::vector<Gutter> gutters;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const Words& words = rows[at].words;
    const double least =
        std::max(narrowest_gutter * em, gap_over_usual_blank * usual_blank(rows[at]));
    for (std::size_t i = 1; i < words.size(); ++i) {
      const Strip strip{words[i - 1]->reach.right, words[i]->reach.left};
      if (strip.width() < least) continue;
      const bool known = std::any_of(gutters.begin(), gutters.end(), [&](const Gutter& gutter) {
        return gutter.first <= at && at <= gutter.last && gutter.strip.left >= strip.left &&
               gutter.strip.right <= strip.right;
      });
      if (!known) gutters.push_back(grown(rows, at, strip, em));
    }
  }
  return gutters;
}

std::optional<Gutter> best_of(const std::vector<Gutter>& gutters, double em) {
  std::optional<Gutter> best;
  const auto rank = [](const Gutter& gutter) {
    return std::pair(gutter.rows_on_both_sides, std::min(gutter.rows_left, gutter.rows_right));
  };
  for (const Gutter& gutter : gutters) {
    if (parts_columns(gutter, em) && (!best || rank(gutter) > rank(*best))) best = gutter;
  }
  return best;
}

std::vector<Gutter> table_of(const std::vector<Gutter>& gutters, const Gutter& gutter,
                             const std::vector<WordRow>& rows) {
  std::vector<Gutter> beside;
  for (const Gutter& other : gutters) {
    const std::size_t first = std::max(other.first, gutter.first);
    const std::size_t last = std::min(other.last, gutter.last);
    if (other.rows_on_both_sides >= 2 && !other.only_marks_left && first < last &&
        (overlap(other.strip, gutter.strip) || part_a_column(other, gutter, rows)))
      beside.push_back(other);
  }
  std::sort(beside.begin(), beside.end(),
            [](const Gutter& a, const Gutter& b) { return a.strip.left < b.strip.left; });
  return without_doubles(beside, rows);
}

std::size_t first_row_of(const std::vector<Gutter>& table, const std::vector<WordRow>& rows,
                         const Gutter& gutter) {
  for (std::size_t row = gutter.first; row < gutter.last; ++row) {
    const auto cells = std::count_if(table.begin(), table.end(), [&](const Gutter& other) {
      const Sides sides = parted(rows[row].words, other.strip);
      return other.first <= row && row <= other.last && !sides.left.empty() && !sides.right.empty();
    });
    if (cells >= 2) return row;
  }
  return gutter.first;
}

}  // namespace trichyeu
