// The number of a cited document, taken apart and mended.
//
//   "44 /2005/QD- UBND"   running 44, year 2005, type code QĐ, issuer UBND; text "44/2005/QĐ-UBND"
//   "31/QĐ-TW"            text as printed, canonical "31-QĐ/TW": the Party's order
//   "2500/BTP-PBGDPL"     an official letter: no type code, issuers BTP, PBGDPL
//
// Nothing is mended beyond blanks, strokes, letter case, Đ for D, and figures read as letters.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/fields/citations/registers.h"

namespace trichyeu {

struct CitedNumber {
  std::string text;                  // "44/2005/QĐ-UBND"
  std::string canonical;             // where order or separators were mended besides; else empty
  std::string running;               // "44", "30c", "66.7"
  std::string year;                  // of the symbol; empty where it has none
  std::string symbol;                // "2005/QĐ-UBND": what follows the running number's separator
  char separator = '/';              // between running number and symbol
  std::string type_code;             // "QĐ"; empty for letters and laws
  std::vector<std::string> issuers;  // codes in printed order, drafting units among them
  std::string repair;  // what was read and why it was changed; empty: only blanks were

  [[nodiscard]] bool of_party(const Registers& registers) const;
};

// `damaged`: letters may stand for figures. Nothing where no running number can be read.
[[nodiscard]] std::optional<CitedNumber> parse_number(std::string_view printed, bool damaged,
                                                      const Registers& registers);

}  // namespace trichyeu
