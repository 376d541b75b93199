// RRULE values of RFC 5545, 3.3.10, as far as deadlines have them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/days.h"

namespace trichyeu {

struct Occurrence {
  Day day;
  int hour = 0;  // of a rule with BYHOUR
};
// The first one on that day or later; nothing where `rule` is none, or none comes.
[[nodiscard]] std::optional<Occurrence> first_occurrence(const std::string& rule, Day from);

// The rule whose days are each a day earlier; nothing where no rule says that.
//
//   FREQ=MONTHLY;BYMONTHDAY=25             FREQ=MONTHLY;BYMONTHDAY=24
//   FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1     FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1
//   FREQ=WEEKLY;BYDAY=MO                   FREQ=WEEKLY;BYDAY=SU
//   FREQ=DAILY                             nothing
[[nodiscard]] std::optional<std::string> a_day_earlier(std::string_view rule);

// Whether it names the days: "FREQ=YEARLY" leaves them open.
[[nodiscard]] bool names_days(std::string_view rule);

}  // namespace trichyeu
