// Tables that hold no data: writers and converters set the two columns of a letterhead and of the
// signature as one.
//
//   | UBND TỈNH VĨNH SƠN<br>**SỞ Y TẾ** | **CỘNG HÒA …**<br>**Độc lập …** |
//   | --- | --- |
//   | Số: 5/KH-SYT | *Vĩnh Sơn, ngày 3 tháng 2 năm 2026* |
//
//   | Nơi nhận:<br>- Các phòng;<br>- Lưu: VT. | KT. GIÁM ĐỐC<br>PHÓ GIÁM ĐỐC<br><br>Lê Văn Bình |
//
// In Markdown as above; of a file without pages that has tables of its own as its cells. Such a
// table has two columns of words, and in one of its cells a line that opens a letterhead or
// a list of recipients.
#pragma once

#include <functional>
#include <vector>

#include "extractor/structure/lines.h"

namespace trichyeu {

// Puts the lines of its cells, each told by `classify`, in the place of the rows of every such
// table; they are in no table then. Rules drawn with letters ("___", "---") are no lines.
void lay_out(std::vector<Line>& lines, const SourceText& source, const NormalText& normal,
             const Grammars& grammars, const std::function<void(Line&)>& classify);

}  // namespace trichyeu
