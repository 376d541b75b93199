#include "models/days.h"

#include <gtest/gtest.h>

namespace trichyeu {
namespace {

TEST(Days, AreReadAndWritten) {
  for (const char* iso : {"2024-02-29", "1999-12-31", "0001-01-01", "9999-12-31"})
    EXPECT_EQ(iso_of(day_of(iso).value()), iso);
}

TEST(Days, OutsideOfTheCalendarAreNone) {
  for (const char* text :
       {"", "2024", "2024-02", "2023-02-29", "2024-13-01", "2024-00-10", "0000-01-01", "2024-1-01",
        "2024-01-01T00:00", "2024/01/01", "abcd-ef-gh"})
    EXPECT_FALSE(day_of(text).has_value()) << text;
}

TEST(Days, BeginAPartialDate) {
  EXPECT_EQ(first_day_of("2024"), day_of("2024-01-01"));
  EXPECT_EQ(first_day_of("2024-05"), day_of("2024-05-01"));
  EXPECT_EQ(first_day_of("2024-05-07"), day_of("2024-05-07"));
  EXPECT_FALSE(first_day_of("").has_value() && first_day_of("20").has_value());
}

}  // namespace
}  // namespace trichyeu
