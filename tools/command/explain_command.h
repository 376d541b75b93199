// trichyeu explain: which rule took which words of a document, and what lost.
#pragma once

#include <string>

#include "extractor/read/read.h"

namespace trichyeu {

struct ExplainOptions {
  std::string input;  // "-" is standard input
  std::string at;     // see blocks_at; empty: everything
  ReadOptions reading;
  std::string language = "vi";  // of the explanation: "vi" or "en"
  std::string grammar;          // folder; empty: the built-in rules alone
};

// The exit code: exit_usage where `at` names nothing in the document.
[[nodiscard]] int explain_command(const ExplainOptions& options);

}  // namespace trichyeu
