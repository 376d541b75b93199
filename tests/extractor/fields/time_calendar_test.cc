#include "extractor/fields/time_calendar.h"

#include <gtest/gtest.h>

#include "extractor/fields/time_recurrence.h"

namespace trichyeu {
namespace {

TEST(Calendar, KnowsTheLengthOfMonths) {
  EXPECT_EQ(days_in_month(2023, 2), 28);
  EXPECT_EQ(days_in_month(2024, 2), 29);
  EXPECT_EQ(days_in_month(1900, 2), 28);
  EXPECT_EQ(days_in_month(2000, 2), 29);
  EXPECT_EQ(days_in_month(2024, 11), 30);
}

TEST(Calendar, RefusesDaysThatAreNotThere) {
  EXPECT_FALSE(day_range(31, 4, 2024));
  EXPECT_FALSE(day_range(29, 2, 2023));
  EXPECT_FALSE(day_range(0, 1, 2024));
  EXPECT_FALSE(months_range(3, 2, 2024));
  EXPECT_FALSE(months_range(12, 13, 2024));
  EXPECT_FALSE(quarter_range(5, 2024));
}

TEST(Calendar, TheDayAfterCrossesMonthsAndYears) {
  EXPECT_EQ(day_after({2024, 2, 28}), (Date{2024, 2, 29}));
  EXPECT_EQ(day_after({2024, 2, 29}), (Date{2024, 3, 1}));
  EXPECT_EQ(day_after({2024, 12, 31}), (Date{2025, 1, 1}));
}

TEST(Calendar, EveryDayIsWrittenAndReadBack) {
  for (Date day{2023, 12, 30}; day < Date{2025, 1, 3}; day = day_after(day)) {
    EXPECT_EQ(date_of_iso(iso(day)), day);
  }
  EXPECT_FALSE(date_of_iso("2024-02"));
  EXPECT_FALSE(date_of_iso("2024-02-30"));
  EXPECT_FALSE(date_of_iso("2024-2-3x"));
}

TEST(Calendar, MiddlesAreThoseOfTheCivilCode) {
  EXPECT_EQ(middle_of(*months_range(9, 9, 2024)), (Date{2024, 9, 15}));
  EXPECT_EQ(middle_of(*quarter_range(2, 2024)), (Date{2024, 5, 15}));
  EXPECT_EQ(middle_of(*months_range(1, 12, 2024)), (Date{2024, 6, 30}));
}

TEST(Recurrence, CountsMonthsAndYears) {
  EXPECT_EQ(every_months(1), "FREQ=MONTHLY");
  EXPECT_EQ(every_months(6), "FREQ=MONTHLY;INTERVAL=6");
  EXPECT_EQ(every_months(12), "FREQ=YEARLY");
  EXPECT_EQ(every_months(36), "FREQ=YEARLY;INTERVAL=3");
}

TEST(Recurrence, InventsNoDays) {
  EXPECT_EQ(times_in_months(2, 12), "FREQ=MONTHLY;INTERVAL=6");
  EXPECT_EQ(times_in_months(5, 12), "");
  EXPECT_EQ(times_in_months(2, 1), "");
  EXPECT_EQ(times_in_months(0, 12), "");
}

TEST(Recurrence, TheEndOfFebruaryMoves) {
  EXPECT_EQ(by_last_day(*months_range(2, 2, 2023)), "BYMONTH=2;BYMONTHDAY=-1");
  EXPECT_EQ(by_last_day(*months_range(2, 2, 2024)), "BYMONTH=2;BYMONTHDAY=-1");
  EXPECT_EQ(by_last_day(*quarter_range(1, 2023)), "BYMONTH=3;BYMONTHDAY=31");
}

}  // namespace
}  // namespace trichyeu
