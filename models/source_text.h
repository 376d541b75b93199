// What a reader got out of a file: the words as they stand, page by page, nothing interpreted.
//
//   text    "UBND TỈNH A\nSỞ Y TẾ\nSố: 83/KH-SYT\n…"     every line followed by U+000A
//   lines    [0]          [1]      [2]                    in reading order, columns apart
//   words    of PDFs and scans: each with its box
//
// Valid UTF-8, not yet normalised: any Unicode form, any blank, a converter's markup.
#pragma once

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
  int number = 0;          // from 1
  double width = 0;        // points, after `rotation`
  double height = 0;
  Reading reading = Reading::text;
  double confidence = 1;   // mean of the words', 0..1
  int rotation = 0;        // degrees clockwise by which the page was turned to be read: 0 90 180 270
  ByteSpan bytes;          // of SourceText::text
};

// One printed line, or the part of one that stands in its own column.
struct SourceLine {
  ByteSpan bytes;          // without the final U+000A
  int page = 0;            // 0 for sources without pages
  Box box;                 // all zero for sources without pages
  double font_size = 0;    // points; 0 where unknown
  bool bold = false;       // most of it
  bool italic = false;
};

struct SourceText {
  std::string text;
  std::vector<SourceLine> lines;
  std::vector<SourcePage> pages;   // empty for sources without pages
  std::vector<PlacedWord> words;   // ascending; bytes of `text`; empty for sources without pages
  std::string media_type;          // "application/pdf", "text/plain", "text/markdown", "image/tiff" …
  std::string ocr;                 // "tesseract 5.3.0 vie" where a page was recognised
  std::vector<Diagnostic> diagnostics;

  [[nodiscard]] bool has_pages() const { return !pages.empty(); }
};

}  // namespace trichyeu
