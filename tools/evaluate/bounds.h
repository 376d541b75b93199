// What a run must reach: "lead=0.97".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/result.h"
#include "tools/evaluate/evaluate.h"

namespace trichyeu {

struct Bound {
  Field field = Field::task;
  double least_f1 = 0;
};

// "FIELD=F1": FIELD as name_of(Field), F1 from 0 to 1 with a point. Fails with internal, saying
// what is wrong with it.
[[nodiscard]] Result<Bound> bound_of(std::string_view text);

// One line for each bound that the total does not reach: "lead: F1 0.951 is below 0.970".
[[nodiscard]] std::vector<std::string> missed_bounds(
    const std::vector<Bound>& bounds, const std::vector<DocumentEvaluation>& documents);

}  // namespace trichyeu
