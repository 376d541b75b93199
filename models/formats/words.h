// Words that formats for people add to a plan: heads of columns, notes. One list: words.tsv.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trichyeu {

// In "vi" or "en"; `arguments` fill {0}, {1} … A key that the list lacks reads as what stands
// behind its first point: so does "assumption.year of the decree".
[[nodiscard]] std::string worded(std::string_view key, std::string_view language,
                                 const std::vector<std::string>& arguments = {});

// "2024-12-05" as people of that language write it: "05/12/2024". What is no whole date stays.
[[nodiscard]] std::string worded_day(const std::string& iso, std::string_view language);

}  // namespace trichyeu
