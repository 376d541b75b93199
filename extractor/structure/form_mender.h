// What a form prints in its places, mended where recognition has damaged it: labels, headings of
// columns, numbers of items and rows. Comes before all that tells a document's structure by them.
//
//   "- Đơn vị chử trì; Sở A"         ->  "- Đơn vị chủ trì: Sở A"       label_mender.h
//   "1..Mục đích"                    ->  "1. Mục đích"                  mark_mender.h
//   | TT | Nhiệm vụ | Cơ quạn chủ trì |  ->  "Cơ quan chủ trì"          in the first rows of a
//   table
//   "}", "k", alone in a line            falls: no line of a document reads so
//
// Pages that were not recognised stay as they are.
#pragma once

#include <vector>

#include "extractor/grammar/grammar.h"
#include "models/diagnostic.h"
#include "models/source_text.h"
#include "normalizer/normalize.h"

namespace trichyeu {

// Changes `normal`, its map with it; what was changed, as diagnostics with their pages.
[[nodiscard]] std::vector<Diagnostic> mend_forms(const SourceText& source, NormalText& normal,
                                                 const Grammars& grammars);

}  // namespace trichyeu
