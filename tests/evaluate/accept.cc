// accuracy_accept REASON: stores the figures of now; those that moved get the reason.
#include <iostream>

#include "tests/evaluate/accuracy.h"

int main(int count, char** arguments) {
  using namespace trichyeu::testing;
  if (count != 2) {
    std::cerr << "accuracy_accept: needs a reason\n";
    return 2;
  }
  const std::map<FormAndField, StoredFigure> before = stored_accuracy();
  std::map<FormAndField, StoredFigure> now;
  for (const auto& [key, f1] : measured_accuracy()) {
    const auto old = before.find(key);
    const bool same = old != before.end() && four_decimals(old->second.f1) == four_decimals(f1);
    now[key] = {f1, same ? old->second.reason : arguments[1]};
    if (same) continue;
    std::cout << key.first << ' ' << key.second << ": "
              << (old == before.end() ? "new" : four_decimals(old->second.f1)) << " -> "
              << four_decimals(f1) << '\n';
  }
  store_accuracy(now);
  return 0;
}
