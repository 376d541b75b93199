#include "extractor/structure/noisy_lines.h"

#include <algorithm>

#include "extractor/structure/likeness.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr std::size_t letters_per_error = 8;
constexpr std::size_t shortest_landmark = 6;  // letters; a shorter landmark is like too many words
constexpr std::size_t longest_numeral = 7;    // bytes

bool in_capitals(LineKind kind) { return kind == LineKind::type || kind == LineKind::position; }

// "II" of "PHU LUC II": the last word where it may be a number, however badly it was read; a full
// stop or colon behind it is left out.
std::string_view numeral_at_end(std::string_view line) {
  while (line.ends_with('.') || line.ends_with(':')) line.remove_suffix(1);
  const std::string_view last = line.substr(line.rfind(' ') + 1);  // npos + 1 is 0
  const bool numeral = last.size() < line.size() && last.size() <= longest_numeral &&
                       last.find_first_not_of("0123456789IVXLl|") == std::string_view::npos;
  return numeral ? last : std::string_view{};
}

}  // namespace

NoisyLandmarks::NoisyLandmarks(const Grammars& grammars) {
  const WordList& list = grammars.list("landmarks");
  for (std::size_t row = 0; row < list.size(); ++row) {
    landmarks_.push_back({std::string(list.cell(row, "phrase")),
                          letters_alone(list.cell(row, "phrase")),
                          line_kind_of(list.cell(row, "kind")), list.cell(row, "where") != "start",
                          list.cell(row, "where") == "numbered"});
  }
}

std::pair<LineKind, std::string> NoisyLandmarks::read(std::string_view line) const {
  const std::string_view numeral = numeral_at_end(line);
  const std::string letters = letters_alone(line);
  const std::string unnumbered =
      numeral.empty() ? letters : letters_alone(line.substr(0, line.rfind(numeral)));
  const bool capitals = is_all_capitals(line);
  const Landmark* best = nullptr;
  std::size_t fewest = letters.size();
  for (const Landmark& landmark : landmarks_) {
    if (!capitals && in_capitals(landmark.kind)) continue;
    const std::string& read = landmark.numbered ? unnumbered : letters;
    if (read.size() < shortest_landmark) continue;
    const std::size_t allowed =
        std::max<std::size_t>(1, landmark.letters.size() / letters_per_error);
    const std::size_t compared =
        landmark.whole ? read.size() : std::min(read.size(), landmark.letters.size());
    const std::size_t errors =
        bytes_apart(std::string_view(read).substr(0, compared), landmark.letters, allowed);
    if (errors <= allowed && errors < fewest) {
      fewest = errors;
      best = &landmark;
    }
  }
  if (best == nullptr) return {LineKind::text, {}};
  const LineKind kind = best->kind == LineKind::annex && !capitals ? LineKind::form : best->kind;
  if (!best->numbered) return {kind, best->phrase};
  return {kind, capitalized(best->phrase) + (numeral.empty() ? "" : ' ' + std::string(numeral))};
}

}  // namespace trichyeu
