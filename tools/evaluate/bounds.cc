#include "tools/evaluate/bounds.h"

#include <charconv>

#include "tools/evaluate/wording.h"

namespace trichyeu {
namespace {

Error refusal(std::string_view text, std::string what) {
  std::string names;
  for (const Field field : all_fields()) names += ' ' + std::string(name_of(field));
  return {ErrorCode::internal, std::string(text) + ": " + std::move(what),
          "Write FIELD=F1 as lead=0.97; fields:" + names, 0};
}

}  // namespace

Result<Bound> bound_of(std::string_view text) {
  const std::size_t sign = text.find('=');
  if (sign == std::string_view::npos) return refusal(text, "there is no =");
  const std::optional<Field> field = field_of(text.substr(0, sign));
  if (!field) return refusal(text, "there is no such field");
  Bound bound{*field, 0};
  const char* end = text.data() + text.size();
  const auto [stop, problem] = std::from_chars(text.data() + sign + 1, end, bound.least_f1);
  if (problem != std::errc() || stop != end || !(bound.least_f1 >= 0 && bound.least_f1 <= 1))
    return refusal(text, "the figure is not between 0 and 1");
  return bound;
}

std::vector<std::string> missed_bounds(const std::vector<Bound>& bounds,
                                       const std::vector<DocumentEvaluation>& documents) {
  const Tallies tallies = tallies_of(documents);
  std::vector<std::string> missed;
  for (const Bound& bound : bounds) {
    const double f1 = tally_of(tallies, bound.field).f1();
    if (f1 >= bound.least_f1) continue;
    missed.push_back(std::string(name_of(bound.field)) + ": F1 " + fixed(f1) + " is below " +
                     fixed(bound.least_f1));
  }
  return missed;
}

}  // namespace trichyeu
