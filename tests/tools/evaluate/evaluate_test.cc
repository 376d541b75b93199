#include "tools/evaluate/evaluate.h"

#include <gtest/gtest.h>

#include "tools/evaluate/calibration.h"
#include "tools/evaluate/changes.h"

namespace trichyeu {
namespace {

Value text(std::string words, double confidence = 0.97) {
  Value value;
  value.text = std::move(words);
  value.confidence = confidence;
  return value;
}

Citation citation(std::string id, std::string number, std::string date, std::string issuer) {
  Citation made;
  made.id = std::move(id);
  made.value = text("Kế hoạch số " + number);
  made.number = std::move(number);
  made.date = std::move(date);
  made.issuer = std::move(issuer);
  return made;
}

Deadline in_year(const std::string& year, std::string words) {
  Deadline deadline;
  deadline.value = text(std::move(words));
  deadline.kind = DeadlineKind::interval;
  deadline.start = year + "-01-01";
  deadline.end = year + "-12-31";
  return deadline;
}

Task task(std::string id, std::string path, std::string content, std::vector<std::string> lead) {
  Task made;
  made.id = std::move(id);
  made.path = std::move(path);
  made.content = text(std::move(content));
  for (std::string& unit : lead) made.lead.push_back({text(std::move(unit)), {}, {}});
  return made;
}

Plan plan() {
  Plan made;
  made.header.number = Number{text("83/KH-SYT"), "KH-SYT"};
  made.header.title = text("Phòng dịch mùa hè trên địa bàn tỉnh trong ba tháng năm 2023 này");
  made.header.recipients = {{text("Như trên"), {}}, {text("Lưu: VT (2b)"), {}}};
  made.citations = {citation("c1", "12/KH-UBND", "2023-01-05", "UBND tỉnh"),
                    citation("c2", "13/KH-UBND", "", "")};
  made.tasks = {task("t1", "I.1", "Giám sát ổ dịch tại các xã.", {"Phòng Y tế"}),
                task("t2", "I.2#1", "Tuyên truyền tới từng hộ dân.", {"Phòng Văn hóa", "Đài xã"})};
  made.tasks[0].deadlines = {in_year("2023", "Năm 2023")};
  return made;
}

Gold gold() {
  Gold made;
  made.plan = plan();
  made.header = {"number", "symbol", "title", "recipients"};
  return made;
}

Tally tally(const Plan& output, Field field) {
  return tally_of(tallies_of(evaluate("a", gold(), &output)), field);
}

TEST(Evaluate, GivesFullMarksToGoldItself) {
  const Plan same = plan();
  for (const Field field : all_fields()) {
    EXPECT_DOUBLE_EQ(tally(same, field).f1(), 1) << name_of(field);
    EXPECT_DOUBLE_EQ(tally(same, field).exact_f1(), 1) << name_of(field);
  }
  EXPECT_EQ(tally(same, Field::header).right, 4U);
  EXPECT_EQ(tally(same, Field::lead).right, 3U);
}

TEST(Evaluate, MissesEverythingWithoutOutput) {
  const DocumentEvaluation document = evaluate("a", gold(), nullptr);
  EXPECT_FALSE(document.has_output);
  const Tallies tallies = tallies_of(document);
  EXPECT_EQ(tally_of(tallies, Field::header).wrong, 4U);
  EXPECT_EQ(tally_of(tallies, Field::citation).missed, 2U);
  EXPECT_EQ(tally_of(tallies, Field::citation_date).missed, 2U);
  EXPECT_EQ(tally_of(tallies, Field::path).missed, 2U);
  EXPECT_EQ(tally_of(tallies, Field::lead).missed, 3U);
  EXPECT_EQ(tally_of(tallies, Field::deadline).missed, 1U);
}

TEST(Evaluate, ComparesHeadersFieldByField) {
  Plan output = plan();
  output.header.number->value.text = "84/KH-SYT";
  output.header.title->text += " (dự thảo)";  // 13 words of 15
  output.header.recipients[1].value.text = "Lưu VT";
  EXPECT_EQ(tally(output, Field::header_number).wrong, 1U);
  EXPECT_EQ(tally(output, Field::header_title).right, 1U);
  EXPECT_EQ(tally(output, Field::header_title).exact, 0U);
  EXPECT_EQ(tally(output, Field::header_recipients).right, 1U) << "brackets do not count";
  output.header.recipients.pop_back();
  EXPECT_EQ(tally(output, Field::header_recipients).wrong, 1U);
}

TEST(Evaluate, ExcusesHandwritingThatIsLeftOut) {
  Gold handwritten = gold();
  handwritten.handwritten = {"number"};
  Plan output = plan();
  output.header.number->value.text.clear();
  const auto number = [&] {
    return tally_of(tallies_of(evaluate("a", handwritten, &output)), Field::header_number);
  };
  EXPECT_EQ(number().right, 1U);
  output.header.number->value.text = "88/KH-SYT";
  EXPECT_EQ(number().wrong, 1U);
}

TEST(Evaluate, TellsWrongPartsFromMissedCitations) {
  Plan output = plan();
  output.citations[0].date = "2023-05-01";
  output.citations[1].number = "31/KH-UBND";
  EXPECT_EQ(tally(output, Field::citation).right, 1U);
  EXPECT_EQ(tally(output, Field::citation).missed, 1U);
  EXPECT_EQ(tally(output, Field::citation).invented, 1U);
  EXPECT_EQ(tally(output, Field::citation_date).wrong, 1U);
  EXPECT_EQ(tally(output, Field::citation_date).missed, 1U);
  EXPECT_DOUBLE_EQ(tally(output, Field::citation).f1(), 0.5);
}

TEST(Evaluate, CountsRolesOnlyWhereGoldStatesThem) {
  Gold with_role = gold();
  with_role.plan.citations[0].role = "basis";
  const Plan output = plan();
  EXPECT_TRUE(tally(output, Field::citation_role).empty());
  EXPECT_EQ(tally_of(tallies_of(evaluate("a", with_role, &output)), Field::citation_role).wrong,
            1U);
}

TEST(Evaluate, PairsTasksByTheirWords) {
  Plan output = plan();
  output.tasks[0].content.text = "Giám sát các ổ dịch tại các xã";
  output.tasks[0].deadlines[0].end = "2023-12-30";
  output.tasks[1].path = "I.2#7";
  output.tasks[1].lead.pop_back();
  output.tasks.push_back(task("t3", "II", "Việc không ai giao", {"Sở A"}));
  EXPECT_EQ(tally(output, Field::task).right, 2U);
  EXPECT_EQ(tally(output, Field::task).exact, 1U);
  EXPECT_EQ(tally(output, Field::task).invented, 1U);
  EXPECT_EQ(tally(output, Field::path).right, 2U) << "a bullet's number does not count";
  EXPECT_EQ(tally(output, Field::path).exact, 1U);
  EXPECT_EQ(tally(output, Field::lead).missed, 1U);
  EXPECT_EQ(tally(output, Field::lead).invented, 1U) << "units of an invented task";
  EXPECT_EQ(tally(output, Field::deadline).missed, 1U);
  EXPECT_EQ(tally(output, Field::deadline).invented, 1U);
}

TEST(Evaluate, LetsOptionalThingsCostNothing) {
  Gold optional = gold();
  optional.optional = {"c2", "t2"};
  Plan output = plan();
  EXPECT_EQ(tally_of(tallies_of(evaluate("a", optional, &output)), Field::lead).right, 1U);
  output.citations.pop_back();
  output.tasks.pop_back();
  const Tallies tallies = tallies_of(evaluate("a", optional, &output));
  EXPECT_DOUBLE_EQ(tally_of(tallies, Field::citation).f1(), 1);
  EXPECT_DOUBLE_EQ(tally_of(tallies, Field::task).f1(), 1);
}

TEST(Calibration, CountsRightValuesByTheirConfidence) {
  Plan output = plan();
  output.citations[0].date = "2020-01-01";
  output.citations[1].value.confidence = 0.85;
  const std::vector<ConfidenceBand> bands = calibration_of({evaluate("a", gold(), &output)});
  ASSERT_EQ(bands.size(), 5U);
  // Number, title, two recipients, c1, two tasks, three units, a deadline; c1's date is wrong.
  EXPECT_EQ(bands[0].values, 11U);
  EXPECT_EQ(bands[0].right, 10U);
  EXPECT_EQ(bands[2].values, 1U);
  EXPECT_EQ(bands[2].right, 1U);
  EXPECT_DOUBLE_EQ(share_of_first(bands), 11.0 / 12);
}

TEST(Changes, AreGainsAndLosses) {
  Plan before = plan();
  before.citations.pop_back();
  before.tasks.push_back(task("t3", "II", "Việc không ai giao", {}));
  Plan now = plan();
  now.tasks[0].lead.clear();
  const Changes changes =
      changes_between({evaluate("a", gold(), &before)}, {evaluate("a", gold(), &now)});
  // c2, its date and issuer; the invented task is gone.
  ASSERT_EQ(changes.gains.size(), 4U);
  EXPECT_EQ(changes.gains[0].judgement.subject, "c2 13/KH-UBND");
  EXPECT_EQ(changes.gains[3].judgement.outcome, Outcome::invented);
  ASSERT_EQ(changes.losses.size(), 1U);
  EXPECT_EQ(changes.losses[0].judgement.wanted, "Phòng Y tế");
  EXPECT_EQ(changes.fallen, std::vector<Field>{Field::lead});
}

}  // namespace
}  // namespace trichyeu
