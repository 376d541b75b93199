// A document's lines in, the document by its structure out: which lines make a paragraph, which
// zone it stands in, under which item of the outline, in which table.
#pragma once

#include <vector>

#include "extractor/grammar/grammar.h"
#include "extractor/structure/lines.h"
#include "models/document_tree.h"
#include "models/source_text.h"
#include "normalizer/normalize.h"

namespace trichyeu {

// `lines` are those of one document (see documents_of), of `normal`, which is `source`'s.
[[nodiscard]] DocumentTree structure(std::vector<Line> lines, const SourceText& source,
                                     const NormalText& normal, const Grammars& grammars);

}  // namespace trichyeu
