// Who does what inside running text: "Giao Sở A chủ trì, phối hợp với Sở B …".
#pragma once

#include <string>
#include <vector>

#include "extractor/fields/units.h"

namespace trichyeu {

struct AssignedUnit {
  UnitPhrase unit;
  std::string rule;
  std::string key;  // UnitReader::key of its words, with the restored head noun
};

struct Assignment {
  std::vector<AssignedUnit> lead;
  std::vector<AssignedUnit> coordinating;
};

// Appends the units of `run` that are not there yet.
void add_units(std::vector<AssignedUnit>& to, ByteSpan run, Naming naming, std::string_view rule,
               std::string_view text, const UnitReader& units);
// Appends the unit unless an equal one is there.
void add_unit(std::vector<AssignedUnit>& to, AssignedUnit unit);

// How much of a stretch may name its doer: under a unit's heading only the sentence's own subject
// does, in the later lines of an item only words that give the work away ("Giao Sở A …").
enum class Clauses { first, all, given };

// The units that the sentences of `stretch` name as doers. Spans are of `text`.
[[nodiscard]] Assignment assignment_of(ByteSpan stretch, Clauses clauses, std::string_view text,
                                       const UnitReader& units, const Grammars& grammars);

// The same for a labelled value that may hold a sentence instead of a list: "Các trường phối hợp
// với Công an quận xây dựng nội dung". `lead`: units without a role of their own lead.
[[nodiscard]] Assignment labelled_assignment_of(ByteSpan value, bool lead, std::string_view rule,
                                                std::string_view text, const UnitReader& units,
                                                const Grammars& grammars);

// A value for both roles: "A/B", "A (chủ trì), B, C (phối hợp)", "A chủ trì; B phối hợp". Without a
// sign the first leads.
[[nodiscard]] Assignment both_roles_of(ByteSpan value, std::string_view rule, std::string_view text,
                                       const UnitReader& units, const Grammars& grammars);

}  // namespace trichyeu
