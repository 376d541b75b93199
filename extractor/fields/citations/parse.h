// Step two: what each find says by itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractor/fields/citations/cited_number.h"
#include "extractor/fields/citations/find.h"
#include "models/plan.h"

namespace trichyeu {

struct ParsedCitation {
  CitationFind find;
  Citation citation;  // without id, role, target and what others share with it
  const DocumentTypeEntry* type = nullptr;  // lives as long as the registers
  std::optional<CitedNumber> number;
  std::string title;    // of a document cited by name: "“Sông sạch”", "Lưu trữ", "915"
  std::string amended;  // number of the law that an amending law's name cites; else empty
};

// In the order of the finds. Those that lack what their rule needs are left out; one whose number
// cannot be read stays, with a diagnostic. `issued`: the citing document's own date, or empty.
[[nodiscard]] std::vector<ParsedCitation> parse_citations(
    std::vector<CitationFind> finds, const DocumentTree& tree, const std::string& issued,
    const Grammars& grammars, const Registers& registers, std::vector<Diagnostic>& diagnostics);

}  // namespace trichyeu
