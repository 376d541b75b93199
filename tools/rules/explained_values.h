// All values of a plan in one list, each with what is to be said of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/plan.h"

namespace trichyeu {

enum class ValueKind {
  header,
  abbreviation,
  citation,
  task,
  lead,
  coordinating,
  deadline,
  product
};

struct ExplainedValue {
  ValueKind kind = ValueKind::task;
  std::string owner;             // id of the citation or task that it belongs to; empty for others
  std::string unit;              // "u4" of a unit
  std::string name;              // "c1", "t5 lead", "header number"
  const Value* value = nullptr;  // lives as long as the plan
  std::string meaning;           // "number 12/KH-UBND, date 2023-01-05"
};

// In the order of the XML; names and meanings in `language`, "vi" or "en".
[[nodiscard]] std::vector<ExplainedValue> values_of(const Plan& plan, std::string_view language);

}  // namespace trichyeu
