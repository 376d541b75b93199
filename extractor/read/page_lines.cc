// The best gutter parts the page into what stands above it, left of it, right of it and below it;
// each part is read in the same way.
#include "extractor/read/page_lines.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "extractor/read/gutters.h"
#include "extractor/read/page_rows.h"

namespace trichyeu {
namespace {

// In font sizes (em) unless said otherwise.
constexpr double gap_of_a_blank = 0.2;
constexpr double gap_that_always_parts = 8;  // wider than any blank left for a number
constexpr double least_gap_of_cells = 0.4;
constexpr int rows_of_three_cells = 2;  // or more cells
constexpr int rows_of_two_cells = 7;    // more than a letterhead has, or a short signature
constexpr int deepest_nesting = 8;      // columns in columns

class LineWriter {
 public:
  explicit LineWriter(double em) : em_(em) {}

  void write(const Words& words, int depth) {
    if (words.empty()) return;
    const std::vector<WordRow> rows = rows_of(words, em_);
    const bool plain = depth >= deepest_nesting || words.size() > most_words_for_columns;
    const std::vector<Gutter> gutters = plain ? std::vector<Gutter>{} : gutters_of(rows, em_);
    std::optional<Gutter> gutter = best_of(gutters, em_);
    if (!gutter) {
      for (const WordRow& row : rows) write_row(row, {});
      return;
    }
    const std::vector<Gutter> table = table_of(gutters, *gutter, rows);
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
    for (const WordRow& row : rows_of(words, em_)) write_row(row, {});
  }

  std::vector<PageLine> take() && { return std::move(lines_); }

 private:
  static Words words_of(const std::vector<WordRow>& rows, std::size_t from, std::size_t to) {
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

  void write_row(const WordRow& row, const std::vector<Gutter>& table) {
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

// Pieces of the row between blanks wider than `gap`.
std::size_t pieces_of(const WordRow& row, double gap) {
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
  for (const WordRow& row : rows_of(pointers, em)) {
    const double gap = std::max(least_gap_of_cells * em, gap_over_usual_blank * usual_blank(row));
    const std::size_t pieces = pieces_of(row, gap);
    rows_of_two += pieces == 2 ? 1 : 0;
    rows_of_more += pieces > 2 ? 1 : 0;
  }
  return rows_of_more >= rows_of_three_cells || rows_of_two + rows_of_more >= rows_of_two_cells;
}

}  // namespace trichyeu
