// Where a cited document's issuer sits: what tells the UBND of one province from that of another.
//
//   "UBND tỉnh Lai Châu"              lai-chau
//   "UBND quận 3, thành phố An Phú"   3.?          the province is not in the register
//   "Sở Y tế"                         of the citing document's own province, where it is known
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/fields/citations/registers.h"
#include "models/plan.h"

namespace trichyeu {

// A row of the register of provinces.
struct Province {
  std::string slug;   // "lai-chau"; empty where unknown
  std::string level;  // as the register prints it
};

// The citing document's own: from its letterhead, else the one province that the issuers of its
// citations name; none where they name several.
[[nodiscard]] Province home_province(const Header& header, const std::vector<std::string>& issuers,
                                     const Grammars& grammars);

// The key's locality; empty where nothing is known, with "?" for a part that is not.
[[nodiscard]] std::string locality_of(std::string_view issuer_text, const IssuerEntry& issuer,
                                      const Province& home, const Grammars& grammars);

}  // namespace trichyeu
