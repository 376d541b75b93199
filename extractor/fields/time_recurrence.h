// Recurrence as RFC 5545 RRULE values, without DTSTART.
#pragma once

#include <string>

#include "extractor/fields/time_calendar.h"

namespace trichyeu {

// 3 is "FREQ=MONTHLY;INTERVAL=3", 24 is "FREQ=YEARLY;INTERVAL=2". `months` is positive.
[[nodiscard]] std::string every_months(int months);

// So many times in so many months; empty where that is no whole number of months, since the days
// would be a guess.
[[nodiscard]] std::string times_in_months(int times, int months);

// So many times a day: 1 is "FREQ=DAILY", 2 is "FREQ=HOURLY;INTERVAL=12"; empty where that is no
// whole number of hours.
[[nodiscard]] std::string times_in_day(int times);

// "BYMONTH=3;BYMONTHDAY=31"; the end of February is day -1.
[[nodiscard]] std::string by_last_day(const DateRange& window);

}  // namespace trichyeu
