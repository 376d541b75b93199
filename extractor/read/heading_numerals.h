// Roman numerals where they stand in a page's words: before headings, and alone in a line.
//
//   "HI. TỔ CHỨC"   ->  "III." "TỔ CHỨC"    by the strokes of the print (roman_numeral.h)
//   "khóa XIH)"     ->  "khóa XIII)"
//   "H. Bình Sơn"       stays: an abbreviation
#pragma once

#include <vector>

#include "extractor/read/page_image.h"
#include "extractor/read/seen_page.h"
#include "extractor/read/word_mender.h"

namespace trichyeu {

// `image` is the one that `page` was seen on.
[[nodiscard]] std::vector<Mend> mend_numerals(SeenPage& page, const Pix& image);

}  // namespace trichyeu
