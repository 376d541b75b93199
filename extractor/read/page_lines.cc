// Rows first: runs of words that follow each other closely, then runs that share a height. Then
// gutters: every gap in a row that is wider than its row's usual blank is a seed, and grows up and
// down over the rows that leave it free. The best gutter parts the page into what stands above it,
// left of it, right of it and below it; each part is read in the same way.
#include "extractor/read/page_lines.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

namespace trichyeu {
namespace {

// In font sizes (em) unless said otherwise.
constexpr double gap_in_run = 1;
constexpr double share_of_one_row = 0.5;  // of the lower one's height
constexpr double sizes_in_one_row = 2.2;  // times
constexpr std::size_t rows_looked_back = 4;
constexpr double gap_of_a_blank = 0.2;
constexpr double narrowest_gutter = 0.6;
constexpr double gap_over_usual_blank =
    1.8;  // times the row's median blank: justified lines are even
constexpr double gap_over_widest_blank = 1.5;  // times, of a first or last row
constexpr double gap_of_columns = 2;           // wide enough whatever the row's blanks are
constexpr double narrowest_column = 4;         // less is a list's marks or a table's row numbers
constexpr double gap_that_always_parts = 8;    // wider than any blank left for a number
constexpr double widest_break = 2.5;  // between rows: what the left column does not go over
constexpr double least_gap_of_cells = 0.4;
constexpr int rows_of_three_cells = 2;  // or more cells
constexpr int rows_of_two_cells = 7;    // more than a letterhead has, or a short signature
constexpr int deepest_nesting = 8;      // columns in columns
constexpr std::size_t most_words_for_columns = 5000;  // of a page; a fuller one is read row by row

using Words = std::vector<const PageWord*>;

struct Row {
  Words words;  // ascending by their left edge
  double top = 0;
  double bottom = 0;
  double middle() const { return (top + bottom) / 2; }
  double height() const { return bottom - top; }
};

struct Strip {
  double left = 0;
  double right = 0;
  double width() const { return right - left; }
};

// A free strip over rows [first, last].
struct Gutter {
  Strip strip;
  std::size_t first = 0;
  std::size_t last = 0;
  int rows_on_both_sides = 0;
  int rows_left = 0;
  int rows_right = 0;
  double left_width = 0;  // of the widest row's share
  double right_width = 0;
  bool only_marks_left = true;
};

double median(std::vector<double> values, double otherwise) {
  if (values.empty()) return otherwise;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

double usual_font_size(const Words& words) {
  std::vector<double> sizes;
  for (const PageWord* word : words) sizes.push_back(word->font_size);
  return median(std::move(sizes), 12);
}

// Of the lower one's height, how much both have in common.
double common_share(double top, double bottom, double other_top, double other_bottom) {
  const double lower = std::min(bottom - top, other_bottom - other_top);
  return lower <= 0 ? 0 : (std::min(bottom, other_bottom) - std::max(top, other_top)) / lower;
}

// Dirt and stamps are recognised as words of any height; they join no line of print.
bool of_one_size(double height, double other) {
  return std::max(height, other) <= sizes_in_one_row * std::min(height, other);
}

double left_of(const PageWord* word) { return word->reach.left; }

// Words that follow each other closely: what surely stands in one line, whatever stands beside it.
std::vector<Row> runs_of(Words words, double em) {
  std::stable_sort(words.begin(), words.end(),
                   [](const PageWord* a, const PageWord* b) { return left_of(a) < left_of(b); });
  const bool apart = words.size() > most_words_for_columns;
  std::vector<Row> runs;
  for (const PageWord* word : words) {
    Row* best = nullptr;
    double best_share = share_of_one_row;
    for (Row& run : runs) {
      if (apart) break;
      const Box& last = run.words.back()->reach;
      const double gap = word->reach.left - last.right;
      if (gap > gap_in_run * em || gap < -gap_in_run * em ||
          !of_one_size(last.height(), word->reach.height()))
        continue;
      const double share = common_share(last.top, last.bottom, word->reach.top, word->reach.bottom);
      if (share >= best_share) best = &run, best_share = share;
    }
    if (best == nullptr) best = &runs.emplace_back();
    best->words.push_back(word);
  }
  for (Row& run : runs) {
    for (const PageWord* word : run.words)
      run.top += word->reach.top, run.bottom += word->reach.bottom;
    run.top /= static_cast<double>(run.words.size());
    run.bottom /= static_cast<double>(run.words.size());
  }
  return runs;
}

// The first run of a row sets its height, so that a chain of runs cannot slide to the next row.
std::vector<Row> rows_of(const Words& words, double em) {
  std::vector<Row> runs = runs_of(words, em);
  std::stable_sort(runs.begin(), runs.end(),
                   [](const Row& a, const Row& b) { return a.middle() < b.middle(); });
  std::vector<Row> rows;
  for (Row& run : runs) {
    Row* best = nullptr;
    double best_share = share_of_one_row;
    for (std::size_t back = 1; back <= std::min(rows_looked_back, rows.size()); ++back) {
      Row& row = rows[rows.size() - back];
      const double share = common_share(row.top, row.bottom, run.top, run.bottom);
      if (share >= best_share && of_one_size(row.height(), run.height()))
        best = &row, best_share = share;
    }
    if (best == nullptr) {
      rows.push_back(std::move(run));
    } else {
      best->words.insert(best->words.end(), run.words.begin(), run.words.end());
    }
  }
  for (Row& row : rows) {
    std::stable_sort(row.words.begin(), row.words.end(),
                     [](const PageWord* a, const PageWord* b) { return left_of(a) < left_of(b); });
  }
  return rows;
}

double usual_blank(const Row& row) {
  std::vector<double> blanks;
  for (std::size_t i = 1; i < row.words.size(); ++i) {
    const double blank = row.words[i]->reach.left - row.words[i - 1]->reach.right;
    if (blank > 0) blanks.push_back(blank);
  }
  // Between two words alone there is no usual blank to compare with.
  return blanks.size() < 3 ? 0 : median(std::move(blanks), 0);
}

// The widest part of `strip` that the row leaves free.
Strip free_part(const Row& row, const Strip& strip) {
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
bool stands_out(const Row& row, const Strip& strip, double em) {
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

struct Sides {
  Words left, right;
};
Sides parted(const Words& words, const Strip& strip) {
  const double middle = (strip.left + strip.right) / 2;
  Sides sides;
  for (const PageWord* word : words) {
    ((word->reach.left + word->reach.right) / 2 < middle ? sides.left : sides.right)
        .push_back(word);
  }
  return sides;
}

double width_of(const Words& words) {
  return words.empty() ? 0 : words.back()->reach.right - words.front()->reach.left;
}

void count(Gutter& gutter, const Row& row) {
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
bool begins_right_column(const Row& row, const Row& below, const Strip& strip, double em) {
  const Words right = parted(row.words, strip).right;
  const Words right_below = parted(below.words, strip).right;
  if (right.empty() || right_below.empty() || below.top - row.bottom >= em) return false;
  return right.front()->reach.left < right_below.back()->reach.right &&
         right_below.front()->reach.left < right.back()->reach.right;
}

bool has_both_sides(const Row& row, const Strip& strip) {
  const Sides sides = parted(row.words, strip);
  return !sides.left.empty() && !sides.right.empty();
}

// How far the seed's strip stays free. Above the columns, what stands on one side alone is no part
// of them, except a right column that begins a little higher. Below, all of it is, unless a left
// line follows after a break: that is the text going on.
Gutter grown(const std::vector<Row>& rows, std::size_t seed, Strip strip, double em) {
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
    if ((left && broken_above(row)) || !take(row)) break;
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

std::vector<Gutter> gutters_of(const std::vector<Row>& rows, double em) {
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

bool parts_columns(const Gutter& gutter, double em) {
  return gutter.rows_left >= 2 && gutter.rows_right >= 2 &&
         gutter.left_width >= narrowest_column * em && gutter.right_width >= narrowest_column * em;
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

// The gutters that run beside `gutter` for at least two rows, itself among them, from left to
// right.
std::vector<Gutter> table_of(const std::vector<Gutter>& gutters, const Gutter& gutter) {
  std::vector<Gutter> beside;
  for (const Gutter& other : gutters) {
    const std::size_t first = std::max(other.first, gutter.first);
    const std::size_t last = std::min(other.last, gutter.last);
    if (other.rows_on_both_sides >= 2 && !other.only_marks_left && first < last)
      beside.push_back(other);
  }
  std::sort(beside.begin(), beside.end(),
            [](const Gutter& a, const Gutter& b) { return a.strip.left < b.strip.left; });
  return beside;
}

// A line above the table with a blank for a number stands beside one gutter only.
std::size_t first_row_of(const std::vector<Gutter>& table, const std::vector<Row>& rows,
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

class LineWriter {
 public:
  explicit LineWriter(double em) : em_(em) {}

  void write(const Words& words, int depth) {
    if (words.empty()) return;
    const std::vector<Row> rows = rows_of(words, em_);
    const bool plain = depth >= deepest_nesting || words.size() > most_words_for_columns;
    const std::vector<Gutter> gutters = plain ? std::vector<Gutter>{} : gutters_of(rows, em_);
    std::optional<Gutter> gutter = best_of(gutters, em_);
    if (!gutter) {
      for (const Row& row : rows) write_row(row, {});
      return;
    }
    const std::vector<Gutter> table = table_of(gutters, *gutter);
    if (table.size() > 1) gutter->first = first_row_of(table, rows, *gutter);
    write(words_of(rows, 0, gutter->first), depth + 1);
    if (table.size() > 1) {
      for (std::size_t row = gutter->first; row <= gutter->last; ++row) write_row(rows[row], table);
    } else {
      const Sides sides = parted(words_of(rows, gutter->first, gutter->last + 1), gutter->strip);
      write(sides.left, depth + 1);
      write(sides.right, depth + 1);
    }
    write(words_of(rows, gutter->last + 1, rows.size()), depth + 1);
  }

  void write_rows(const Words& words) {
    for (const Row& row : rows_of(words, em_)) write_row(row, {});
  }

  std::vector<PageLine> take() && { return std::move(lines_); }

 private:
  static Words words_of(const std::vector<Row>& rows, std::size_t from, std::size_t to) {
    Words words;
    for (std::size_t row = from; row < to; ++row) {
      words.insert(words.end(), rows[row].words.begin(), rows[row].words.end());
    }
    return words;
  }

  bool parted_at(const PageWord& left, const PageWord& right,
                 const std::vector<Gutter>& table) const {
    const Strip gap{left.reach.right, right.reach.left};
    if (gap.width() > gap_that_always_parts * em_) return true;
    return std::any_of(table.begin(), table.end(), [&](const Gutter& gutter) {
      const double middle = (gutter.strip.left + gutter.strip.right) / 2;
      return gap.left <= middle && middle <= gap.right;
    });
  }

  void write_row(const Row& row, const std::vector<Gutter>& table) {
    const PageWord* before = nullptr;
    for (const PageWord* word : row.words) {
      if (before == nullptr || parted_at(*before, *word, table)) {
        lines_.emplace_back();
      } else if (word->reach.left - before->reach.right > gap_of_a_blank * before->font_size) {
        lines_.back().back().joined = false;
      }
      lines_.back().push_back(*word);
      before = word;
    }
  }

  double em_;
  std::vector<PageLine> lines_;
};

Words pointers_to(const std::vector<PageWord>& words) {
  Words pointers;
  for (const PageWord& word : words) pointers.push_back(&word);
  return pointers;
}

// Pieces of the row between blanks wider than `gap`.
std::size_t pieces_of(const Row& row, double gap) {
  std::size_t pieces = 1;
  for (std::size_t i = 1; i < row.words.size(); ++i)
    pieces += row.words[i]->reach.left - row.words[i - 1]->reach.right > gap ? 1U : 0U;
  return pieces;
}

}  // namespace

std::vector<PageLine> lines_of(const std::vector<PageWord>& words) {
  const Words pointers = pointers_to(words);
  LineWriter writer(usual_font_size(pointers));
  writer.write(pointers, 0);
  return std::move(writer).take();
}

std::vector<PageLine> cell_lines_of(const std::vector<PageWord>& words) {
  const Words pointers = pointers_to(words);
  LineWriter writer(usual_font_size(pointers));
  writer.write_rows(pointers);
  return std::move(writer).take();
}

bool may_hold_table(const std::vector<PageWord>& words) {
  const Words pointers = pointers_to(words);
  const double em = usual_font_size(pointers);
  int rows_of_two = 0, rows_of_more = 0;
  for (const Row& row : rows_of(pointers, em)) {
    const double gap = std::max(least_gap_of_cells * em, gap_over_usual_blank * usual_blank(row));
    const std::size_t pieces = pieces_of(row, gap);
    rows_of_two += pieces == 2 ? 1 : 0;
    rows_of_more += pieces > 2 ? 1 : 0;
  }
  return rows_of_more >= rows_of_three_cells || rows_of_two + rows_of_more >= rows_of_two_cells;
}

}  // namespace trichyeu
