// A source text that holds one document, by its structure, for tests.
#pragma once

#include "extractor/structure/structure.h"
#include "tests/support/built_in_grammars.h"

namespace trichyeu::testing {

inline DocumentTree tree_of(const SourceText& source) {
  const NormalText normal = normalize(source);
  return structure(lines_of(source, normal, built_in_grammars()), source, normal,
                   built_in_grammars());
}

}  // namespace trichyeu::testing
