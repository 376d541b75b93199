// An output against its gold: what is right, what is not, and how that adds up.
//
//   citation    the number, letter case aside, mention by mention; of a pair date, issuer, and,
//               where gold states them, role and target
//   named       token_f1 of the texts >= 0.8
//   task        token_f1 of the contents >= 0.7, one to one; of a pair the path, a trailing "#2"
//               aside
//   lead, coordinating   of a pair of tasks, token_f1 >= 0.8
//   deadline    of a pair of tasks, kind, start, end and recurrence all equal
//   header      title token_f1 >= 0.9; nine recipients in ten, brackets aside; number and date
//               equal; the others equal once folded
//
// Exact is what is right by these rules and besides reads as gold does, layout and typography
// aside; a path with its "#2". Parts of a missed thing are missed, parts of an invented thing
// invented. What gold calls optional costs nothing, found or not. A wrong value counts against
// precision and recall both.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "models/plan.h"
#include "tools/evaluate/field.h"
#include "tools/evaluate/gold.h"

namespace trichyeu {

enum class Outcome { right, wrong, missed, invented };
[[nodiscard]] std::string_view name_of(Outcome outcome);

struct Judgement {
  Field field = Field::task;
  Outcome outcome = Outcome::right;
  bool exact = false;   // right ones only
  std::string subject;  // of gold, "t5 II.1.a", "c3 12/KH-UBND"; empty where gold has none
  std::string wanted;
  std::string found;
  std::size_t line = 0;  // of DocumentEvaluation::lines, from 1; 0 where no line reads like it
};

// A value's confidence, and whether it was right: a numbered citation with its date and issuer.
struct Estimate {
  double confidence = 0;
  bool right = false;
};

struct DocumentEvaluation {
  std::string name;
  bool has_output = true;
  std::vector<std::string> lines;  // the document's text: the output's, else gold's; may be empty
  std::vector<Judgement> judgements;
  std::vector<Estimate> estimates;
};

// `output` may be null: there is none, and all of gold is missed.
[[nodiscard]] DocumentEvaluation evaluate(std::string name, const Gold& gold, const Plan* output);

struct Tally {
  std::size_t right = 0;
  std::size_t exact = 0;  // of `right`
  std::size_t wrong = 0;  // found, but not as wanted: costs precision and recall
  std::size_t missed = 0;
  std::size_t invented = 0;

  // Each 0..1, and 1 where there was nothing to find and nothing was found.
  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
  [[nodiscard]] double exact_f1() const;

  [[nodiscard]] bool empty() const { return right + wrong + missed + invented == 0; }
};

// By field; the header's sum among them.
using Tallies = std::array<Tally, field_count>;
[[nodiscard]] Tallies tallies_of(const DocumentEvaluation& document);
[[nodiscard]] Tallies tallies_of(const std::vector<DocumentEvaluation>& documents);
[[nodiscard]] inline const Tally& tally_of(const Tallies& tallies, Field field) {
  return tallies.at(static_cast<std::size_t>(field));
}

}  // namespace trichyeu
