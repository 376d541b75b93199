// RRULE values of RFC 5545, 3.3.10, as far as deadlines have them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace trichyeu {

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
