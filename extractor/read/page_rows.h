// A page's words as rows: what shares a height, whatever stands beside it.
#pragma once

#include <cstddef>
#include <vector>

#include "extractor/read/page_lines.h"

namespace trichyeu {

// Of a page; a fuller one is read row by row, without columns.
inline constexpr std::size_t most_words_for_columns = 5000;
// Times the row's median blank: justified lines are even.
inline constexpr double gap_over_usual_blank = 1.8;

using Words = std::vector<const PageWord*>;

struct WordRow {
  Words words;  // ascending by their left edge
  double top = 0;
  double bottom = 0;
  double middle() const { return (top + bottom) / 2; }
  double height() const { return bottom - top; }
};

[[nodiscard]] Words pointers_to(const std::vector<PageWord>& words);  // which outlive them

// Points; the median, 12 for no words.
[[nodiscard]] double usual_font_size(const Words& words);

// From top to bottom. `em`: the usual font size.
[[nodiscard]] std::vector<WordRow> rows_of(const Words& words, double em);

// Points; 0 where a row has too few words to have a usual blank.
[[nodiscard]] double usual_blank(const WordRow& row);

}  // namespace trichyeu
