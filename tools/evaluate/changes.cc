#include "tools/evaluate/changes.h"

#include <map>
#include <tuple>

namespace trichyeu {
namespace {

// The same judgement in two evaluations; what was found counts where there is nothing else to tell
// it by.
using Key = std::tuple<std::string, Field, std::string, std::string>;

Key key_of(const std::string& document, const Judgement& judgement) {
  const bool is_invented = judgement.outcome == Outcome::invented;
  return {document, judgement.field, judgement.subject,
          is_invented ? judgement.found : judgement.wanted};
}

using Counts = std::map<Key, int>;

Counts count(const std::vector<DocumentEvaluation>& documents, Outcome outcome) {
  Counts counts;
  for (const DocumentEvaluation& document : documents) {
    for (const Judgement& judgement : document.judgements) {
      if (judgement.outcome == outcome) ++counts[key_of(document.name, judgement)];
    }
  }
  return counts;
}

// Judgements of `outcome` in `documents` that `others` do not have as often.
void add_surplus(const std::vector<DocumentEvaluation>& documents,
                 const std::vector<DocumentEvaluation>& others, Outcome outcome,
                 std::vector<Change>& changes) {
  Counts left = count(others, outcome);
  for (const DocumentEvaluation& document : documents) {
    for (const Judgement& judgement : document.judgements) {
      if (judgement.outcome != outcome) continue;
      if (--left[key_of(document.name, judgement)] < 0)
        changes.push_back({document.name, judgement});
    }
  }
}

}  // namespace

Changes changes_between(const std::vector<DocumentEvaluation>& before,
                        const std::vector<DocumentEvaluation>& now) {
  Changes changes;
  add_surplus(now, before, Outcome::right, changes.gains);
  add_surplus(before, now, Outcome::invented, changes.gains);
  add_surplus(before, now, Outcome::right, changes.losses);
  add_surplus(now, before, Outcome::invented, changes.losses);
  const Tallies totals_before = tallies_of(before);
  const Tallies totals_now = tallies_of(now);
  for (const Field field : all_fields()) {
    if (tally_of(totals_now, field).f1() < tally_of(totals_before, field).f1()) {
      changes.fallen.push_back(field);
    }
  }
  return changes;
}

}  // namespace trichyeu
