// The date that a mention prints, as ISO 8601.
#pragma once

#include <string>

#include "extractor/fields/citations/find.h"

namespace trichyeu {

struct CitedDate {
  std::string iso;          // as precise as the text; empty where it prints none
  std::string repair;       // why it was changed: a year of two figures, one taken from the symbol
  bool impossible = false;  // no such day: `iso` is as precise as can be believed
};

// `symbol_year` helps a date without one; `latest_year` is the citing document's, 0 where unknown:
// it tells the century of a year of two figures.
[[nodiscard]] CitedDate date_of(const CitationFind& find, std::string_view text,
                                std::string_view symbol_year, int latest_year,
                                const Grammars& grammars);

}  // namespace trichyeu
