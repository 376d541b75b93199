// The whole run: a file's bytes in, its plans out. No global state, nothing read from the
// environment, no file opened but the OCR's language data; same bytes and options, same plans.
//
// A file may hold several documents: a plan behind its transmittal letter, a bound scan. Each is a
// plan of its own, with its own text, offsets, citations and tasks; `source` says which of the
// file's documents, pages or lines it is. Page numbers stay those of the file. What begins a
// document, and what does not, is told in extractor/structure/documents.h. A document that sets no
// tasks, as a letter, is a plan without tasks and with a diagnostic.
//
//   kh-83.pdf, pages 1-6       plans[0]   letter 412/SYT-NVY, pages 1-2
//                              plans[1]   plan 83/KH-SYT, pages 3-6
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
  SourceText source;        // of the whole file
  NormalText normal;        // of the whole file
  std::vector<Plan> plans;  // one a document, in reading order; never empty; they hold the trees
};

// `file_name` is shown in the output and decides nothing.
[[nodiscard]] Result<Conversion> convert(std::string_view bytes, std::string_view file_name,
                                         const ReadOptions& options, const Grammars& grammars);

// The run from what the reader gave of `bytes`.
[[nodiscard]] Conversion convert(SourceText source, std::string_view bytes,
                                 std::string_view file_name, const Grammars& grammars);

// The same: all but the source's file name and hash.
[[nodiscard]] Conversion convert(SourceText source, const Grammars& grammars);

}  // namespace trichyeu
