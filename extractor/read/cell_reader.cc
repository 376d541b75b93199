#include "extractor/read/cell_reader.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "extractor/read/page_cleanup.h"
#include "extractor/read/table_grid.h"

namespace trichyeu {
namespace {

constexpr double inside_rules = 2;       // points
constexpr double least_side = 8;         // points
constexpr double sure = 0.9;             // confidence; cells whose words all have it stay
constexpr double least_of_new = 0.6;     // of a reading where there was none
constexpr double least_ink = 3;          // square points of print: a digit's worth
constexpr std::size_t most_cells = 400;  // of a page

struct Cell {
  Box box;                         // on the page's image, between its rules
  std::vector<std::size_t> words;  // indices
};

bool holds(const Box& box, const Box& word) {
  const double x = (word.left + word.right) / 2, y = (word.top + word.bottom) / 2;
  return box.left <= x && x < box.right && box.top <= y && y < box.bottom;
}

std::vector<Cell> cells_of(const Recognition& page, const Grid& grid, const Rulings& rulings) {
  const Rulings to_words = Rulings(rulings).after_turn(page.radians);
  std::vector<Box> places;
  for (const PageWord& word : page.words) places.push_back(to_words.straightened(word.box));
  std::vector<Cell> cells;
  for (const GridCell& from : grid.cells) {
    Cell cell;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (holds(from.box, places[i])) cell.words.push_back(i);
    }
    cell.box = rulings.as_it_lies(from.box);
    cell.box = {cell.box.left + inside_rules, cell.box.top + inside_rules,
                cell.box.right - inside_rules, cell.box.bottom - inside_rules};
    cells.push_back(std::move(cell));
  }
  return cells;
}

double sureness(const std::vector<PageWord>& words) {
  double sum = 0, bytes = 0;
  for (const PageWord& word : words) {
    sum += word.confidence * static_cast<double>(word.text.size());
    bytes += static_cast<double>(word.text.size());
  }
  return bytes > 0 ? sum / bytes : 0;
}

std::size_t letters(const std::vector<PageWord>& words) {
  std::size_t bytes = 0;
  for (const PageWord& word : words) bytes += word.text.size();
  return bytes;
}

// In square points.
double ink_in(const Pix& image, const Box& box, int threshold) {
  const double scale = resolution(image) / 72.0;
  const auto pixel = [&](double value, l_uint32 most) {
    return std::clamp(static_cast<int>(value * scale), 0, static_cast<int>(most));
  };
  double dark = 0;
  for (int y = pixel(box.top, image.h); y < pixel(box.bottom, image.h); ++y) {
    const l_uint32* row = pixGetData(const_cast<Pix*>(&image)) +
                          static_cast<std::ptrdiff_t>(y) * pixGetWpl(const_cast<Pix*>(&image));
    for (int x = pixel(box.left, image.w); x < pixel(box.right, image.w); ++x)
      dark += grey_at(row, x) < static_cast<l_uint32>(threshold) ? 1 : 0;
  }
  return dark / scale / scale;
}

// A second reading wins where there was none, or where it is surer and loses nothing.
bool is_better(const std::vector<PageWord>& second, const std::vector<PageWord>& first) {
  if (first.empty()) return sureness(second) >= least_of_new;
  return sureness(second) > sureness(first) && 10 * letters(second) >= 9 * letters(first);
}

class CellReader {
 public:
  CellReader(Recognizer& recognizer, Recognition& page) : recognizer_(recognizer), page_(page) {
    const PageMeasures measures = measures_of(*page.image);
    threshold_ = static_cast<int>((measures.print + measures.paper_usual) / 2);
    dropped_.resize(page.words.size());
  }

  void read(const Cell& cell) {
    if (cell.box.width() < least_side || cell.box.height() < least_side) return;
    std::vector<PageWord> first;
    for (const std::size_t word : cell.words) first.push_back(page_.words[word]);
    const bool is_sure = std::all_of(first.begin(), first.end(),
                                     [](const PageWord& word) { return word.confidence >= sure; });
    if (first.empty() ? ink_in(*page_.image, cell.box, threshold_) < least_ink : is_sure) return;
    Result<std::vector<PageWord>> second =
        recognizer_.recognize_part(page_, part_of(page_, cell.box));
    if (!second || !is_better(*second, first)) return;
    for (const std::size_t word : cell.words) dropped_[word] = true;
    for (PageWord& word : second.value()) added_.push_back(std::move(word));
  }

  void finish() {
    std::vector<PageWord> words;
    for (std::size_t i = 0; i < page_.words.size(); ++i) {
      if (!dropped_[i]) words.push_back(std::move(page_.words[i]));
    }
    std::move(added_.begin(), added_.end(), std::back_inserter(words));
    page_.words = std::move(words);
  }

 private:
  Recognizer& recognizer_;
  Recognition& page_;
  int threshold_ = 0;
  std::vector<bool> dropped_;  // by word
  std::vector<PageWord> added_;
};

}  // namespace

void read_cells_again(Recognizer& recognizer, Recognition& page, const Rulings& rulings) {
  std::vector<Cell> cells;
  for (const Grid& grid : grids_of(rulings.rules())) {
    std::vector<Cell> more = cells_of(page, grid, rulings);
    const auto filled = std::count_if(more.begin(), more.end(),
                                      [](const Cell& cell) { return !cell.words.empty(); });
    if (filled >= 2) std::move(more.begin(), more.end(), std::back_inserter(cells));
  }
  if (cells.empty() || cells.size() > most_cells) return;
  CellReader reader(recognizer, page);
  for (const Cell& cell : cells) reader.read(cell);
  reader.finish();
}

}  // namespace trichyeu
