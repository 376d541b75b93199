// Working days of Vietnam's offices: Monday to Friday without the public holidays of
// public-holidays.tsv, and the Saturdays that were exchanged for a holiday.
//
//   2024-04-26  Friday; one working day later is 2 May: 29 April was exchanged for Saturday 4 May,
//               30 April and 1 May are holidays
//
// The table holds what was decided for 2016 to 23 November 2026, lunar holidays as dates; of days
// outside of it nothing is known, and the answer is nothing.
#pragma once

#include <optional>

#include "models/days.h"

namespace trichyeu {

// Both days belong to it.
struct Coverage {
  Day first;
  Day last;
};
[[nodiscard]] Coverage coverage_of_holidays();

[[nodiscard]] std::optional<bool> is_working_day(Day day);
// The `count`-th working day after `day`; `count` is not negative, and 0 gives `day`.
[[nodiscard]] std::optional<Day> working_days_later(Day day, int count);
// `day` where it is a working day, else the first one after it (Bộ luật Dân sự 2015, Điều 148.5).
[[nodiscard]] std::optional<Day> working_day_from(Day day);

}  // namespace trichyeu
