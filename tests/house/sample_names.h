// Whom and what the real samples name: rules must not know them.
#pragma once

#include <string>
#include <vector>

#include "tests/house/checks.h"

namespace trichyeu::house {

// Proper names in an annotation (gold.json): the signer, the place, and what stands with a capital
// behind tỉnh, huyện, xã … or behind a school, in issuer, recipients and units. Empty where `json`
// is no annotation.
[[nodiscard]] std::vector<std::string> names_in_gold(const std::string& json);

// Rule files and word lists that hold one of the names as words of their own. The registers of
// issuers and of provinces may.
[[nodiscard]] Problems names_in_rules(const Files& files, const std::vector<std::string>& names);

}  // namespace trichyeu::house
