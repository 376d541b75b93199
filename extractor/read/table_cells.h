// The cells of a recognised page's ruled tables, and the words in them.
#pragma once

#include <cstddef>
#include <vector>

#include "extractor/read/recognizer.h"
#include "extractor/read/table_grid.h"

namespace trichyeu {

struct TableCell {
  Box box;  // on the page's image, in points, between its rules
  std::size_t table = 0;
  int column = 0;
  std::vector<std::size_t> words;  // indices
};

// Of all tables: of frames with next to nothing in them none. `grids`: what `page`'s rulings make.
[[nodiscard]] std::vector<TableCell> cells_on(const Recognition& page,
                                              const std::vector<Grid>& grids);

// Confidence by letters; 0 of no words.
[[nodiscard]] double sureness(const std::vector<PageWord>& words);

[[nodiscard]] std::size_t bytes_in(const std::vector<PageWord>& words);

// One number and nothing else: "7", "12.".
[[nodiscard]] bool is_number(const std::vector<PageWord>& words);

// Words of cells and what takes their places, once all cells are read.
class CellWords {
 public:
  explicit CellWords(Recognition& page);

  [[nodiscard]] std::vector<PageWord> of(const TableCell& cell) const;

  // Whether there is print in it, a digit's worth at least.
  [[nodiscard]] bool has_print(const TableCell& cell) const;
  // Grey level between print and paper.
  [[nodiscard]] int threshold() const { return threshold_; }
  [[nodiscard]] int paper() const { return paper_; }  // likewise, of the paper

  // Adds to the page's mends.
  void replace(const TableCell& cell, std::vector<PageWord> words);
  // Word by word; left to the words beside (second_readings.h).
  void set_second_readings(const TableCell& cell, const std::vector<PageWord>& second);

  void finish();

 private:
  Recognition& page_;
  int threshold_ = 0, paper_ = 0;
  std::vector<bool> dropped_;  // by word
  std::vector<PageWord> added_;
};

}  // namespace trichyeu
