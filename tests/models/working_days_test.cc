#include "models/working_days.h"

#include <gtest/gtest.h>

#include <map>

namespace trichyeu {
namespace {

Day day(const char* iso) { return day_of(iso).value(); }

TEST(WorkingDays, AreMondayToFriday) {
  EXPECT_EQ(is_working_day(day("2024-06-07")), true);
  EXPECT_EQ(is_working_day(day("2024-06-08")), false);
  EXPECT_EQ(is_working_day(day("2024-06-09")), false);
}

TEST(WorkingDays, LeaveOutHolidaysOfBothCalendars) {
  EXPECT_EQ(is_working_day(day("2024-02-12")), false) << "the third day of the lunar year";
  EXPECT_EQ(is_working_day(day("2023-01-20")), false) << "two days before the lunar year";
  EXPECT_EQ(is_working_day(day("2022-04-11")), false)
      << "for the 10th of the 3rd lunar month, a Sunday";
  EXPECT_EQ(is_working_day(day("2021-05-03")), false) << "for 1 May, a Saturday";
  EXPECT_EQ(is_working_day(day("2025-09-01")), false);
}

TEST(WorkingDays, HoldTheSaturdaysThatWereExchanged) {
  EXPECT_EQ(is_working_day(day("2024-04-29")), false);
  EXPECT_EQ(is_working_day(day("2024-05-04")), true);
}

TEST(WorkingDays, AreUnknownOutsideOfTheTable) {
  const Coverage coverage = coverage_of_holidays();
  EXPECT_EQ(iso_of(coverage.first), "2016-01-01");
  EXPECT_TRUE(is_working_day(coverage.last).has_value());
  EXPECT_FALSE(is_working_day(coverage.first - std::chrono::days(1)).has_value());
  EXPECT_FALSE(is_working_day(coverage.last + std::chrono::days(1)).has_value());
  EXPECT_FALSE(working_days_later(coverage.last, 1).has_value());
}

TEST(WorkingDays, AreCountedFromTheNextDay) {
  EXPECT_EQ(working_days_later(day("2024-04-26"), 1), day("2024-05-02"));
  EXPECT_EQ(working_days_later(day("2024-04-26"), 3), day("2024-05-04"));
  EXPECT_EQ(working_days_later(day("2024-06-07"), 5), day("2024-06-14"));
  EXPECT_EQ(working_days_later(day("2024-06-08"), 0), day("2024-06-08"));
}

TEST(WorkingDays, EndATermThatEndsOnAHoliday) {
  EXPECT_EQ(working_day_from(day("2024-06-08")), day("2024-06-10"));
  EXPECT_EQ(working_day_from(day("2024-06-10")), day("2024-06-10"));
}

// The law's days off of a year: 10, since 2021 11 (the second day of the national holiday), each on
// a day that would be worked, or made up for by one; days that were exchanged come with a Saturday.
TEST(WorkingDays, HaveEachYearTheDaysOffOfTheLaw) {
  std::map<int, int> off;
  const Coverage coverage = coverage_of_holidays();
  for (Day each = coverage.first; each <= coverage.last; each += std::chrono::days(1)) {
    const std::chrono::weekday weekday(each);
    const bool is_weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
    const int year = static_cast<int>(std::chrono::year_month_day(each).year());
    if (!is_weekend && !*is_working_day(each)) ++off[year];
    if (is_weekend && *is_working_day(each)) --off[year];
  }
  off[2018] -= 1;  // 31 December was made up for in January
  off[2019] += 1;
  for (const auto& [year, days] : off) EXPECT_EQ(days, year < 2021 ? 10 : 11) << year;
}

}  // namespace
}  // namespace trichyeu
