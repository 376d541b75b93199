#include "extractor/read/table_cells.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "extractor/read/page_cleanup.h"

namespace trichyeu {
namespace {

constexpr double inside_rules = 2;  // points
constexpr double least_ink = 3;     // square points of print: a digit's worth

bool holds(const Box& box, const Box& word) {
  const double x = (word.left + word.right) / 2, y = (word.top + word.bottom) / 2;
  return box.left <= x && x < box.right && box.top <= y && y < box.bottom;
}

std::vector<TableCell> cells_of(const Recognition& page, const Grid& grid) {
  const Rulings to_words = Rulings(page.rulings).after_turn(page.radians);
  std::vector<Box> places;
  for (const PageWord& word : page.words) places.push_back(to_words.straightened(word.box));
  std::vector<TableCell> cells;
  for (const GridCell& from : grid.cells) {
    TableCell cell;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (holds(from.box, places[i])) cell.words.push_back(i);
    }
    cell.column = from.column;
    cell.box = page.rulings.as_it_lies(from.box);
    cell.box = {cell.box.left + inside_rules, cell.box.top + inside_rules,
                cell.box.right - inside_rules, cell.box.bottom - inside_rules};
    cells.push_back(std::move(cell));
  }
  return cells;
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

}  // namespace

std::vector<TableCell> cells_on(const Recognition& page, const std::vector<Grid>& grids) {
  std::vector<TableCell> cells;
  for (std::size_t table = 0; table < grids.size(); ++table) {
    std::vector<TableCell> more = cells_of(page, grids[table]);
    for (TableCell& cell : more) cell.table = table;
    const auto filled = std::count_if(more.begin(), more.end(),
                                      [](const TableCell& cell) { return !cell.words.empty(); });
    if (filled >= 2) std::move(more.begin(), more.end(), std::back_inserter(cells));
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

std::size_t bytes_in(const std::vector<PageWord>& words) {
  std::size_t bytes = 0;
  for (const PageWord& word : words) bytes += word.text.size();
  return bytes;
}

bool is_number(const std::vector<PageWord>& words) {
  if (words.size() != 1) return false;
  const std::string& text = words.front().text;
  const std::size_t digits = text.find_first_not_of("0123456789");
  return digits != 0 && (digits == std::string::npos || text.substr(digits) == ".");
}

CellWords::CellWords(Recognition& page) : page_(page) {
  const PageMeasures measures = measures_of(*page.image);
  threshold_ = std::clamp(static_cast<int>((measures.print + measures.paper_usual) / 2), 1, 250);
  paper_ = static_cast<int>(measures.paper_usual);
  dropped_.resize(page.words.size());
}

std::vector<PageWord> CellWords::of(const TableCell& cell) const {
  std::vector<PageWord> words;
  for (const std::size_t word : cell.words) words.push_back(page_.words[word]);
  return words;
}

bool CellWords::has_print(const TableCell& cell) const {
  return ink_in(*page_.image, cell.box, threshold_) >= least_ink;
}

void CellWords::replace(const TableCell& cell, std::vector<PageWord> words) {
  std::string read, meant;
  for (const PageWord& word : of(cell)) read += (read.empty() ? "" : " ") + word.text;
  for (const PageWord& word : words) meant += (meant.empty() ? "" : " ") + word.text;
  if (!read.empty() && read != meant) page_.mends.push_back({read, meant, ""});
  for (const std::size_t word : cell.words) dropped_[word] = true;
  std::move(words.begin(), words.end(), std::back_inserter(added_));
}

void CellWords::set_second_readings(const TableCell& cell, const std::vector<PageWord>& second) {
  for (std::size_t at = 0; at < second.size(); ++at) {
    PageWord& word = page_.words[cell.words[at]];
    if (word.text == second[at].text) continue;
    word.second = second[at].text;
    word.second_confidence = second[at].confidence;
  }
}

void CellWords::finish() {
  std::vector<PageWord> words;
  for (std::size_t i = 0; i < page_.words.size(); ++i) {
    if (!dropped_[i]) words.push_back(std::move(page_.words[i]));
  }
  std::move(added_.begin(), added_.end(), std::back_inserter(words));
  page_.words = std::move(words);
}

}  // namespace trichyeu
