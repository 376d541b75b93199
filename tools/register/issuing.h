// Who a document is by: the place that parts bodies of one name, and the work that the document
// itself is, named as the citations of it are.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "extractor/fields/citations/locality.h"
#include "extractor/fields/citations/registers.h"
#include "extractor/grammar/grammar.h"
#include "models/plan.h"
#include "tools/register/work_name.h"

namespace trichyeu {

class Issuing {
 public:
  explicit Issuing(const Grammars& grammars);  // outlive this

  // "hai-phong": the place of the letterhead, a province by its listed name; without a place the
  // province that the document names, if any.
  [[nodiscard]] std::string place_key(const Plan& plan);

  // None for a document without a number or type.
  [[nodiscard]] std::optional<WorkName> work_of(const Plan& plan, const std::string& place_key);

  // Whether a body of this name is one for the whole country: "Bộ Y tế", and not "Sở Y tế".
  [[nodiscard]] bool is_national(const std::string& unit);

 private:
  Province home_of(const Plan& plan);
  const Province& province_of(const Header& letterhead);

  const Grammars& grammars_;
  Registers registers_;
  // What was asked so far: an archive repeats itself.
  std::unordered_map<std::string, bool> national_;       // by unit
  std::unordered_map<std::string, Province> provinces_;  // by the words of a letterhead
};

}  // namespace trichyeu
