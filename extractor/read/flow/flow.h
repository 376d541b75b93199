// A word processor's document as it flows: paragraphs and tables, no pages, nothing interpreted.
//
// The readers of DOCX, ODT and HTML give this one shape; write_flow makes a SourceText of it:
//
//   paragraph  number "1. ", runs "Rà soát ", "văn bản"   ->  line "1. Rà soát văn bản"
//   table      cell (0,0) "TT", cell (0,1) "Nội dung"     ->  lines "TT", "Nội dung" in their cells
//   head       "Kế hoạch năm 2025"                        ->  a running head behind all other lines
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/result.h"
#include "models/source_text.h"

namespace trichyeu {

// Letters of one type. Line breaks are U+000A, tabs U+0009, a page break U+000C at a line's start.
struct FlowRun {
  std::string text;       // as the file has it: in a font from before Unicode it is not Unicode
  std::string font_name;  // as the file names it: ".VnTime"; empty where it names none
  double font_size = 0;   // points; 0 where unknown
  bool bold = false;
  bool italic = false;
  bool capitals = false;  // printed in capitals, whatever the letters are
};

struct FlowParagraph {
  std::string number;  // of its list, as printed, with the blank behind it: "1.2. ", "a) ", "- "
  std::vector<FlowRun> runs;
  bool page_break_before = false;
};

struct FlowBlock;

// By the rows and columns of the whole grid, from 0; one that goes over several stands at the
// first.
struct FlowCell {
  int row = 0;
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  std::vector<FlowBlock> blocks;
};

struct FlowTable {
  std::vector<FlowCell> cells;  // row by row, from left to right
};

struct FlowBlock {
  std::variant<FlowParagraph, FlowTable> content;
};

struct Flow {
  std::vector<FlowBlock> blocks;
  std::vector<FlowParagraph> running_heads;  // headers and footers
};

// Where all that a reader holds would be more than this, it stops with too_large.
constexpr std::size_t most_flow_cells = 1'000'000;
[[nodiscard]] Error too_many_cells();
// The same of bytes, where a part of a file may stand for many, and each paragraph or run counts as
// some.
constexpr std::size_t most_flow_bytes = std::size_t{256} << 20;
[[nodiscard]] Error too_many_words();

// An empty paragraph is an empty line. What is in fonts and encodings from before Unicode becomes
// Unicode. A table that only frames a text (of one column, or with a
// cell that holds nearly all words and a table among them) is taken out; a table inside a cell
// gives lines of the cell. Fails with empty_input where there are no words.
[[nodiscard]] Result<SourceText> write_flow(const Flow& flow, std::string_view media_type);

}  // namespace trichyeu
