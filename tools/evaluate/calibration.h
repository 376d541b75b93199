// Whether confidence means what it says: of the values at 0.95 and more, 95 in 100 should be right.
#pragma once

#include <cstddef>
#include <vector>

#include "tools/evaluate/evaluate.h"

namespace trichyeu {

// Values whose confidence is `from` or more, and less than the band above.
struct ConfidenceBand {
  double from = 0;
  std::size_t values = 0;
  std::size_t right = 0;

  // 0..1; 0 without values.
  [[nodiscard]] double share_right() const;
};

// From 0.95, 0.90, 0.80, 0.50 and 0, in this order. What gold calls optional is in none.
[[nodiscard]] std::vector<ConfidenceBand> calibration_of(
    const std::vector<DocumentEvaluation>& documents);

// How many of all values are in the first band: 0..1.
[[nodiscard]] double share_of_first(const std::vector<ConfidenceBand>& bands);

}  // namespace trichyeu
