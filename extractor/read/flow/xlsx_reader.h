// XLSX (ECMA-376 18): task tables, as the sheets of a workbook print them.
//
//   values of cells    as their number format prints them: "15/12/2024", "95%"; formulas' results
//   merged cells       one cell                    fonts      as in flow.h, cell by cell
//   several sheets     one after the other         hidden ones, charts, comments    dropped
#pragma once

#include <string_view>

#include "models/result.h"
#include "models/source_text.h"

namespace trichyeu {

// Fails with damaged, encrypted, too_large (archive.h's and xml_part.h's limits, cells, words) or
// empty_input. What the file refers to outside itself is never fetched.
[[nodiscard]] Result<SourceText> read_xlsx(std::string_view bytes);

}  // namespace trichyeu
