// Columns of numbers in ruled tables, of which nothing but digits is read: "|" over 2, 3 and 4
// is 1.
#pragma once

#include <vector>

#include "extractor/read/recognizer.h"
#include "extractor/read/table_cells.h"

namespace trichyeu {

// Changes `page`'s words in cells of such columns that were read as something else, or as a number
// that breaks the sequence of the first column.
void read_number_columns(Recognizer& recognizer, Recognition& page, std::vector<TableCell> cells);

}  // namespace trichyeu
