// The number and the day that a clerk writes by hand into a letterhead's blanks: what recognition
// makes of them is a guess, and the blank stays one.
//
//   "Số: 2/42 /KH-SYT"              ->  "Số: /KH-SYT"
//   "Vĩnh Sơn, ngày 43 tháng 11"    ->  "Vĩnh Sơn, ngày tháng 11"
//   "Số: 83/KH-SYT"                     stays: it is printed in one with its symbol
//   "Số: 2119 /KH-SYT"                  stays where recognition is sure of it
#pragma once

#include <string>
#include <vector>

#include "extractor/read/page_tables.h"

namespace trichyeu {

// Takes such guesses out of the lines in the upper part of `page`, whose height is in points;
// gives them as they were read.
[[nodiscard]] std::vector<std::string> leave_out_handwriting(PageText& page, double height);

}  // namespace trichyeu
