// The whole run: a document's bytes in, its plans out. No global state, nothing read from the
// environment, no file opened but the OCR's language data; same bytes and options, same plans.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/grammar/grammar.h"
#include "extractor/read/read.h"
#include "models/plan.h"
#include "models/result.h"
#include "normalizer/normalize.h"

namespace trichyeu {

// Every stage's product, kept for --dump and explain.
struct Conversion {
  SourceText source;
  NormalText normal;
  Plan plan;  // holds the tree
};

// `file_name` is shown in the output and decides nothing.
[[nodiscard]] Result<Conversion> convert(std::string_view bytes, std::string_view file_name,
                                         const ReadOptions& options, const Grammars& grammars);

// The run from what a reader gave: all but the source's file name and hash.
[[nodiscard]] Conversion convert(SourceText source, const Grammars& grammars);

}  // namespace trichyeu
