// Days and stretches of days of the Gregorian calendar; no clock, no zone, no locale.
#pragma once

#include <compare>
#include <optional>
#include <string>

namespace trichyeu {

struct Date {
  int year = 0;   // 1..9999
  int month = 0;  // 1..12
  int day = 0;    // 1..days_in_month

  friend auto operator<=>(const Date&, const Date&) = default;
};

// Both ends belong to it.
struct DateRange {
  Date first;
  Date last;

  friend bool operator==(const DateRange&, const DateRange&) = default;
};

[[nodiscard]] int days_in_month(int year, int month);
[[nodiscard]] bool is_date(const Date& date);
[[nodiscard]] Date day_after(const Date& date);
[[nodiscard]] Date days_later(Date date, int days);                     // `days` not negative
[[nodiscard]] std::string iso(const Date& date);                        // "2024-02-29"
[[nodiscard]] std::optional<Date> date_of_iso(const std::string& iso);  // whole dates only

// Nothing where a number is out of its range.
[[nodiscard]] std::optional<DateRange> day_range(int day, int month, int year);
[[nodiscard]] std::optional<DateRange> months_range(int first_month, int last_month, int year);
[[nodiscard]] std::optional<DateRange> quarter_range(int quarter, int year);

// The middle as the Civil Code counts it (Bộ luật Dân sự 2015, Điều 148): day 15 of a month, end of
// June of a year; of a quarter day 15 of its second month. Else the day halfway.
[[nodiscard]] Date middle_of(const DateRange& range);

}  // namespace trichyeu
