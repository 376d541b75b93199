// Words that are none: what recognition makes of specks, of the rule under an issuer's name, of
// scrawl.
//
//   "UBND tỉnh; ị"          ->  "UBND tỉnh;"      the last word is as small as a dot
//   "l0PircmôsetciEr"       ->                    a line of its own, and sure of nothing
//   "tỉnh" (sure by 0.1)    stays: it stands among words of a line
//
// In tables such lines stay: a number alone in its cell may be poorly printed.
#pragma once

#include "extractor/read/page_tables.h"

namespace trichyeu {

void drop_stray_words(PageText& page);

}  // namespace trichyeu
