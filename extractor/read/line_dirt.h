// Dirt that recognition reads as words. At the beginning of a line a speck far left of the words
// becomes a sign, and the blank between them an underscore; and the marks of a line of capitals,
// cut off from it, become letters of the line before.
//
//   "__- Rà soát"   ->  "- Rà soát"
//   "_ Căn cứ"      ->  "Căn cứ"
//   "_~ Thư ký"     ->  "- Thư ký"      a dash; no document begins a line with the other sign
//   "____ (ghi rõ)"     stays: as wide as a blank to fill in
//   "Khoa: z ` ` 2"     ->  "Khoa:"    the rest stands right over "BÁO CÀO TÌNH HÌNH SỬ"
#pragma once

#include "extractor/read/seen_page.h"

namespace trichyeu {

void drop_dirt(SeenPage& page);

}  // namespace trichyeu
