// What a reader got out of a file: the words as they stand, page by page, nothing interpreted.
//
//   text    "UBND TỈNH A\nSỞ Y TẾ\nSố: 83/KH-SYT\n…"     every line followed by U+000A
//   lines    [0]          [1]      [2]                    in reading order, columns apart
//   words    of PDFs and scans: each with its box
//   tables   of PDFs and scans, where ruling lines show them, and of word processors' files: each
//            line in a table names its cell
//
// Valid UTF-8, not yet normalised: any Unicode form, any blank, a converter's markup.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/diagnostic.h"
#include "models/span.h"

namespace trichyeu {

enum class Reading { text, ocr, failed, blank };  // how a page was read
[[nodiscard]] std::string_view name_of(Reading reading);

struct SourcePage {
  int number = 0;    // from 1
  double width = 0;  // points, after `rotation`
  double height = 0;
  Reading reading = Reading::text;
  double confidence = 1;  // mean of the words', 0..1
  int rotation = 0;       // degrees clockwise by which the page was turned to be read: 0 90 180 270
  ByteSpan bytes;         // of SourceText::text
  int repeats = 0;        // the first page with the same words, nearly word by word; 0 for most
  // What its image needed: "size", "colour", "light", "specks", "edges", "rules", "threshold",
  // "skew" (extractor/read/page_cleanup.h).
  std::vector<std::string> cleanup = {};
  double skew = 0;         // degrees clockwise by which it was straightened besides
  std::string label = {};  // what the file calls it: "ii", "PL-3"; empty where that is its number
};

// A cell of a table, by the grid's rows and columns, which count from 0. A cell that goes
// over several of them stands at the first.
struct SourceCell {
  int page = 0;  // 0 for sources without pages
  int row = 0;
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  friend bool operator==(const SourceCell&, const SourceCell&) = default;
};

// A table as its ruling lines or the file's own marks show it. One that runs over several pages is
// one table, without the head rows that its later pages repeat.
struct SourceTable {
  std::vector<SourceCell> cells;  // row by row, from left to right; empty ones too
};

// Where a line stands among SourceText::tables.
struct CellPlace {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t table = none;  // index
  std::size_t cell = none;   // index into the table's cells
  bool repeated = false;     // in a head row that a later page repeats: `cell` is the first print's

  [[nodiscard]] bool in_table() const { return table != none; }
  friend bool operator==(const CellPlace&, const CellPlace&) = default;
};

// One printed line, or the part of one that stands in its own column or cell.
struct SourceLine {
  ByteSpan bytes;        // without the final U+000A
  int page = 0;          // 0 for sources without pages
  Box box;               // all zero for sources without pages
  double font_size = 0;  // points; 0 where unknown
  bool bold = false;     // most of it
  bool italic = false;
  CellPlace place;            // the lines of a cell follow each other, over a page break too
  bool stamp = false;         // drawn over the page by an electronic signature: no part of its text
  bool running_head = false;  // the file itself sets it apart: a header or footer
};

struct SourceText {
  std::string text;
  std::vector<SourceLine> lines;
  std::vector<SourcePage> pages;    // empty for sources without pages
  std::vector<SourceTable> tables;  // in reading order; empty for plain texts
  std::vector<PlacedWord> words;    // ascending; bytes of `text`; empty for sources without pages
  std::string media_type;  // "application/pdf", "text/plain", "text/html", "image/tiff" …
  std::string encoding;    // "TCVN3", "TCVN3 VNI", "UTF-16LE"; empty where all of it was UTF-8
  std::string ocr;         // "tesseract 5.3.0 vie" where a page was recognised
  std::vector<Diagnostic> diagnostics;

  [[nodiscard]] bool has_pages() const { return !pages.empty(); }
};

}  // namespace trichyeu
