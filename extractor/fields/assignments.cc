#include "extractor/fields/assignments.h"

#include "extractor/fields/value.h"

namespace trichyeu {
namespace {

void add_units(std::vector<AssignedUnit>& to, ByteSpan run, std::string_view rule, std::string_view text,
               const UnitReader& units) {
  for (UnitPhrase& unit : units.split(run, text)) {
    bool known = false;
    for (const AssignedUnit& other : to) {
      known = known || units.key(other.unit.bytes.of(text)) == units.key(unit.bytes.of(text));
    }
    if (!known) to.push_back({std::move(unit), std::string(rule)});
  }
}

}  // namespace

Assignment assignment_of(ByteSpan stretch, std::string_view text, const UnitReader& units,
                         const Grammars& grammars) {
  Assignment found;
  const std::string_view words = stretch.of(text);
  for (const Match& match : grammars.grammar("assignments").find_every(words)) {
    const bool subject = match.rule->id == "assignments.subject";
    if (subject && (units.begins_work(words) || !units.begins_unit(words))) continue;
    if (const auto lead = match.captures.find("lead"); lead != match.captures.end() && found.lead.empty()) {
      add_units(found.lead, shifted(lead->second, stretch.from_byte), match.rule->id, text, units);
    }
    if (const auto coord = match.captures.find("coord"); coord != match.captures.end()) {
      add_units(found.coordinating, shifted(coord->second, stretch.from_byte), match.rule->id, text, units);
    }
  }
  return found;
}

Assignment labelled_assignment_of(ByteSpan value, bool lead, std::string_view rule, std::string_view text,
                                  const UnitReader& units, const Grammars& grammars) {
  Assignment found = assignment_of(value, text, units, grammars);
  if (found.lead.empty() && found.coordinating.empty()) {
    if (units.begins_work(value.of(text))) return found;
    add_units(lead ? found.lead : found.coordinating, value, rule, text, units);
  } else if (!lead && found.coordinating.empty()) {
    std::swap(found.lead, found.coordinating);
  }
  return found;
}

}  // namespace trichyeu
