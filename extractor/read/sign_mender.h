// Specks that recognition read as signs, in words, between them and at the beginning of a line.
//
//   "của các.thôn"           ->  "của các thôn"         no sentence ends before a small letter
//   "Sở Nông-nghiệp"         ->  "Sở Nông nghiệp"       texts have the two side by side
//   "số. 26-QĐ/TU"           ->  "số 26-QĐ/TU"          a number follows
//   "1, Mục đích"            ->  "1. Mục đích"          an item's number, at the beginning of a
//   line "kinh tế-xã hội"             stays, and so does "các nội dung: chủ trì"
//
// Lists' marks, ellipses, symbols and quotes are left alone.
#pragma once

#include <vector>

#include "extractor/read/page_tables.h"
#include "extractor/read/word_mender.h"

namespace trichyeu {

// Changes, parts and drops words of `page`; in the order in which they stand.
[[nodiscard]] std::vector<Mend> mend_signs(PageText& page);

}  // namespace trichyeu
