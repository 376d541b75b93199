// A change of rules or code may not make the corpus come out worse in any field.
#include "tests/evaluate/accuracy.h"

#include <gtest/gtest.h>

namespace trichyeu::testing {
namespace {

// Figures are stored with four decimals.
constexpr double rounding = 0.00005;

TEST(Accuracy, DoesNotFall) {
  const std::map<FormAndField, double> measured = measured_accuracy();
  const std::map<FormAndField, StoredFigure> stored = stored_accuracy();
  ASSERT_FALSE(stored.empty());
  for (const auto& [key, figure] : stored) {
    const auto now = measured.find(key);
    ASSERT_NE(now, measured.end()) << key.first << ' ' << key.second << " is not measured";
    EXPECT_GE(now->second, figure.f1 - rounding)
        << key.first << ' ' << key.second << " fell from " << figure.f1 << "; trichyeu evaluate "
        << "--compare shows where, tools/accept-accuracy REASON accepts it";
  }
}

TEST(Accuracy, IsStoredForAllThatIsMeasured) {
  const std::map<FormAndField, StoredFigure> stored = stored_accuracy();
  for (const auto& [key, f1] : measured_accuracy()) {
    EXPECT_TRUE(stored.contains(key)) << key.first << ' ' << key.second;
  }
}

}  // namespace
}  // namespace trichyeu::testing
