// How much the words of a page read like Vietnamese: what chooses between a PDF's text layer and
// the recognition of what the page shows.
//
//   "Căn cứ Luật Di sản văn hóa"      1
//   "Can cu Luat Di san van hoa"      0     no marks at all
//   "&ăn Fứ /uұt 'i sҧn văn hyD"      0.2   a font with a wrong table of characters
#pragma once

#include <vector>

#include "extractor/read/page_lines.h"

namespace trichyeu {

struct ReadingScore {
  int words = 0;     // that are written in letters; acronyms and numbers left out
  double share = 0;  // 0..1: of them, those that are spelled as Vietnamese spells
};

// Words without marks count as far as there are as many with them: letters of any language make
// such syllables now and then.
[[nodiscard]] ReadingScore reading_score(const std::vector<PageWord>& words);

// Whether a layer of text is worth a look at the page itself: too few of its words are Vietnamese.
[[nodiscard]] bool reads_badly(const ReadingScore& layer);

// Whether `one` is the better reading of a page: it has the words, and more of them are Vietnamese.
[[nodiscard]] bool is_better(const ReadingScore& one, const ReadingScore& other);

}  // namespace trichyeu
