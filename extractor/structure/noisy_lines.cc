#include "extractor/structure/noisy_lines.h"

#include <algorithm>

#include "extractor/structure/likeness.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr std::size_t letters_per_error = 8;
constexpr std::size_t shortest_landmark = 6;  // letters; a shorter landmark is like too many words

}  // namespace

NoisyLandmarks::NoisyLandmarks(const Grammars& grammars) {
  const WordList& list = grammars.list("landmarks");
  for (std::size_t row = 0; row < list.size(); ++row) {
    landmarks_.push_back(
        {std::string(list.cell(row, "phrase")), letters_alone(list.cell(row, "phrase")),
         line_kind_of(list.cell(row, "kind")), list.cell(row, "where") == "whole"});
  }
}

std::pair<LineKind, std::string> NoisyLandmarks::read(std::string_view line) const {
  const std::string letters = letters_alone(line);
  if (letters.size() < shortest_landmark) return {LineKind::text, {}};
  const bool capitals = is_all_capitals(line);
  const Landmark* best = nullptr;
  std::size_t fewest = letters.size();
  for (const Landmark& landmark : landmarks_) {
    if (!capitals && (landmark.kind == LineKind::type || landmark.kind == LineKind::position))
      continue;
    const std::size_t allowed =
        std::max<std::size_t>(1, landmark.letters.size() / letters_per_error);
    const std::size_t compared =
        landmark.whole ? letters.size() : std::min(letters.size(), landmark.letters.size());
    const std::size_t errors =
        bytes_apart(std::string_view(letters).substr(0, compared), landmark.letters, allowed);
    if (errors <= allowed && errors < fewest) {
      fewest = errors;
      best = &landmark;
    }
  }
  if (best == nullptr) return {LineKind::text, {}};
  return {best->kind, best->phrase};
}

}  // namespace trichyeu
