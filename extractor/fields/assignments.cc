#include "extractor/fields/assignments.h"

#include <algorithm>
#include <utility>

#include "extractor/fields/value.h"

namespace trichyeu {
void add_unit(std::vector<AssignedUnit>& to, AssignedUnit unit) {
  for (const AssignedUnit& other : to) {
    if (other.key == unit.key) return;
  }
  to.push_back(std::move(unit));
}

void add_units(std::vector<AssignedUnit>& to, ByteSpan run, Naming naming, std::string_view rule,
               std::string_view text, const UnitReader& units) {
  for (UnitPhrase& unit : units.split(run, text, naming)) {
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
  if (const std::size_t doer = units.doer_before_colon(words);
      doer > 0 && clauses != Clauses::given) {
    add_units(found.lead, {stretch.from_byte, stretch.from_byte + doer}, Naming::bounded,
              "assignments.doer-before-colon", text, units);
    begun = true;
  }
  const std::vector<Match> matches = grammars.grammar("assignments").find_every(words);
  // "…; B phối hợp kiểm tra": the clause has a doer, but B only coordinates.
  const auto coordinates = [&](const Match& clause) {
    return std::any_of(matches.begin(), matches.end(), [&](const Match& other) {
      return other.has("coord") && !other.has("lead") &&
             other.bytes.from_byte == clause.bytes.from_byte;
    });
  };
  for (const Match& match : matches) {
    const std::string_view doer = match.emitted("doer");
    const bool clause = doer == "clause";
    const bool subject = clause || doer == "subject";
    if (clause && coordinates(match)) continue;
    if ((clause && clauses == Clauses::first) || (subject && clauses == Clauses::given)) continue;
    const auto lead = match.captures.find("lead");
    if (subject && !units.begins_unit(words.substr(lead->second.from_byte))) continue;
    const Naming naming = match.emitted("names") == "bounded" ? Naming::bounded : Naming::running;
    if (lead != match.captures.end() && (!begun || clause)) {
      const ByteSpan run = shifted(lead->second, stretch.from_byte);
      const ByteSpan whole = units.as_learnt(run, text);
      add_units(found.lead, whole, whole == run ? naming : Naming::bounded, match.rule->id, text,
                units);
      begun = true;
    }
    if (match.emitted("coord") == "checked" && !units.begins_unit(match.capture("coord", words)))
      continue;
    if (const auto coord = match.captures.find("coord"); coord != match.captures.end()) {
      add_units(found.coordinating, shifted(coord->second, stretch.from_byte), naming,
                match.rule->id, text, units);
    }
  }
  return found;
}

Assignment labelled_assignment_of(ByteSpan value, bool lead, std::string_view rule,
                                  std::string_view text, const UnitReader& units,
                                  const Grammars& grammars) {
  Assignment found;
  if (units.is_sentence(value.of(text)))
    found = assignment_of(value, Clauses::first, text, units, grammars);
  if (found.lead.empty() && found.coordinating.empty()) {
    if (units.begins_work(value.of(text))) return found;
    add_units(lead ? found.lead : found.coordinating, value, Naming::bounded, rule, text, units);
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
    add_units(leading ? found.lead : found.coordinating, {from, to}, Naming::bounded, rule, text,
              units);
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
