// Lines of a ruled table back to rows of cells: the reader gives them cell by cell.
#pragma once

#include <cstddef>
#include <vector>

#include "extractor/structure/lines.h"
#include "extractor/structure/paragraphs.h"
#include "models/source_text.h"

namespace trichyeu {

// A cell and the lines that stand in it, none where it is empty.
struct RuledCell {
  SourceCell cell;
  std::vector<std::size_t> lines;
};

// Rows from the first to the last with words of an uninterrupted run of a table's lines.
struct RuledTable {
  std::vector<std::vector<RuledCell>> rows;
  std::size_t end = 0;  // first paragraph that is not of the table
};

// `first` is a paragraph in a ruled table: its row is the first. Every line of a cell is a
// paragraph.
[[nodiscard]] RuledTable ruled_table_at(std::size_t first, const std::vector<Paragraph>& paragraphs,
                                        const std::vector<Line>& lines, const SourceText& source);

}  // namespace trichyeu
