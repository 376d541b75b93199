#include "models/formats/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/formats/words.h"
#include "tests/models/formats/sample_plan.h"

namespace trichyeu {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const PlanTable* const tables[] = {&task_table(), &citation_table(), &document_table(),
                                   &diagnostic_table()};

TEST(Tables, HaveACellForEachColumn) {
  const Plan plan = testing::sample_plan();
  for (const PlanTable* table : tables) {
    const std::vector<TableRow> rows = table->rows(plan, "vi");
    EXPECT_FALSE(rows.empty()) << table->name;
    for (const TableRow& row : rows) EXPECT_THAT(row, SizeIs(table->columns.size())) << table->name;
  }
}

// A word that the list lacks reads as its key's end.
TEST(Tables, HaveAHeadInBothLanguages) {
  for (const PlanTable* table : tables) {
    for (const TableColumn& column : table->columns) {
      const std::string key = std::string(table->name) + '.' + std::string(column.name);
      EXPECT_NE(worded(key, "vi"), column.name) << key;
      EXPECT_NE(worded(key, "en"), "") << key;
      EXPECT_NE(worded(key, "vi"), worded(key, "en")) << key;
    }
  }
}

TEST(Tables, HaveTheirPrintedColumnsFirst) {
  for (const PlanTable* table : tables) {
    bool prints = true;
    for (const TableColumn& column : table->columns) {
      EXPECT_TRUE(prints || column.width == 0) << column.name;
      prints = column.width > 0;
    }
  }
}

TEST(Tables, HaveARowForATaskWithoutDeadline) {
  Plan plan = testing::sample_plan();
  plan.tasks.front().deadlines.push_back(plan.tasks.front().deadlines.front());
  EXPECT_THAT(task_table().rows(plan, "vi"), SizeIs(2));
  plan.tasks.front().deadlines.clear();
  EXPECT_THAT(task_table().rows(plan, "vi"), SizeIs(1));
}

TEST(Words, WordEveryNameOfTheContract) {
  for (int kind = 0; kind <= static_cast<int>(DeadlineKind::unparsed); ++kind) {
    const std::string name(name_of(static_cast<DeadlineKind>(kind)));
    EXPECT_NE(worded("kind." + name, "vi"), name);
  }
  for (const char* severity : {"severity.info", "severity.warning", "severity.error"})
    EXPECT_NE(worded(severity, "vi"), std::string(severity).substr(9));
}

TEST(Words, FillTheirPlaces) {
  EXPECT_EQ(worded("todo.page", "vi", {"2"}), "trang 2");
  EXPECT_EQ(worded("assumption.a new one", "vi"), "a new one");
  EXPECT_EQ(worded_day("2024-12-05", "vi"), "05/12/2024");
  EXPECT_EQ(worded_day("2024-12-05", "en"), "2024-12-05");
  EXPECT_EQ(worded_day("2024", "vi"), "2024");
}

TEST(Notes, SayWhatIsAssumedAndApproximate) {
  Deadline deadline;
  EXPECT_THAT(note_on(deadline, {}, "vi"), IsEmpty());
  deadline.end = "2024-12-05";
  deadline.exclusive = true;
  deadline.approximate = true;
  deadline.assumption = "year from the plan";
  EXPECT_EQ(note_on(deadline, {}, "en"),
            "Before 2024-12-05: the last day is 2024-12-04. Approximate: the text names no day. "
            "Assumed: the year is the plan's.");
  EXPECT_THAT(note_on(deadline, {}, "vi"),
              HasSubstr("Trước ngày 05/12/2024, ngày cuối là 04/12/2024."));
}

}  // namespace
}  // namespace trichyeu
