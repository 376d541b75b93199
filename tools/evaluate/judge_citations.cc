#include <map>

#include "tools/evaluate/judge.h"
#include "tools/evaluate/similarity.h"

namespace trichyeu {
namespace {

using Citations = std::vector<const Citation*>;

Citations of_kind(const std::vector<Citation>& citations, CitationKind kind) {
  Citations list;
  for (const Citation& citation : citations) {
    if (citation.kind == kind) list.push_back(&citation);
  }
  return list;
}

bool is_same_date(const std::string& wanted, const std::string& found) { return wanted == found; }
bool is_same_issuer(const std::string& wanted, const std::string& found) {
  return folded(wanted) == folded(found);
}
bool is_same_name(const std::string& wanted, const std::string& found) { return wanted == found; }

// What a mention says besides its number or name.
struct PartRule {
  Field field;
  std::string Citation::*part;
  bool (*same)(const std::string& wanted, const std::string& found);
  bool of_named;      // whether citations by name have it too
  bool where_stated;  // counts only where gold states it: an annotation may leave it out
};

constexpr PartRule parts[] = {
    {Field::citation_date, &Citation::date, is_same_date, false, false},
    {Field::citation_issuer, &Citation::issuer, is_same_issuer, false, false},
    {Field::citation_role, &Citation::role, is_same_name, true, true},
    {Field::citation_target, &Citation::target, is_same_name, true, true},
};

class CitationJudge {
 public:
  CitationJudge(const Gold& gold, CitationKind kind, DocumentEvaluation& document)
      : gold_(gold),
        kind_(kind),
        field_(kind == CitationKind::numbered ? Field::citation : Field::named),
        document_(document) {}

  void judge(const Citations& wanted, const Citations& found) {
    const Pairs pairs = paired(
        wanted.size(), found.size(),
        [&](std::size_t i, std::size_t j) { return similarity(*wanted[i], *found[j]); },
        kind_ == CitationKind::numbered ? 1.0 : 0.8);
    const std::map<std::size_t, std::size_t> partner_of(pairs.begin(), pairs.end());
    std::vector<bool> is_wanted(found.size());
    for (const auto& pair : pairs) is_wanted[pair.second] = true;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (gold_.optional.contains(wanted[i]->id)) continue;
      const auto partner = partner_of.find(i);
      judge_mention(*wanted[i], partner == partner_of.end() ? nullptr : found[partner->second]);
    }
    for (std::size_t j = 0; j < found.size(); ++j) {
      if (!is_wanted[j]) invented(*found[j]);
    }
  }

 private:
  [[nodiscard]] double similarity(const Citation& wanted, const Citation& found) const {
    if (kind_ == CitationKind::named) return token_f1(wanted.value.text, found.value.text);
    return same_but_for_case(wanted.number, found.number) ? 1 : 0;
  }

  void judge_mention(const Citation& wanted, const Citation* found) {
    const std::string subject = wanted.id + ' ' + wanted.number;
    const bool exact = found != nullptr && folded(wanted.value.text) == folded(found->value.text);
    document_.judgements.push_back({field_, found != nullptr ? Outcome::right : Outcome::missed,
                                    exact, subject, wanted.value.text,
                                    found != nullptr ? found->value.text : std::string()});
    bool all_right = true;
    for (const PartRule& part : parts) {
      if (kind_ == CitationKind::named && !part.of_named) continue;
      if (part.where_stated && (wanted.*part.part).empty()) continue;
      const bool right = judge_part(part, subject, wanted, found);
      all_right = all_right && (right || part.where_stated);
    }
    if (found != nullptr) document_.estimates.push_back({found->value.confidence, all_right});
  }

  bool judge_part(const PartRule& rule, const std::string& subject, const Citation& wanted,
                  const Citation* found) {
    Judgement judgement{rule.field, Outcome::missed, false, subject, wanted.*rule.part, {}};
    if (found != nullptr) {
      judgement.found = found->*rule.part;
      judgement.exact = rule.same(judgement.wanted, judgement.found);
      judgement.outcome = judgement.exact ? Outcome::right : Outcome::wrong;
    }
    document_.judgements.push_back(judgement);
    return judgement.exact;
  }

  void invented(const Citation& found) {
    document_.judgements.push_back({field_, Outcome::invented, false, {}, {}, found.value.text});
    document_.estimates.push_back({found.value.confidence, false});
  }

  const Gold& gold_;
  CitationKind kind_;
  Field field_;
  DocumentEvaluation& document_;
};

}  // namespace

void judge_citations(const Gold& gold, const std::vector<Citation>& found,
                     DocumentEvaluation& document) {
  for (const CitationKind kind : {CitationKind::numbered, CitationKind::named}) {
    CitationJudge(gold, kind, document)
        .judge(of_kind(gold.plan.citations, kind), of_kind(found, kind));
  }
}

}  // namespace trichyeu
