// Tables that go on over a page break become one.
//
//   page 3   │ TT │ Nội dung │ Đơn vị │          │ TT │ Nội dung        │ Đơn vị   │
//            │ 1  │ Rà soát  │ Sở A;  │          │ 1  │ Rà soát quy chế │ Sở A; Sở │
//   page 4   │ TT │ Nội dung │ Đơn vị │    ->    │    │                 │ B        │
//            │    │ quy chế  │ Sở B   │          │ 2  │ Tổng hợp        │ Sở C     │
//            │ 2  │ Tổng hợp │ Sở C   │          and the repeated head, its lines marked so
#pragma once

#include <vector>

#include "extractor/read/table_grid.h"
#include "models/source_text.h"

namespace trichyeu {

// `grids`: one for each of `source.tables`, which hold a page each. A page that repeats another
// (SourcePage::repeats) is passed over: its tables go on from none and into none. A
// grid with words in one cell counts as a table only where it goes on from one. Lines of a row
// that the break parts move behind the cells that they go on from; a page's bytes are then those of
// the lines that stand there, not of all that are printed on it.
void join_continued_tables(SourceText& source, const std::vector<Grid>& grids);

}  // namespace trichyeu
