#include "tools/evaluate/evaluate.h"

#include "tools/evaluate/judge.h"
#include "tools/evaluate/text_lines.h"

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

// What the thing that a judgement is of reads like in the document.
std::string words_of(const Judgement& judgement, const Gold& gold) {
  const std::string id = judgement.subject.substr(0, judgement.subject.find(' '));
  for (const Task& task : gold.plan.tasks) {
    if (task.id == id) return task.content.text;
  }
  for (const Citation& citation : gold.plan.citations) {
    if (citation.id == id) return citation.value.text;
  }
  return judgement.wanted.empty() ? judgement.found : judgement.wanted;
}

// Tells of every error which line it stands at.
void place_errors(const Gold& gold, DocumentEvaluation& document) {
  const TextLines lines(document.lines);
  for (Judgement& judgement : document.judgements) {
    if (judgement.outcome != Outcome::right) judgement.line = lines.like(words_of(judgement, gold));
  }
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
  document.lines = lines_of(output != nullptr ? plan.body.text : gold.plan.body.text);
  place_errors(gold, document);
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
