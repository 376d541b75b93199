#include "extractor/read/cell_reader.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "extractor/read/number_columns.h"
#include "extractor/read/table_cells.h"
#include "extractor/read/table_grid.h"
#include "normalizer/fold.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr double least_side = 8;         // points
constexpr double sure = 0.9;             // confidence; cells whose words all have it stay
constexpr double least_of_new = 0.6;     // of a reading where there was none,
constexpr double most_of_none = 0.4;     // or as good as none
constexpr std::size_t most_cells = 400;  // of a page

// Word by word the same but for marks.
bool have_same_letters(const std::vector<PageWord>& a, const std::vector<PageWord>& b) {
  return std::equal(
      a.begin(), a.end(), b.begin(), b.end(), [](const PageWord& first, const PageWord& second) {
        return fold_marks(lowercase(first.text)) == fold_marks(lowercase(second.text));
      });
}

// A second reading wins where there was none, or where it is surer and loses nothing.
bool is_better(const std::vector<PageWord>& second, const std::vector<PageWord>& first) {
  if (sureness(first) < most_of_none && sureness(second) >= least_of_new) return true;
  if (first.empty()) return false;
  return sureness(second) > sureness(first) && 10 * bytes_in(second) >= 9 * bytes_in(first);
}

void read_cell(Recognizer& recognizer, const Recognition& page, const TableCell& cell,
               CellWords& words) {
  if (cell.box.width() < least_side || cell.box.height() < least_side) return;
  const std::vector<PageWord> first = words.of(cell);
  if (is_number(first)) return;  // which is lost in a high cell, and read with its column
  const bool is_sure = std::all_of(first.begin(), first.end(),
                                   [](const PageWord& word) { return word.confidence >= sure; });
  if (first.empty() ? !words.has_print(cell) : is_sure) return;
  PagePart part = part_of(page, cell.box);
  part.paper = words.paper();
  Result<std::vector<PageWord>> second = recognizer.recognize_part(page, std::move(part));
  if (!second || !is_better(*second, first)) return;
  if (!first.empty() && have_same_letters(first, *second))
    words.set_second_readings(cell, *second);
  else
    words.replace(cell, std::move(second).value());
}

}  // namespace

void read_cells_again(Recognizer& recognizer, Recognition& page) {
  const std::vector<Grid> grids = grids_of(page.rulings.rules());
  const std::vector<TableCell> cells = cells_on(page, grids);
  if (cells.empty() || cells.size() > most_cells) return;
  CellWords words(page);
  for (const TableCell& cell : cells) read_cell(recognizer, page, cell, words);
  words.finish();
  // Only now most numbers are known, and thereby the columns of them.
  read_number_columns(recognizer, page, cells_on(page, grids));
}

}  // namespace trichyeu
