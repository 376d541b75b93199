// Which documents and tasks an export takes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/days.h"
#include "models/plan.h"

namespace trichyeu {

struct Selection {
  std::optional<Day> since;        // documents of that day or later
  std::optional<Day> until;        // documents of that day or earlier
  std::vector<std::string> units;  // tasks that one of them leads or takes part in; empty: all
  std::optional<Day> due_before;   // deadlines that fall before that day, assumed ones too

  // Whether documents without such tasks are left out.
  [[nodiscard]] bool selects_tasks() const { return !units.empty() || due_before.has_value(); }
};

enum class Selected {
  yes,
  no,
  undated,  // days are asked for, and the document has no date
};

// Takes out of `plan` the tasks and deadlines that are not asked for, its text and citations stay.
//
// A date that is less than a day ("2023-05") counts where one of its days does. A unit is asked for
// by words that its name, printed or in full, holds, whatever their case and marks: "so y te" takes
// "Sở Y tế" and "Thanh tra Sở Y tế". A recurring deadline falls before a day that is later than its
// first one; without days it never does.
[[nodiscard]] Selected select(Plan& plan, const Selection& selection);

}  // namespace trichyeu
