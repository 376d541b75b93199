// Cells of ruled tables that recognition of the whole page passed over or doubts, read alone: a
// row's number among rules, a line of small print.
#pragma once

#include "extractor/read/recognizer.h"

namespace trichyeu {

// Changes `page`'s words in cells whose second reading is the better one.
void read_cells_again(Recognizer& recognizer, Recognition& page);

}  // namespace trichyeu
