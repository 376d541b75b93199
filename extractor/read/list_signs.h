// Signs at the beginning of lines that recognition took for others of a list.
//
//   "+ Sản phẩm: …"   ->  "- Sản phẩm: …"     where what was printed is as flat as a dash, or where
//                                             recognition was not sure and it is as wide as the
//                                             page's dashes are, not as its plus signs
#pragma once

#include <vector>

#include "extractor/read/page_tables.h"
#include "extractor/read/word_mender.h"

namespace trichyeu {

// Changes words of `page`; in the order in which they stand.
[[nodiscard]] std::vector<Mend> mend_list_signs(PageText& page);

}  // namespace trichyeu
