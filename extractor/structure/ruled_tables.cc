#include "extractor/structure/ruled_tables.h"

namespace trichyeu {

RuledTable ruled_table_at(std::size_t first, const std::vector<Paragraph>& paragraphs,
                          const std::vector<Line>& lines, const SourceText& source) {
  const auto line_of = [&](std::size_t paragraph) { return paragraphs[paragraph].front(); };
  const auto place_of = [&](std::size_t paragraph) { return lines[line_of(paragraph)].place; };
  const std::size_t table = place_of(first).table;
  RuledTable ruled;
  ruled.end = first;
  while (ruled.end < paragraphs.size() && place_of(ruled.end).table == table) ++ruled.end;

  const std::vector<SourceCell>& cells = source.tables[table].cells;
  const int first_row = cells[place_of(first).cell].row;
  const int last_row = cells[place_of(ruled.end - 1).cell].row;
  std::size_t next = first;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].row < first_row || cells[i].row > last_row) continue;
    const bool new_row = ruled.rows.empty() || ruled.rows.back().front().cell.row != cells[i].row;
    if (new_row) ruled.rows.emplace_back();
    RuledCell& cell = ruled.rows.back().emplace_back(RuledCell{cells[i], {}});
    for (; next < ruled.end && place_of(next).cell == i; ++next)
      cell.lines.push_back(line_of(next));
  }
  return ruled;
}

}  // namespace trichyeu
