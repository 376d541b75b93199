// The words of an explanation in its two languages.
#pragma once

#include <cstddef>
#include <string_view>

namespace trichyeu {

// `english` in `language` ("vi" or "en"); as it is where there is no other word for it, as for the
// names of the XML's kinds.
[[nodiscard]] std::string_view word(std::string_view english, std::string_view language);

// What the rules of a file look for: "nhãn" for labels. Empty for a file of one's own.
[[nodiscard]] std::string_view subject_of(std::string_view grammar, std::string_view language);

// The place of a rule file in the run, from 0; files of one's own come last.
[[nodiscard]] std::size_t order_of(std::string_view grammar);

}  // namespace trichyeu
