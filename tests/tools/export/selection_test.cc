#include "tools/export/selection.h"

#include <gtest/gtest.h>

namespace trichyeu {
namespace {

Unit unit(const std::string& name, const std::string& full = {}) {
  Unit named;
  named.value.text = name;
  named.full = full;
  return named;
}

Deadline due(const std::string& end) {
  Deadline deadline;
  deadline.kind = DeadlineKind::due;
  deadline.end = end;
  return deadline;
}

Plan plan_of(const std::string& date, const std::vector<Task>& tasks = {}) {
  Plan plan;
  if (!date.empty()) plan.header.date = PrintedDate{{}, date};
  plan.tasks = tasks;
  return plan;
}

Task task(const std::string& lead, const std::string& coordinating,
          const std::vector<Deadline>& deadlines) {
  Task made;
  if (!lead.empty()) made.lead = {unit(lead)};
  if (!coordinating.empty()) made.coordinating = {unit(coordinating)};
  made.deadlines = deadlines;
  return made;
}

Selection dates(const char* since, const char* until) {
  Selection selection;
  selection.since = day_of(since);
  selection.until = day_of(until);
  return selection;
}

Selected selected(Plan plan, const Selection& selection) { return select(plan, selection); }

TEST(Selection, TakesAllWhereNothingIsAsked) {
  EXPECT_EQ(selected(plan_of(""), {}), Selected::yes);
}

TEST(Selection, TakesDaysWithBothEnds) {
  const Selection spring = dates("2024-01-01", "2024-03-31");
  EXPECT_EQ(selected(plan_of("2024-01-01"), spring), Selected::yes);
  EXPECT_EQ(selected(plan_of("2024-03-31"), spring), Selected::yes);
  EXPECT_EQ(selected(plan_of("2024-04-01"), spring), Selected::no);
  EXPECT_EQ(selected(plan_of("2023-12-31"), spring), Selected::no);
  EXPECT_EQ(selected(plan_of("2023-12-31"), dates("", "2024-03-31")), Selected::yes);
}

TEST(Selection, TakesAPartialDateThatMayBeInside) {
  const Selection spring = dates("2024-02-10", "2024-03-31");
  EXPECT_EQ(selected(plan_of("2024-02"), spring), Selected::yes);
  EXPECT_EQ(selected(plan_of("2024"), spring), Selected::yes);
  EXPECT_EQ(selected(plan_of("2024-01"), spring), Selected::no);
  EXPECT_EQ(selected(plan_of(""), spring), Selected::undated);
}

TEST(Selection, FindsAUnitByItsWords) {
  const Plan plan = plan_of("", {task("Thanh tra Sở Y tế", "Sở Văn hóa, Thể thao và Du lịch", {})});
  for (const char* words : {"Sở Y tế", "so y te", "SỞ Y TẾ", "thanh tra", "Thể thao"}) {
    Selection selection;
    selection.units = {words};
    EXPECT_EQ(selected(plan, selection), Selected::yes) << words;
  }
  for (const char* words : {"Sở Nội vụ", "Y tế xã", "hanh tra", "Sở Y t"}) {
    Selection selection;
    selection.units = {words};
    EXPECT_EQ(selected(plan, selection), Selected::no) << words;
  }
}

TEST(Selection, FindsAUnitByItsFullName) {
  Plan plan = plan_of("", {task("", "", {})});
  plan.tasks.front().lead = {unit("Sở GDĐT", "Sở Giáo dục và Đào tạo")};
  Selection selection;
  selection.units = {"giáo dục và đào tạo"};
  EXPECT_EQ(selected(plan, selection), Selected::yes);
}

TEST(Selection, KeepsTheTasksOfAnyOfTheUnits) {
  Plan plan =
      plan_of("", {task("Sở Y tế", "", {}), task("", "Sở Nội vụ", {}), task("Sở Tư pháp", "", {})});
  Selection selection;
  selection.units = {"Sở Y tế", "Sở Nội vụ"};
  EXPECT_EQ(select(plan, selection), Selected::yes);
  EXPECT_EQ(plan.tasks.size(), 2U);
}

TEST(Selection, KeepsTheDeadlinesBeforeADay) {
  Plan plan = plan_of("2024-01-05", {task("A", "", {due("2024-05-31"), due("2024-06-01")}),
                                     task("B", "", {}), task("C", "", {due("2025-01-01")})});
  Selection selection;
  selection.due_before = day_of("2024-06-01");
  EXPECT_EQ(select(plan, selection), Selected::yes);
  ASSERT_EQ(plan.tasks.size(), 1U);
  EXPECT_EQ(plan.tasks.front().deadlines.size(), 1U);
}

TEST(Selection, CountsARecurrenceByItsFirstDay) {
  Deadline monthly;
  monthly.kind = DeadlineKind::recurring;
  monthly.recurrence = "FREQ=MONTHLY;BYMONTHDAY=25";
  Deadline yearly = monthly;
  yearly.recurrence = "FREQ=YEARLY";
  const Plan plan = plan_of("2024-01-05", {task("A", "", {monthly, yearly})});
  Selection selection;
  selection.due_before = day_of("2024-01-25");
  EXPECT_EQ(selected(plan, selection), Selected::no);
  selection.due_before = day_of("2024-01-26");
  Plan kept = plan;
  EXPECT_EQ(select(kept, selection), Selected::yes);
  EXPECT_EQ(kept.tasks.front().deadlines.size(), 1U) << "a rule without days is never due";
}

}  // namespace
}  // namespace trichyeu
