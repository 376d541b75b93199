// Days of the Gregorian calendar as ISO 8601 writes them.
//
//   day_of("2024-02-29")   that day
//   day_of("2024-02")      nothing: no whole date
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace trichyeu {

using Day = std::chrono::sys_days;

// Whole dates of the years 1 to 9999.
[[nodiscard]] std::optional<Day> day_of(std::string_view iso);
[[nodiscard]] std::string iso_of(Day day);
// The first day of a date that is as precise as its text: "2024-02" is 1 February.
[[nodiscard]] std::optional<Day> first_day_of(std::string_view iso);

}  // namespace trichyeu
