// How right the corpus comes out, by form and field, against the stored figures.
//
//   tests/evaluate/expected.tsv   form, field, F1 with four decimals, why it is what it is
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/golden/corpus.h"

namespace trichyeu::testing {

using FormAndField = std::pair<std::string, std::string>;  // "text", "citation.date"

// Of all documents of the corpus; a field that no document has is left out.
[[nodiscard]] std::map<FormAndField, double> measured_accuracy();

struct StoredFigure {
  double f1 = 0;
  std::string reason;
};
[[nodiscard]] std::map<FormAndField, StoredFigure> stored_accuracy();
void store_accuracy(const std::map<FormAndField, StoredFigure>& figures);

// As the table writes it: "0.9871".
[[nodiscard]] std::string four_decimals(double f1);

}  // namespace trichyeu::testing
