// The columns of a printed line: a plain text keeps the two of a letterhead, and of recipients and
// signature, on one line.
//
//   "Nơi nhận:                    TRƯỞNG PHÒNG"
//   "- Lưu: VT.                   Lê Văn Bình"
//   "| Số: 5/KH-SYT | Vĩnh Sơn, ngày 3 tháng 2 năm 2026"
#pragma once

#include <vector>

#include "extractor/grammar/grammar.h"
#include "models/span.h"
#include "normalizer/normalize.h"

namespace trichyeu {

// Where in a document a line stands: above its title, in its text, or among recipients and
// signatures.
enum class PartOfDocument { head, text, foot };

// From left to right, at least one; none where nothing but an edge of cells stands on the line.
// Only a wide gap with a landmark on its right parts columns: a blank number is a gap too. In the
// foot a signature's line is a landmark, and in head and foot every "|" that a portal's table left
// is a column's edge.
[[nodiscard]] std::vector<ByteSpan> columns_of(ByteSpan line, PartOfDocument part,
                                               const NormalText& normal, const Grammars& grammars);

}  // namespace trichyeu
