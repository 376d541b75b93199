// Cells of a ruled table that a scan ran together where it lost a piece of the rule between them.
//
//   │ 4 │ Bộ A      │ Bộ B, Bộ C  │
//   │ 5 │ Bộ A        Bộ B        │   ->   "Bộ A" and "Bộ B" in cells of their own
//   │ 6 │ Bộ D      │ Bộ B        │
//   │ II. Cấp nước, thoát nước    │        stays: its words run on over the rules' places
//
// Nearly all other rows have the rule; the words of the cell leave the rule's place free, by more
// than words of running text stand apart, on every line.
#pragma once

#include "extractor/read/page_tables.h"

namespace trichyeu {

void part_cells(PageText& page);

}  // namespace trichyeu
