// How far a batch is and what went wrong, out of its manifest.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/batch/manifest.h"

namespace trichyeu {

// Inputs that ended with one code.
struct FailureGroup {
  std::string code;
  std::string example;               // the text of the first
  std::vector<std::string> targets;  // in their order
};

struct Standings {
  Totals totals;
  std::vector<FailureGroup> failures;  // of failed and partial inputs, the largest group first
  std::vector<FailureGroup> skipped;
  std::vector<RunRecord> runs;
  std::vector<Making> makings;
};

[[nodiscard]] Standings standings_of(Manifest& manifest);

// For a person, in "vi" or "en"; of each group at most `most_targets` names.
[[nodiscard]] std::string status_text(const Standings& standings, std::string_view language,
                                      std::size_t most_targets = 3);

// One object; the keys are those of the manifest's columns in camel case. Names that are no UTF-8
// are escaped as printable() does.
[[nodiscard]] std::string status_json(const Standings& standings);

}  // namespace trichyeu
