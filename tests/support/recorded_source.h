// What a reader once gave, kept as a file: tests of what comes after OCR replay it, so that they
// need neither Tesseract nor its time, and do not change with its version.
//
//   corpus/NAME/NAME.scan.ocr.json   one JSON object, made from NAME.scan.pdf by
//   tools/corpus/record
//     text, media_type, ocr           as in SourceText
//     pages   [number, width, height, reading, confidence, rotation, from_byte, to_byte]
//     lines   [from_byte, to_byte, page, left, top, right, bottom, font_size, bold, italic]
//             and, of a line in a table, table, cell, repeated
//     tables  [[page, row, column, row_span, column_span], …] a table; absent where there is none
//     words   [from_byte, to_byte, page, left, top, right, bottom, confidence]
//     diagnostics  [code, page, [argument, …], from_byte, to_byte]; the bytes only where it has
//     them
//
// Points are rounded to 0.1, confidences to 0.001.
#pragma once

#include <string>
#include <string_view>

#include "models/result.h"
#include "models/source_text.h"

namespace trichyeu::testing {

// One row a line, rows in the order of the source.
[[nodiscard]] std::string recorded_source(const SourceText& source);

// Fails with `damaged` where `json` is not what recorded_source writes.
[[nodiscard]] Result<SourceText> replayed_source(std::string_view json);

}  // namespace trichyeu::testing
