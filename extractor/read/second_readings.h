// Which of a word's two readings holds (PageWord::second): the one that texts have beside its
// neighbours, else the surer one.
#pragma once

#include <vector>

#include "extractor/read/page_tables.h"
#include "extractor/read/word_mender.h"

namespace trichyeu {

// Changes words of `page`; in the order in which they stand.
[[nodiscard]] std::vector<Mend> settle_second_readings(PageText& page);

}  // namespace trichyeu
