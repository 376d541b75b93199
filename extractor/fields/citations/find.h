// Step one: where documents are cited. Spans only, nothing is interpreted.
//
//   "… Quyết định số 12/QĐ-UBND ngày 03/4/2023 của UBND tỉnh về …"
//      ^head: type, number      ^tail: day, month, year, issuer
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/fields/citations/registers.h"
#include "extractor/grammar/grammar.h"
#include "models/document_tree.h"

namespace trichyeu {

// All spans are of the document's text.
struct CitationFind {
  const Rule* rule = nullptr;  // of citations.toml; lives as long as the grammars
  ByteSpan bytes;              // head and tail
  std::size_t block = 0;       // index into DocumentTree::blocks
  ZoneKind zone = ZoneKind::main;
  std::map<std::string, ByteSpan, std::less<>> parts;  // captures of head and tail that took part

  [[nodiscard]] bool has(std::string_view part) const { return parts.contains(part); }
  // Empty where the part is missing.
  [[nodiscard]] std::string_view part(std::string_view name, std::string_view text) const;
  [[nodiscard]] std::string_view emitted(std::string_view name) const;
};

// In reading order; one may stand inside the name of another, else none overlap. Look-alikes are
// left out. Lists of recipients and signatures are not searched.
[[nodiscard]] std::vector<CitationFind> find_citations(const DocumentTree& tree,
                                                       const Grammars& grammars,
                                                       const Registers& registers);

}  // namespace trichyeu
