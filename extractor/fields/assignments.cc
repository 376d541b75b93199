#include "extractor/fields/assignments.h"

#include <utility>

#include "extractor/fields/value.h"

namespace trichyeu {
void add_unit(std::vector<AssignedUnit>& to, AssignedUnit unit) {
  for (const AssignedUnit& other : to) {
    if (other.key == unit.key) return;
  }
  to.push_back(std::move(unit));
}

void add_units(std::vector<AssignedUnit>& to, ByteSpan run, std::string_view rule,
               std::string_view text, const UnitReader& units) {
  for (UnitPhrase& unit : units.split(run, text)) {
    std::string key = units.key(unit.bytes.of(text));
    if (!unit.restored.empty()) key = unit.restored + " " + key;
    add_unit(to, {std::move(unit), std::string(rule), std::move(key)});
  }
}

Assignment assignment_of(ByteSpan stretch, Clauses clauses, std::string_view text,
                         const UnitReader& units, const Grammars& grammars) {
  Assignment found;
  const std::string_view words = stretch.of(text);
  bool begun = false;  // a doer was named before
  if (const std::size_t doer = units.doer_before_colon(words); doer > 0) {
    add_units(found.lead, {stretch.from_byte, stretch.from_byte + doer},
              "assignments.doer-before-colon", text, units);
    begun = true;
  }
  for (const Match& match : grammars.grammar("assignments").find_every(words)) {
    const bool subject = match.rule->id == "assignments.subject";
    const bool clause = match.rule->id == "assignments.clause-subject";
    if (subject && !units.begins_unit(words.substr(match.bytes.from_byte))) continue;
    if (clause && (clauses == Clauses::first || !units.begins_unit(match.capture("lead", words))))
      continue;
    const auto lead = match.captures.find("lead");
    if (lead != match.captures.end() && (!begun || clause)) {
      add_units(found.lead, shifted(lead->second, stretch.from_byte), match.rule->id, text, units);
      begun = true;
    }
    if (const auto coord = match.captures.find("coord"); coord != match.captures.end()) {
      add_units(found.coordinating, shifted(coord->second, stretch.from_byte), match.rule->id, text,
                units);
    }
  }
  return found;
}

Assignment labelled_assignment_of(ByteSpan value, bool lead, std::string_view rule,
                                  std::string_view text, const UnitReader& units,
                                  const Grammars& grammars) {
  Assignment found;
  if (units.says_work(value.of(text)))
    found = assignment_of(value, Clauses::first, text, units, grammars);
  if (found.lead.empty() && found.coordinating.empty()) {
    if (units.begins_work(value.of(text))) return found;
    add_units(lead ? found.lead : found.coordinating, value, rule, text, units);
  } else if (!lead && found.coordinating.empty()) {
    std::swap(found.lead, found.coordinating);
  }
  return found;
}

Assignment both_roles_of(ByteSpan value, std::string_view rule, std::string_view text,
                         const UnitReader& units, const Grammars& grammars) {
  Assignment found;
  bool leading = true;
  std::size_t from = value.from_byte;
  const auto take = [&](std::size_t to) {
    add_units(leading ? found.lead : found.coordinating, {from, to}, rule, text, units);
  };
  for (const Match& match : grammars.grammar("roles").find_all(value.of(text))) {
    const ByteSpan sign = shifted(match.bytes, value.from_byte);
    if (match.emitted("role") == "next") {
      take(sign.from_byte);
      leading = false;
    } else {
      leading = match.emitted("role") == "lead";
      take(sign.from_byte);
      leading = false;
    }
    from = sign.to_byte;
  }
  take(value.to_byte);
  return found;
}

}  // namespace trichyeu
