#include "extractor/read/number_columns.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

namespace trichyeu {
namespace {

constexpr double sure = 0.9;          // confidence
constexpr double least_of_new = 0.6;  // confidence

// How a number is laid before the engine: points of room around it, and times that it is enlarged.
struct Layout {
  double room;
  double enlarged;
};
constexpr Layout layouts[] = {{4, 1.25}, {3, 1.5}, {2, 1}, {5, 2}, {9, 1.5}};

constexpr int fewest_numbers = 3;  // of a column of them, which holds other things besides
constexpr std::size_t longest_taken_for_number = 4;  // bytes

// Over the numbers: longer than a number, or an abbreviation.
bool is_heading(const std::vector<PageWord>& words) {
  if (bytes_in(words) > longest_taken_for_number) return true;
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return words.size() == 1 && words.front().text.size() > 1 &&
         std::all_of(words.front().text.begin(), words.front().text.end(), is_capital);
}

// Of the cells of a column that hold something.
struct ColumnCount {
  int filled = 0;
  int numbers = 0;      // one number and nothing else
  int short_cells = 0;  // no longer than what a number may be taken for
};

// Of whose filled cells half and more hold one number each; or all, some of them misread, under a
// heading.
bool holds_numbers(const ColumnCount& column) {
  return (column.numbers >= fewest_numbers && 2 * column.numbers >= column.filled) ||
         (column.numbers > 0 && column.short_cells == column.filled);
}

// By table and column.
std::map<std::pair<std::size_t, int>, ColumnCount> counts_of(const std::vector<TableCell>& cells,
                                                             const CellWords& page) {
  std::map<std::pair<std::size_t, int>, ColumnCount> counts;
  for (const TableCell& cell : cells) {
    if (cell.words.empty()) continue;
    const std::vector<PageWord> words = page.of(cell);
    ColumnCount& column = counts[{cell.table, cell.column}];
    ++column.filled;
    column.numbers += is_number(words) ? 1 : 0;
    column.short_cells += bytes_in(words) <= longest_taken_for_number ? 1 : 0;
  }
  return counts;
}

// 0 where they are none.
int number_of(const std::vector<PageWord>& words) {
  int value = 0;
  if (!is_number(words)) return 0;
  const std::string& text = words.front().text;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

class NumberReader {
 public:
  NumberReader(Recognizer& recognizer, Recognition& page)
      : recognizer_(recognizer), page_(page), words_(page) {}

  void read(const std::vector<TableCell>& cells) {
    auto counts = counts_of(cells, words_);
    int expected = 0;
    std::size_t table = 0;
    for (const TableCell& cell : cells) {
      if (!holds_numbers(counts[{cell.table, cell.column}])) continue;
      if (cell.column != 0 || cell.table != table) expected = 0;
      table = cell.table;
      const std::vector<PageWord> first = words_.of(cell);
      if (is_heading(first) || !words_.has_print(cell)) continue;
      const int number = read_number(cell, first, expected);
      if (number != 0 || expected != 0) expected = (number != 0 ? number : expected) + 1;
    }
    words_.finish();
  }

 private:
  // `expected` follows the number above, 0 where none is expected; what was read as a number stays
  // unless it breaks the sequence and the second reading does not.
  int read_number(const TableCell& cell, const std::vector<PageWord>& first, int expected) {
    const int known = number_of(first);
    const bool fits = expected == 0 || known == expected;
    if (fits && sureness(first) >= sure) return known;
    std::vector<PageWord> second = digits_in(cell.box, expected);
    const int again = number_of(second);
    const bool surer = known == 0 && expected == 0 && sureness(second) >= least_of_new;
    if (again == 0 || (again != expected && again != known && !surer)) return known;
    words_.replace(cell, std::move(second));
    return again;
  }

  // A digit alone is found as it lies in one layout and missed in another, whatever the page.
  [[nodiscard]] std::vector<PageWord> digits_in(const Box& box, int expected) const {
    std::vector<PageWord> found;
    for (const Layout& layout : layouts) {
      PagePart part = enlarged(part_of(page_, print_in(box, layout.room)), layout.enlarged);
      part.digits = true;
      part.one_line = true;
      part.paper = words_.paper();
      Result<std::vector<PageWord>> read = recognizer_.recognize_part(page_, std::move(part));
      if (!read || !is_number(*read)) continue;
      if (found.empty() || number_of(*read) == expected) found = std::move(read).value();
      if (expected == 0 || number_of(found) == expected) break;
    }
    return found;
  }

  // Without what touches the cell's edge, which is left of its rules: alone in a wide blank a
  // digit is not found.
  [[nodiscard]] Box print_in(const Box& box, double around) const {
    const PagePart part = part_of(page_, box);
    const PixPtr dark(part.image ? pixConvertTo1(part.image.get(), words_.threshold()) : nullptr);
    const PixPtr print(dark ? pixRemoveBorderConnComps(dark.get(), 8) : nullptr);
    ::Box* found = nullptr;
    if (!print || pixClipToForeground(print.get(), nullptr, &found) != 0) return box;
    int x = 0, y = 0, width = 0, height = 0;
    boxGetGeometry(found, &x, &y, &width, &height);
    boxDestroy(&found);
    const double scale = resolution(*page_.image) / 72.0;
    const double left = (part.left + x) / scale, top = (part.top + y) / scale;
    return {std::max(box.left, left - around), std::max(box.top, top - around),
            std::min(box.right, left + width / scale + around),
            std::min(box.bottom, top + height / scale + around)};
  }

  Recognizer& recognizer_;
  Recognition& page_;
  CellWords words_;
};

}  // namespace

void read_number_columns(Recognizer& recognizer, Recognition& page, std::vector<TableCell> cells) {
  std::stable_sort(cells.begin(), cells.end(), [](const TableCell& a, const TableCell& b) {
    return std::pair(a.table, a.column) < std::pair(b.table, b.column);
  });
  NumberReader(recognizer, page).read(cells);
}

}  // namespace trichyeu
