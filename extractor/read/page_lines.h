// Words with boxes to lines in reading order, for text layers and recognised pages alike.
//
//   UBND TỈNH A         CỘNG HÒA XÃ HỘI …        UBND TỈNH A
//   SỞ Y TẾ             Độc lập - Tự do …        SỞ Y TẾ
//   Số:     /KH-SYT     B, ngày   tháng …   ->   Số: /KH-SYT
//             KẾ HOẠCH                           CỘNG HÒA XÃ HỘI …
//                                                Độc lập - Tự do …
//                                                B, ngày tháng …
//                                                KẾ HOẠCH
//
// A gutter, a strip that stays free over several lines, parts two columns: the left one is read
// before the right one. The blank left for a number or a day is free on one line only and parts
// nothing. Where several gutters stand side by side there is a table: it is read row by row, each
// cell's share of a row a line of its own.
//
// Does not join lines into paragraphs; what ruling lines say is page_tables' matter.
#pragma once

#include <string>
#include <vector>

#include "models/span.h"

namespace trichyeu {

struct PageWord {
  std::string text;      // not empty, without blanks or line ends
  Box box;               // as a reader sees it
  Box reach;             // from ascender to descender, were the page straight: makes the lines
  double font_size = 0;  // points; above 0
  bool bold = false;
  bool italic = false;
  bool joined = false;    // to the word after it: no blank was set between them
  double confidence = 1;  // 0..1
  // Read again alone (second_readings.h); empty where it was not, or is the same.
  std::string second;
  double second_confidence = 0;
};

using PageLine = std::vector<PageWord>;  // from left to right; never empty

[[nodiscard]] std::vector<PageLine> lines_of(const std::vector<PageWord>& words);

// The lines of a cell of a table: no columns in it.
[[nodiscard]] std::vector<PageLine> cell_lines_of(const std::vector<PageWord>& words);

// Whether enough rows have words that stand apart as those of a table's cells do; running text, a
// letterhead and a signature beside its recipients have not.
[[nodiscard]] bool may_hold_table(const std::vector<PageWord>& words);

}  // namespace trichyeu
