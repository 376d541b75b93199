// What one version gets right that another does not: the first question about a changed rule.
#pragma once

#include <string>
#include <vector>

#include "tools/evaluate/evaluate.h"

namespace trichyeu {

struct Change {
  std::string document;
  Judgement judgement;  // a right one that only one of the two has, or an invented one
};

struct Changes {
  std::vector<Change> gains;   // right now and not before; invented before and not now
  std::vector<Change> losses;  // the reverse
  std::vector<Field> fallen;   // fields whose F1 in total is lower now
};

// Documents are paired by name; both are evaluations against one gold.
[[nodiscard]] Changes changes_between(const std::vector<DocumentEvaluation>& before,
                                      const std::vector<DocumentEvaluation>& now);

}  // namespace trichyeu
