// Abbreviations of office pages that recognition takes for others, told by the word beside them
// (office_words.tsv).
//
//   "- Lưu: VỊ, TH."   ->  "- Lưu: VT, TH."
//   "khóa VI"          stays: it stands beside another word
#pragma once

#include <vector>

#include "extractor/read/page_tables.h"
#include "extractor/read/word_mender.h"

namespace trichyeu {

// Changes words of `page`; in the order in which they stand.
[[nodiscard]] std::vector<Mend> mend_office_words(PageText& page);

}  // namespace trichyeu
