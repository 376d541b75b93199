// How mentions hang together and under which verb they stand.
//
//   "Căn cứ Quyết định số 1/QĐ-X và Quyết định số 2/QĐ-X ngày …; Kế hoạch số 3/KH-X …"
//           basis          list  basis                       row  basis
#pragma once

#include <string>
#include <vector>

#include "extractor/fields/citations/parse.h"

namespace trichyeu {

enum class Link {
  none,
  list,  // joined with the mention before by a comma or và: may share type, date, issuer
  row,   // parted from it by a semicolon: shares the role only
};

// One a mention: how it hangs on the one before.
[[nodiscard]] std::vector<Link> link_citations(const std::vector<ParsedCitation>& citations,
                                               const DocumentTree& tree, const Grammars& grammars);

// Sets every citation's role from the words before it.
void set_roles(std::vector<ParsedCitation>& citations, const std::vector<Link>& links,
               const DocumentTree& tree, const Grammars& grammars);

}  // namespace trichyeu
