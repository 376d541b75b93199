#include <algorithm>

#include "extractor/fields/fields.h"

namespace trichyeu {
namespace {

// Mean confidence of the words that the span touches; 1 where it touches none.
double reading_confidence(ByteSpan bytes, const std::vector<PlacedWord>& words) {
  auto word = std::lower_bound(
      words.begin(), words.end(), bytes.from_byte,
      [](const PlacedWord& w, std::size_t byte) { return w.bytes.to_byte <= byte; });
  double sum = 0;
  int count = 0;
  for (; word != words.end() && word->bytes.from_byte < bytes.to_byte; ++word) {
    sum += word->confidence;
    ++count;
  }
  return count == 0 ? 1 : sum / count;
}

}  // namespace

void weigh_by_reading(Plan& plan) {
  if (plan.body.words.empty()) return;
  each_value(plan, [&](Value& value) {
    value.confidence *= reading_confidence(value.place.bytes, plan.body.words);
  });
}

}  // namespace trichyeu
