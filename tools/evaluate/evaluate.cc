#include "tools/evaluate/evaluate.h"

#include "tools/evaluate/judge.h"

namespace trichyeu {
namespace {

void add(const Judgement& judgement, Tally& tally) {
  switch (judgement.outcome) {
    case Outcome::right: ++tally.right; break;
    case Outcome::wrong: ++tally.wrong; break;
    case Outcome::missed: ++tally.missed; break;
    case Outcome::invented: ++tally.invented; break;
  }
  if (judgement.outcome == Outcome::right && judgement.exact) ++tally.exact;
}

void add(const DocumentEvaluation& document, Tallies& tallies) {
  const auto tally = [&](Field field) -> Tally& {
    return tallies.at(static_cast<std::size_t>(field));
  };
  for (const Judgement& judgement : document.judgements) {
    add(judgement, tally(judgement.field));
    if (is_of_header(judgement.field)) add(judgement, tally(Field::header));
  }
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

std::string_view name_of(Outcome outcome) {
  constexpr std::array<std::string_view, 4> names{"right", "wrong", "missed", "invented"};
  return names.at(static_cast<std::size_t>(outcome));
}

DocumentEvaluation evaluate(std::string name, const Gold& gold, const Plan* output) {
  DocumentEvaluation document;
  document.name = std::move(name);
  document.has_output = output != nullptr;
  const Plan nothing;
  const Plan& plan = output != nullptr ? *output : nothing;
  judge_header(gold, plan.header, document);
  judge_citations(gold, plan.citations, document);
  judge_tasks(gold, plan.tasks, document);
  return document;
}

double Tally::precision() const { return empty() ? 1 : share(right, right + wrong + invented); }

double Tally::recall() const { return empty() ? 1 : share(right, right + wrong + missed); }

double Tally::f1() const {
  return empty() ? 1 : share(2 * right, 2 * right + 2 * wrong + invented + missed);
}

double Tally::exact_f1() const {
  return empty() ? 1 : share(2 * exact, 2 * right + 2 * wrong + invented + missed);
}

Tallies tallies_of(const DocumentEvaluation& document) {
  Tallies tallies{};
  add(document, tallies);
  return tallies;
}

Tallies tallies_of(const std::vector<DocumentEvaluation>& documents) {
  Tallies tallies{};
  for (const DocumentEvaluation& document : documents) add(document, tallies);
  return tallies;
}

}  // namespace trichyeu
