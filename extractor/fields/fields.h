// Facts out of a structured document. Each function reads the tree and what was found before it,
// and returns its own field; none changes another's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/grammar/grammar.h"
#include "models/plan.h"

namespace trichyeu {

// What a time expression may lean on: "trước ngày 30/6" has no year of its own.
struct TimeContext {
  int year = 0;              // of the plan, or 0 where unknown
  std::string year_source;   // what `assumption` says: "year from the plan", "year from the date"
  std::string issued;        // the document's own date, as precise as known; may be empty
  std::string period_start;  // of the plan; may be empty
  std::string period_end;
};

// The place of a span of the document's text: block, page and boxes.
[[nodiscard]] Place place_of(ByteSpan bytes, const DocumentTree& tree);

[[nodiscard]] Header extract_header(const DocumentTree& tree, const Grammars& grammars,
                                    std::vector<Diagnostic>& diagnostics);

[[nodiscard]] std::vector<Abbreviation> extract_abbreviations(const DocumentTree& tree,
                                                              const Grammars& grammars);

// Every mention, in reading order, parsed and resolved inside the document. The document's own
// number and title line are not citations of itself.
[[nodiscard]] std::vector<Citation> extract_citations(const DocumentTree& tree,
                                                      const Header& header,
                                                      const Grammars& grammars,
                                                      std::vector<Diagnostic>& diagnostics);

// The time expressions of one stretch of the document's text, in order. `labelled`: the stretch is
// the value of a time label or column, so that all of it is a deadline, and a value that no rule
// takes is `relative` or `unparsed`. Else only explicit expressions count, and none inside
// `masked` spans (citations), which are of the document's text too.
[[nodiscard]] std::vector<Deadline> extract_deadlines(ByteSpan stretch, bool labelled,
                                                      const DocumentTree& tree,
                                                      const TimeContext& context,
                                                      const std::vector<ByteSpan>& masked,
                                                      const Grammars& grammars);

[[nodiscard]] std::vector<Task> extract_tasks(const DocumentTree& tree, const Header& header,
                                              const std::vector<Abbreviation>& abbreviations,
                                              const std::vector<Citation>& citations,
                                              const Grammars& grammars,
                                              std::vector<Diagnostic>& diagnostics);

// What a rule is sure of holds only as far as the words were read well: every value's confidence is
// lowered by that of the words under it.
void weigh_by_reading(Plan& plan);

}  // namespace trichyeu
