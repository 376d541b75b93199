// Which days a deadline means, for what keeps a calendar: tables, iCalendar.
//
//   trước ngày 05/12/2024             due 2024-12-04: the day itself is too late
//   Tháng 6 năm 2023                  start 2023-06-01, due 2023-06-30
//   trước ngày 25 hằng tháng          FREQ=MONTHLY;BYMONTHDAY=24
//   15 ngày kể từ ngày ký, 22/3/2023  assumed 2023-04-06
//   khi có yêu cầu                    nothing
#pragma once

#include <optional>
#include <string>

#include "models/days.h"
#include "models/plan.h"

namespace trichyeu {

struct DeadlineDays {
  std::optional<Day> start;  // the first day
  std::optional<Day> due;    // the last day on which it is not late
  // The due day of one that counts from the document's own date: the text says from what and how
  // long, not which day. Counting begins on the next day; where the last day is no working day, the
  // next one is taken (Bộ luật Dân sự 2015, Điều 147, 148).
  std::optional<Day> assumed;
  std::string recurrence;  // RRULE whose days are the last on which it is not late
  // "trước" in a recurrence whose days have no day before that a rule can say.
  bool before_recurrence = false;
};

// `issued` is the document's date as its header has it, in ISO 8601; it may be empty or partial.
[[nodiscard]] DeadlineDays days_of(const Deadline& deadline, const std::string& issued);

// The day from which a recurrence counts: the deadline's first day, or the document's date.
[[nodiscard]] std::optional<Day> recurrence_base(const Deadline& deadline,
                                                 const std::string& issued);

}  // namespace trichyeu
