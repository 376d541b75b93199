#include "extractor/read/continued_tables.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "extractor/read/moved_lines.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr double margin_share = 0.1;        // of the page's height: where page numbers stand
constexpr double same_column_share = 0.02;  // of the table's width
constexpr double same_head_share = 0.7;     // of words; recognition may err in one
constexpr std::size_t most_head_rows = 3;
constexpr std::ptrdiff_t least_filled_cells = 2;  // of a table that goes on from none

using Cells = std::vector<std::size_t>;  // indices into a table's cells

bool has_letter_or_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') ||
           (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != text.npos; }

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  for (std::size_t at = text.find_first_not_of(' '); at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.emplace(text.substr(at, end - at));
    at = std::min(text.find_first_not_of(' ', end), text.size());
  }
  return words;
}

bool nearly_equal(std::string_view a, std::string_view b) {
  const std::set<std::string> words = words_of(a), others = words_of(b);
  const auto common = std::count_if(words.begin(), words.end(), [&](const std::string& word) {
    return others.find(word) != others.end();
  });
  return static_cast<double>(common) >=
         same_head_share * static_cast<double>(std::max(words.size(), others.size()));
}

bool same_columns(const Grid& a, const Grid& b) {
  if (a.column_edges.size() != b.column_edges.size()) return false;
  const auto place = [](const Grid& grid, std::size_t i) {
    return (grid.column_edges[i] - grid.box.left) / grid.box.width();
  };
  for (std::size_t i = 0; i < a.column_edges.size(); ++i) {
    if (std::fabs(place(a, i) - place(b, i)) > same_column_share) return false;
  }
  return true;
}

class TableJoiner {
 public:
  TableJoiner(SourceText& source, const std::vector<Grid>& grids) : source_(source), grids_(grids) {
    for (const SourceTable& table : source.tables) lines_of_cell_.emplace_back(table.cells.size());
    for (const SourceTable& table : source.tables)
      extents_.push_back({source.lines.size(), 0, table.cells.back().page});
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
      positions_.push_back({i, 0});
      const CellPlace& place = source.lines[i].place;
      if (!place.in_table()) continue;
      lines_of_cell_[place.table][place.cell].push_back(i);
      Extent& extent = extents_[place.table];
      extent.first = std::min(extent.first, i);
      extent.last = i;
    }
  }

  void join() {
    std::vector<std::size_t> number(source_.tables.size());
    std::vector<std::size_t> roots;  // tables that go on from no other
    std::size_t root = none;         // of the last table, pages that repeat others passed over
    std::size_t root_number = 0;
    for (std::size_t t = 0; t < source_.tables.size(); ++t) {
      const bool again = repeats_page(source_.tables[t].cells.front().page);
      if (!again && root != none && goes_on(root, t)) {
        append(root, t);
        extents_[root].last = extents_[t].last;
        extents_[root].last_page = extents_[t].last_page;
        number[t] = root_number;
      } else if (filled_cells(t) < least_filled_cells) {
        number[t] = none;
      } else {
        number[t] = roots.size();
        if (!again) {
          root = t;
          root_number = number[t];
        }
        roots.push_back(t);
      }
    }
    std::vector<SourceTable> joined;
    for (const std::size_t i : roots) joined.push_back(std::move(source_.tables[i]));
    for (SourceLine& line : source_.lines) {
      if (!line.place.in_table()) continue;
      if (number[line.place.table] == none)
        line.place = {};
      else
        line.place.table = number[line.place.table];
    }
    source_.tables = std::move(joined);
    if (moved_ > 0) move_lines(source_, positions_);
  }

 private:
  using Lines = std::vector<std::size_t>;
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  struct Extent {
    std::size_t first = 0;
    std::size_t last = 0;
    int last_page = 0;
  };

  std::ptrdiff_t filled_cells(std::size_t table) const {
    const std::vector<Lines>& cells = lines_of_cell_[table];
    return std::count_if(cells.begin(), cells.end(),
                         [](const Lines& lines) { return !lines.empty(); });
  }

  // Nothing but what stands in the margins comes between.
  bool goes_on(std::size_t root, std::size_t next) const {
    const int page = source_.tables[next].cells.front().page;
    if (page != page_after(extents_[root].last_page) || !same_columns(grids_[root], grids_[next]))
      return false;
    for (std::size_t i = extents_[root].last + 1; i < extents_[next].first; ++i) {
      const SourceLine& line = source_.lines[i];
      if (!line.stamp && !repeats_page(line.page) && !stands_in_margin(line)) return false;
    }
    return true;
  }

  bool repeats_page(int page) const {
    return source_.pages[static_cast<std::size_t>(page) - 1].repeats > 0;
  }

  int page_after(int page) const {
    const int last = static_cast<int>(source_.pages.size());
    do {
      ++page;
    } while (page <= last && repeats_page(page));
    return page;
  }

  bool stands_in_margin(const SourceLine& line) const {
    const double height = source_.pages[static_cast<std::size_t>(line.page) - 1].height;
    return line.box.bottom < margin_share * height || line.box.top > (1 - margin_share) * height;
  }

  bool was_recognised(int page) const {
    return source_.pages[static_cast<std::size_t>(page) - 1].reading == Reading::ocr;
  }

  std::string text_of(std::size_t table, std::size_t cell) const {
    std::string text;
    for (const std::size_t line : lines_of_cell_[table][cell]) {
      if (!text.empty()) text += ' ';
      text += source_.lines[line].bytes.of(source_.text);
    }
    return text;
  }

  Cells row_of(std::size_t table, int row) const {
    const std::vector<SourceCell>& all = source_.tables[table].cells;
    const auto first = std::partition_point(all.begin(), all.end(),
                                            [&](const SourceCell& cell) { return cell.row < row; });
    Cells cells;
    for (auto cell = first; cell != all.end() && cell->row == row; ++cell)
      cells.push_back(static_cast<std::size_t>(cell - all.begin()));
    return cells;
  }

  bool repeats(std::size_t root, std::size_t next, int row) const {
    const Cells head = row_of(root, row), again = row_of(next, row);
    if (head.empty() || head.size() != again.size()) return false;
    std::string text, text_again;
    for (std::size_t i = 0; i < head.size(); ++i) {
      const SourceCell& a = source_.tables[root].cells[head[i]];
      const SourceCell& b = source_.tables[next].cells[again[i]];
      if (a.column != b.column || a.row_span != b.row_span) return false;
      text += text_of(root, head[i]) + ' ';
      text_again += text_of(next, again[i]) + ' ';
    }
    return has_letter_or_digit(text) && nearly_equal(text, text_again);
  }

  // Whether the cells of `again` go on from those of `last`: the first column, which numbers the
  // rows, is empty, and nothing stands below an empty cell. Recognition loses numbers: there a
  // sentence must go on as well.
  bool unfinished(std::size_t root, const Cells& last, std::size_t next, const Cells& again) const {
    if (last.empty() || last.size() != again.size()) return false;
    if (!text_of(next, again.front()).empty() || !has_digit(text_of(root, last.front())))
      return false;
    bool sentence = !was_recognised(source_.tables[next].cells[again.front()].page);
    for (std::size_t i = 0; i < last.size(); ++i) {
      if (source_.tables[root].cells[last[i]].column != source_.tables[next].cells[again[i]].column)
        return false;
      const std::string above = text_of(root, last[i]), below = text_of(next, again[i]);
      if (above.empty() && !below.empty()) return false;
      sentence = sentence || starts_lowercase(below) || (!above.empty() && above.back() == ',');
    }
    return sentence;
  }

  void append(std::size_t root, std::size_t next) {
    int from = 0;
    while (from < static_cast<int>(most_head_rows) && repeats(root, next, from)) {
      const Cells head = row_of(root, from), again = row_of(next, from);
      for (std::size_t i = 0; i < head.size(); ++i) repeat(root, head[i], next, again[i]);
      ++from;
    }
    const int rows = source_.tables[root].cells.back().row + 1;
    const Cells last = row_of(root, rows - 1), again = row_of(next, from);
    if (unfinished(root, last, next, again)) {
      for (std::size_t i = 0; i < last.size(); ++i) go_on(root, last[i], next, again[i]);
      ++from;
    }
    for (std::size_t i = 0; i < source_.tables[next].cells.size(); ++i) {
      SourceCell cell = source_.tables[next].cells[i];
      if (cell.row < from) continue;
      cell.row += rows - from;
      const std::size_t index = source_.tables[root].cells.size();
      source_.tables[root].cells.push_back(cell);
      lines_of_cell_[root].push_back(lines_of_cell_[next][i]);
      for (const std::size_t line : lines_of_cell_[next][i])
        source_.lines[line].place = {root, index, false};
    }
  }

  void repeat(std::size_t root, std::size_t cell, std::size_t next, std::size_t again) {
    for (const std::size_t line : lines_of_cell_[next][again])
      source_.lines[line].place = {root, cell, true};
  }

  void go_on(std::size_t root, std::size_t cell, std::size_t next, std::size_t again) {
    Lines& lines = lines_of_cell_[root][cell];
    for (const std::size_t line : lines_of_cell_[next][again]) {
      source_.lines[line].place = {root, cell, false};
      positions_[line] = {positions_[lines.back()].after, ++moved_};
      lines.push_back(line);
    }
  }

  SourceText& source_;
  const std::vector<Grid>& grids_;
  std::vector<std::vector<Lines>> lines_of_cell_;  // by table and cell
  std::vector<Extent> extents_;                    // lines of each table, as read
  std::vector<LinePosition> positions_;            // by line
  std::size_t moved_ = 0;
};

}  // namespace

void join_continued_tables(SourceText& source, const std::vector<Grid>& grids) {
  if (source.tables.size() > 1) TableJoiner(source, grids).join();
}

}  // namespace trichyeu
