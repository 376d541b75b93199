#include "tools/evaluate/calibration.h"

#include <algorithm>

namespace trichyeu {

double ConfidenceBand::share_right() const {
  return values == 0 ? 0 : static_cast<double>(right) / static_cast<double>(values);
}

std::vector<ConfidenceBand> calibration_of(const std::vector<DocumentEvaluation>& documents) {
  std::vector<ConfidenceBand> bands{
      {0.95, 0, 0}, {0.90, 0, 0}, {0.80, 0, 0}, {0.50, 0, 0}, {0, 0, 0}};
  for (const DocumentEvaluation& document : documents) {
    for (const Estimate& estimate : document.estimates) {
      const auto band = std::find_if(
          bands.begin(), bands.end() - 1,
          [&](const ConfidenceBand& candidate) { return estimate.confidence >= candidate.from; });
      ++band->values;
      if (estimate.right) ++band->right;
    }
  }
  return bands;
}

double share_of_first(const std::vector<ConfidenceBand>& bands) {
  std::size_t all = 0;
  for (const ConfidenceBand& band : bands) all += band.values;
  return all == 0 ? 0 : static_cast<double>(bands.front().values) / static_cast<double>(all);
}

}  // namespace trichyeu
