#include "extractor/read/cell_reader.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "extractor/read/page_cleanup.h"
#include "extractor/read/table_grid.h"

namespace trichyeu {
namespace {

constexpr double inside_rules = 2;    // points
constexpr double least_side = 8;      // points
constexpr double sure = 0.9;          // confidence; cells whose words all have it stay
constexpr double least_of_new = 0.6;  // of a reading where there was none
constexpr double least_ink = 3;       // square points of print: a digit's worth
constexpr double around_number = 2;   // points
constexpr int fewest_numbers = 3;     // of a column of them
constexpr std::size_t longest_taken_for_number = 4;  // bytes
constexpr std::size_t most_cells = 400;              // of a page

struct Cell {
  Box box;  // on the page's image, between its rules
  int column = 0;
  bool in_number_column = false;   // its column holds rows' numbers, though this cell may not
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
    cell.column = from.column;
    cell.box = rulings.as_it_lies(from.box);
    cell.box = {cell.box.left + inside_rules, cell.box.top + inside_rules,
                cell.box.right - inside_rules, cell.box.bottom - inside_rules};
    cells.push_back(std::move(cell));
  }
  return cells;
}

std::vector<PageWord> words_of(const Cell& cell, const Recognition& page) {
  std::vector<PageWord> words;
  for (const std::size_t word : cell.words) words.push_back(page.words[word]);
  return words;
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

bool is_number(const std::vector<PageWord>& words) {
  if (words.size() != 1) return false;
  const std::string& text = words.front().text;
  const std::size_t digits = text.find_first_not_of("0123456789");
  return digits != 0 && (digits == std::string::npos || text.substr(digits) == ".");
}

// Columns of whose filled cells half and more hold one number each.
void mark_number_columns(std::vector<Cell>& cells, const Recognition& page) {
  std::map<int, std::pair<int, int>> filled_and_numbers;
  for (const Cell& cell : cells) {
    if (cell.words.empty()) continue;
    auto& [filled, numbers] = filled_and_numbers[cell.column];
    ++filled;
    numbers += is_number(words_of(cell, page)) ? 1 : 0;
  }
  for (Cell& cell : cells) {
    const auto [filled, numbers] = filled_and_numbers[cell.column];
    cell.in_number_column = numbers >= fewest_numbers && 2 * numbers >= filled;
  }
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
    const std::vector<PageWord> first = words_of(cell, page_);
    const bool is_sure = std::all_of(first.begin(), first.end(),
                                     [](const PageWord& word) { return word.confidence >= sure; });
    if (first.empty() ? ink_in(*page_.image, cell.box, threshold_) < least_ink : is_sure) return;
    Result<std::vector<PageWord>> second =
        recognizer_.recognize_part(page_, part_of(page_, cell.box));
    if (!second || !is_better(*second, first)) return;
    replace(cell, std::move(second).value());
  }

  // A heading over the numbers is longer than a number, and sure.
  void read_number(const Cell& cell) {
    const std::vector<PageWord> first = words_of(cell, page_);
    if (is_number(first) || letters(first) > longest_taken_for_number || sureness(first) >= sure ||
        ink_in(*page_.image, cell.box, threshold_) < least_ink)
      return;
    PagePart part = part_of(page_, print_in(cell.box));
    part.digits = true;
    Result<std::vector<PageWord>> number = recognizer_.recognize_part(page_, std::move(part));
    if (number && is_number(*number) && sureness(*number) >= least_of_new)
      replace(cell, std::move(number).value());
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
  // Without what touches the cell's edge, which is left of its rules: alone in a wide blank a
  // digit is not found.
  [[nodiscard]] Box print_in(const Box& box) const {
    const PagePart part = part_of(page_, box);
    const PixPtr dark(part.image ? pixConvertTo1(part.image.get(), std::clamp(threshold_, 1, 250))
                                 : nullptr);
    const PixPtr print(dark ? pixRemoveBorderConnComps(dark.get(), 8) : nullptr);
    ::Box* found = nullptr;
    if (!print || pixClipToForeground(print.get(), nullptr, &found) != 0) return box;
    int x = 0, y = 0, width = 0, height = 0;
    boxGetGeometry(found, &x, &y, &width, &height);
    boxDestroy(&found);
    const double scale = resolution(*page_.image) / 72.0;
    const double left = (part.left + x) / scale, top = (part.top + y) / scale;
    return {left - around_number, top - around_number, left + width / scale + around_number,
            top + height / scale + around_number};
  }

  void replace(const Cell& cell, std::vector<PageWord> words) {
    std::string read, meant;
    for (const PageWord& word : words_of(cell, page_))
      read += (read.empty() ? "" : " ") + word.text;
    for (const PageWord& word : words) meant += (meant.empty() ? "" : " ") + word.text;
    if (!read.empty() && read != meant) page_.mends.push_back({read, meant, ""});
    for (const std::size_t word : cell.words) dropped_[word] = true;
    for (PageWord& word : words) added_.push_back(std::move(word));
  }

  Recognizer& recognizer_;
  Recognition& page_;
  int threshold_ = 0;
  std::vector<bool> dropped_;  // by word
  std::vector<PageWord> added_;
};

// Of all tables: of frames with next to nothing in them none.
std::vector<Cell> cells_on(const Recognition& page, const std::vector<Grid>& grids,
                           const Rulings& rulings) {
  std::vector<Cell> cells;
  for (const Grid& grid : grids) {
    std::vector<Cell> more = cells_of(page, grid, rulings);
    const auto filled = std::count_if(more.begin(), more.end(),
                                      [](const Cell& cell) { return !cell.words.empty(); });
    mark_number_columns(more, page);
    if (filled >= 2) std::move(more.begin(), more.end(), std::back_inserter(cells));
  }
  return cells;
}

}  // namespace

void read_cells_again(Recognizer& recognizer, Recognition& page, const Rulings& rulings) {
  const std::vector<Grid> grids = grids_of(rulings.rules());
  const std::vector<Cell> cells = cells_on(page, grids, rulings);
  if (cells.empty() || cells.size() > most_cells) return;
  CellReader reader(recognizer, page);
  for (const Cell& cell : cells) reader.read(cell);
  reader.finish();
  // Only now most numbers are known, and thereby the columns of them.
  CellReader numbers(recognizer, page);
  for (const Cell& cell : cells_on(page, grids, rulings)) {
    if (cell.in_number_column) numbers.read_number(cell);
  }
  numbers.finish();
}

}  // namespace trichyeu
