// Numbers and dates that recognition parted or read as letters, mended where only one reading makes
// sense.
//
//   "tháng l1 năm 2017"        ->  "tháng 11 năm 2017"     between these words stands a month
//   "22/1 1/2017"              ->  "22/11/2017"            neither part is a date
//   "104/2016NĐ-CP"            ->  "104/2016/NĐ-CP"       a slash stands behind the year
//   "số 81 19/QĐ-SYT"          ->  "số 8119/QĐ-SYT"        a document has one number
//   "quý II-IH/2024"           ->  "quý II-III/2024"       H is two strokes beside others, or in a
//                                                          quarter
//   "403/QĐ-TT … Thủ tướng"    ->  "403/QĐ-TTg"            the symbol of the organ that is named
//   "tháng 43 năm 2017"            stays: no digit of it is doubtful, and it is no month
#pragma once

#include <vector>

#include "extractor/read/page_tables.h"
#include "extractor/read/word_mender.h"

namespace trichyeu {

// Changes words of `page`; in the order in which they stand.
[[nodiscard]] std::vector<Mend> mend_numbers(PageText& page);

}  // namespace trichyeu
