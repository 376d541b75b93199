// Normal text in, a document by its structure out: which lines make a paragraph, which zone it
// stands in, under which item of the outline, in which table.
#pragma once

#include "extractor/grammar/grammar.h"
#include "models/document_tree.h"
#include "models/source_text.h"
#include "normalizer/normalize.h"

namespace trichyeu {

[[nodiscard]] DocumentTree structure(const SourceText& source, const NormalText& normal,
                                     const Grammars& grammars);

}  // namespace trichyeu
