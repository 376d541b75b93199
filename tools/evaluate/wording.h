// The words of reports in their two languages.
#pragma once

#include <string>
#include <string_view>

#include "tools/evaluate/evaluate.h"

namespace trichyeu {

struct ReportWords {
  std::string_view language;
  std::string_view title;
  std::string_view field;
  std::string_view precision;
  std::string_view recall;
  std::string_view exact;
  std::string_view right;
  std::string_view wrong;
  std::string_view missed;
  std::string_view invented;
  std::string_view documents;
  std::string_view document;
  std::string_view total;
  std::string_view confidence;
  std::string_view values;
  std::string_view share_right;
  std::string_view share_of_first;  // before a percentage
  std::string_view gains;
  std::string_view losses;
  std::string_view fallen;  // before names of fields
  std::string_view errors;
  std::string_view errors_beside_text;
  std::string_view text;
  std::string_view no_line;      // of an error
  std::string_view how_to_read;  // a sentence or two at the head
  std::string_view wanted;
  std::string_view found;
  std::string_view without_output;
  std::string_view none;
};

// "vi" or "en".
[[nodiscard]] const ReportWords& report_words(std::string_view language);
[[nodiscard]] std::string_view word_of(Outcome outcome, const ReportWords& words);

// "0.951": with a point and `decimals` digits in every locale.
[[nodiscard]] std::string fixed(double number, int decimals = 3);

}  // namespace trichyeu
