#include "models/deadline_days.h"

#include <gtest/gtest.h>

#include "models/recurrence.h"

namespace trichyeu {
namespace {

struct Days {
  std::string start;
  std::string due;
  std::string assumed;
  std::string recurrence;
};

std::string text_of(const std::optional<Day>& day) { return day ? iso_of(*day) : ""; }

Days days(const Deadline& deadline, const std::string& issued = "2023-03-22") {
  const DeadlineDays found = days_of(deadline, issued);
  return {text_of(found.start), text_of(found.due), text_of(found.assumed), found.recurrence};
}

Deadline relative(const std::string& duration, const std::string& anchor, bool working = false) {
  Deadline deadline;
  deadline.kind = DeadlineKind::relative;
  deadline.duration = duration;
  deadline.anchor = anchor;
  deadline.working_days = working;
  return deadline;
}

std::string assumed(const Deadline& deadline, const std::string& issued = "2023-03-22") {
  return days(deadline, issued).assumed;
}

TEST(DeadlineDays, OfAnIntervalAreItsEnds) {
  Deadline deadline;
  deadline.kind = DeadlineKind::interval;
  deadline.start = "2023-06-01";
  deadline.end = "2023-06-30";
  EXPECT_EQ(days(deadline).start, "2023-06-01");
  EXPECT_EQ(days(deadline).due, "2023-06-30");
}

TEST(DeadlineDays, BeforeADayEndOnTheDayBefore) {
  Deadline deadline;
  deadline.kind = DeadlineKind::due;
  deadline.end = "2026-01-01";
  deadline.exclusive = true;
  EXPECT_EQ(days(deadline).due, "2025-12-31");
}

TEST(DeadlineDays, AreAssumedFromTheDocumentsDate) {
  EXPECT_EQ(assumed(relative("P15D", "ngày ký")), "2023-04-06");
  EXPECT_EQ(assumed(relative("P2W", "ngày ban hành Kế hoạch này")), "2023-04-05");
  EXPECT_EQ(assumed(relative("P1M", "ngày Kế hoạch này được ban hành"), "2023-01-31"),
            "2023-02-28");
  EXPECT_EQ(assumed(relative("P1Y", "ngày ký"), "2024-02-29"), "2025-02-28");
  EXPECT_EQ(assumed(relative("P5D", "ngày ký", true)), "2023-03-29");
}

TEST(DeadlineDays, AssumedOnAHolidayMoveOn) {
  EXPECT_EQ(assumed(relative("P10D", "ngày ký"), "2023-04-19"), "2023-05-04")
      << "29 April to 3 May were off";
}

TEST(DeadlineDays, AreNotAssumedWhereTheTextSaysTooLittle) {
  EXPECT_EQ(assumed(relative("P15D", "ngày nhận được văn bản")), "");
  EXPECT_EQ(assumed(relative("P15D", "")), "");
  EXPECT_EQ(assumed(relative("", "ngày ký")), "");
  EXPECT_EQ(assumed(relative("PT24H", "ngày ký")), "");
  EXPECT_EQ(assumed(relative("-P5D", "ngày ký")), "");
  EXPECT_EQ(assumed(relative("P15D", "ngày ký"), "2023-03"), "");
  EXPECT_EQ(assumed(relative("P15D", "ngày ký"), "2012-03-05"), "") << "before the holidays' table";
  EXPECT_EQ(assumed(relative("P99999999999D", "ngày ký")), "");
}

TEST(DeadlineDays, BeforeARecurrenceRecurADayEarlier) {
  Deadline deadline;
  deadline.kind = DeadlineKind::recurring;
  deadline.recurrence = "FREQ=MONTHLY;BYMONTHDAY=25";
  EXPECT_EQ(days(deadline).recurrence, "FREQ=MONTHLY;BYMONTHDAY=25");
  deadline.exclusive = true;
  EXPECT_EQ(days(deadline).recurrence, "FREQ=MONTHLY;BYMONTHDAY=24");
  deadline.recurrence = "FREQ=DAILY";
  EXPECT_EQ(days(deadline).recurrence, "FREQ=DAILY");
  EXPECT_TRUE(days_of(deadline, {}).before_recurrence);
}

TEST(Recurrence, IsADayEarlier) {
  const std::pair<const char*, const char*> cases[] = {
      {"FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14"},
      {"FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=10,25", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=9,24"},
      {"FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYMONTHDAY=-2"},
      {"FREQ=MONTHLY;BYMONTHDAY=1", "FREQ=MONTHLY;BYMONTHDAY=-1"},
      {"FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1", "FREQ=YEARLY;BYMONTH=12,6;BYMONTHDAY=-1"},
      {"FREQ=WEEKLY;BYDAY=MO,FR", "FREQ=WEEKLY;BYDAY=SU,TH"},
  };
  for (const auto& [rule, earlier] : cases) EXPECT_EQ(a_day_earlier(rule), earlier) << rule;
}

TEST(Recurrence, WithoutDaysHasNoDayEarlier) {
  for (const char* rule : {"", "FREQ=YEARLY", "FREQ=DAILY;BYHOUR=16", "FREQ=MONTHLY;BYDAY=2MO",
                           "FREQ=MONTHLY;BYMONTHDAY=1,15", "FREQ=MONTHLY;BYMONTHDAY=x",
                           "FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=1"})
    EXPECT_FALSE(a_day_earlier(rule).has_value()) << rule;
}

TEST(Recurrence, HasAFirstDay) {
  const Day from = day_of("2023-03-22").value();
  EXPECT_EQ(first_occurrence("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31", from)->day,
            day_of("2023-03-31"));
  EXPECT_EQ(first_occurrence("FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=10", from)->day,
            day_of("2024-01-10"));
  EXPECT_EQ(first_occurrence("FREQ=WEEKLY;BYDAY=SU", from)->day, day_of("2023-03-26"));
  EXPECT_EQ(first_occurrence("FREQ=DAILY;BYHOUR=16", from)->hour, 16);
  EXPECT_FALSE(first_occurrence("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", from).has_value());
  EXPECT_FALSE(first_occurrence("nonsense", from).has_value());
}

}  // namespace
}  // namespace trichyeu
