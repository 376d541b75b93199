// Citations in three steps, each with its own record: find (spans), parse (what a mention says by
// itself), resolve (what mentions say together).
#include "extractor/fields/citations/find.h"
#include "extractor/fields/citations/parse.h"
#include "extractor/fields/citations/registers.h"
#include "extractor/fields/citations/resolve.h"
#include "extractor/fields/fields.h"

namespace trichyeu {

std::vector<Citation> extract_citations(const DocumentTree& tree, const Header& header,
                                        const Grammars& grammars,
                                        std::vector<Diagnostic>& diagnostics) {
  const Registers registers(grammars);
  const std::string issued = header.date ? header.date->iso : std::string{};
  std::vector<CitationFind> finds = find_citations(tree, grammars, registers);
  std::vector<ParsedCitation> parsed =
      parse_citations(std::move(finds), tree, issued, grammars, registers, diagnostics);
  return resolve_citations(std::move(parsed), tree, header, grammars, registers, diagnostics);
}

}  // namespace trichyeu
