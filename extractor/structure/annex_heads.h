// Annexes whose head does not say that it is one, or could not be read: told by where it stands.
//
//           DANH MỤC NHIỆM VỤ             first on its page, in capitals, centred;
//     (Kèm theo Kế hoạch số 83/KH-…)      below it the bracket that names the parent,
//      | STT | Nội dung | Chủ trì |       or a table that counts from 1
//      |  1  | …
//
// Only where the source has pages. Heads that name themselves are landmarks (lines.toml).
#pragma once

#include <cstddef>
#include <vector>

#include "extractor/structure/lines.h"

namespace trichyeu {

// Whether line `at` begins an annex so. The caller asks behind the signature, or inside an annex.
[[nodiscard]] bool begins_annex_page(const std::vector<Line>& lines, std::size_t at,
                                     const NormalText& normal);

}  // namespace trichyeu
