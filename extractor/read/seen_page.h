// A page's words as Tesseract sees them, row by row, in pixels of the straightened image.
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include "extractor/read/page_lines.h"

namespace trichyeu {

struct SeenRow {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;  // baseline
  double above = 0;                       // baseline to ascender
  double below = 0;                       // baseline to descender

  [[nodiscard]] bool stands_on_end() const { return std::fabs(y2 - y1) > std::fabs(x2 - x1); }
  [[nodiscard]] double slope() const {
    return x2 > x1 && !stands_on_end() ? (y2 - y1) / (x2 - x1) : 0;
  }
  [[nodiscard]] double baseline_at(double x) const { return y1 + slope() * (x - x1); }
  [[nodiscard]] double height() const { return above + below; }
};

struct SeenWord {
  PageWord word;  // its text and confidence
  int left = 0, top = 0, right = 0, bottom = 0;
  std::size_t row = 0;
};

struct SeenPage {
  std::vector<SeenRow> rows;
  std::vector<SeenWord> words;  // row by row
  std::size_t words_on_end = 0;

  [[nodiscard]] bool begins_row(std::size_t word) const {
    return word == 0 || words[word - 1].row != words[word].row;
  }
};

}  // namespace trichyeu
