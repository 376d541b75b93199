// Words that a text layer runs together for want of a blank, parted again.
//
//   "kếhoạch"   ->  "kế hoạch"      texts have the two side by side
//   "Cơ quanchủ trì"                each half goes with the word on its side
//   "Êđê", "Đắklắk", "website"      stay: no known words
#pragma once

#include <vector>

#include "extractor/read/page_lines.h"
#include "extractor/read/word_mender.h"

namespace trichyeu {

// A word is parted only where it is no syllable and all of it is words that word_pairs.tsv knows
// side by side, or in two halves of which it knows the first beside the word before, and the second
// beside the word behind or as a common one; the parts share its box by their letters.
[[nodiscard]] std::vector<Mend> part_glued_words(std::vector<PageWord>& words);

}  // namespace trichyeu
