// Step three: what mentions say together.
#pragma once

#include <vector>

#include "extractor/fields/citations/parse.h"

namespace trichyeu {

// Lists share type, date and issuer; other mentions of the same number give what this one leaves
// out; short forms lead to what they stand for; roles, targets and ids are set. Mentions of the
// citing document itself are left out. Never looks past the document.
[[nodiscard]] std::vector<Citation> resolve_citations(
    std::vector<ParsedCitation> citations, const DocumentTree& tree, const Header& header,
    const Grammars& grammars, const Registers& registers, std::vector<Diagnostic>& diagnostics);

}  // namespace trichyeu
