// Tables that no rules draw, told by the numbers in their first column.
//
//   TT   Nội dung            Đơn vị chủ trì       row 0, the head: what stands above the first
//   number 1    Rà soát hồ sơ       Phòng Tư pháp        row 1
//        lưu trữ                                    goes on
//   2    Tập huấn            Văn phòng            row 2
//
// Three columns or more, and the numbers of two rows that follow each other: two columns of text, a
// letterhead or a closing have not. Other tables without rules stay lines (page_lines.h).
#pragma once

#include <vector>

#include "extractor/read/page_lines.h"
#include "extractor/read/table_grid.h"

namespace trichyeu {

// From top to bottom. Cells go over one row and one column each.
[[nodiscard]] std::vector<Grid> unruled_grids_of(const std::vector<PageWord>& words);

}  // namespace trichyeu
