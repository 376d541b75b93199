// Who amends, replaces or repeals what, as one document says it.
//
//   "Kế hoạch này thay thế Kế hoạch số 12/KH-UBND …"      the document replaces 12/KH-UBND
//   "Nghị định số 5/2021/NĐ-CP … sửa đổi, bổ sung Nghị định số 4/2019/NĐ-CP"
//                                                        5/2021 amends 4/2019
//   "Nghị định số 4/2019/NĐ-CP, được thay thế bởi Nghị định số 9/2023/NĐ-CP"
//                                                        9/2023 replaces 4/2019
#pragma once

#include <vector>

#include "extractor/grammar/grammar.h"
#include "models/plan.h"
#include "tools/register/document_rows.h"

namespace trichyeu {

// In reading order. Citations are named by their index. `links` is the grammar "citation-links".
[[nodiscard]] std::vector<RelationRow> relations_in(const Plan& plan, const Grammar& links);

}  // namespace trichyeu
