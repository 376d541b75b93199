// explain, rules, evaluate, and the script that begins a rule.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/end_to_end/command.h"
#include "tests/end_to_end/documents.h"
#include "tests/support/temporary_folder.h"

namespace trichyeu {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::Outcome;
using testing::run_command;
using testing::TemporaryFolder;

// One rule of a file of its own.
constexpr const char* rule_of_a_test =
    "[[rule]]\nid = \"weather.sun\"\nreason = \"Says that the sun shines.\"\npattern = 'nắng to'\n"
    "examples = [{ text = \"trời ⟦nắng to⟧\" }]\ncounter_examples = [\"trời mưa\"]\n";

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  return text.replace(text.find(what), what.size(), with);
}

int new_rule(const std::string& arguments) {
  const std::string command =
      std::string(TRICHYEU_SOURCE_DIR) + "/tools/new-rule " + arguments + " >/dev/null 2>&1";
  return WEXITSTATUS(std::system(command.c_str()));
}

TEST(Explain, NamesRulesReasonsAndLosers) {
  const Outcome outcome = run_command({"explain", "-", "--at", "c1"}, testing::plan_text);
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out,
              AllOf(HasSubstr("c1, 0."), HasSubstr("citations.numbered: \"Kế hoạch số 12/KH-UBND"),
                    HasSubstr("because: "), HasSubstr("took citations.numbered"),
                    HasSubstr("lost citations."), Not(HasSubstr("\033"))));
}

TEST(Explain, ShowsATaskWithItsUnitsAndDeadlines) {
  const Outcome outcome = run_command({"explain", "-", "--at", "t1"}, testing::plan_text);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("t1 lead, "), HasSubstr("t1 deadline, "),
                                 HasSubstr("from 2023-06-01, to 2023-06-30")));
  EXPECT_THAT(outcome.out, Not(HasSubstr("header")));
}

TEST(Explain, ShowsEverythingUnlessAsked) {
  const Outcome outcome = run_command({"explain", "-"}, testing::plan_text);
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("header number"), HasSubstr("t1 deadline")));
}

TEST(Explain, SaysWhatItCannotFind) {
  const Outcome nothing = run_command({"explain", "-", "--at", "t99"}, testing::plan_text);
  EXPECT_EQ(nothing.exit_code, 2);
  EXPECT_THAT(nothing.err, HasSubstr("nothing is called t99"));
  EXPECT_EQ(run_command({"explain", "/no/such/file"}).exit_code, 3);
}

TEST(Rules, ListShowAndTest) {
  EXPECT_THAT(run_command({"rules", "list"}).out,
              AllOf(HasSubstr("citations.toml\n"), HasSubstr("labels.lead ")));
  EXPECT_THAT(run_command({"rules", "list", "--file", "labels"}).out,
              AllOf(HasSubstr("labels.lead "), Not(HasSubstr("citations."))));
  EXPECT_THAT(run_command({"rules", "show", "labels.lead"}).out,
              AllOf(HasSubstr("pattern "), HasSubstr("expanded "), HasSubstr("⟦")));
  const Outcome tested = run_command({"rules", "test"});
  EXPECT_EQ(tested.exit_code, 0) << tested.out;
  EXPECT_THAT(tested.out, EndsWith("failed: 0\n"));
}

TEST(Rules, TestAFolderOfRules) {
  const TemporaryFolder folder;
  folder.write("weather.toml", rule_of_a_test);
  const std::vector<std::string> arguments{"rules", "test", "weather", "--grammar",
                                           folder.path().string()};
  EXPECT_EQ(run_command(arguments).exit_code, 0);
  folder.write("weather.toml", replaced(rule_of_a_test, "trời mưa", "nắng to"));
  const Outcome failing = run_command(arguments);
  EXPECT_EQ(failing.exit_code, 1);
  EXPECT_THAT(failing.out, AllOf(HasSubstr("weather.toml: weather.sun: in \"nắng to\" expected"),
                                 HasSubstr("Narrow the pattern"), EndsWith("failed: 1\n")));
  folder.write("weather.toml", "[[rule]]\nid = 'weather.sun'\n");
  EXPECT_EQ(run_command(arguments).exit_code, 5);
}

TEST(NewRule, BeginsARuleThatLoads) {
  const TemporaryFolder folder;
  const std::string at = " --grammar " + folder.path().string();
  EXPECT_EQ(new_rule("weather.rain 'mưa (rất) to?'" + at), 0);
  EXPECT_EQ(new_rule("weather.rain" + at), 1) << "it is there already";
  EXPECT_EQ(new_rule("labels.weather 'Thời tiết'" + at), 0);
  EXPECT_EQ(new_rule("Weather" + at), 2);
  EXPECT_EQ(new_rule(""), 2);
  const Outcome tested = run_command({"rules", "test", "weather.rain", "labels.weather", "labels",
                                      "--grammar", folder.path().string()});
  EXPECT_EQ(tested.exit_code, 0) << tested.out << tested.err;
}

class Evaluate : public ::testing::Test {
 protected:
  void SetUp() override {
    const Outcome converted =
        run_command({"convert", "-", "-o", path("gold.xml")}, testing::plan_text);
    ASSERT_EQ(converted.exit_code, 0) << converted.err;
    std::filesystem::create_directories(path("out"));
    folder_.write("out/plan.xml", folder_.read("gold.xml"));
    std::filesystem::create_directories(path("gold"));
    folder_.write("gold/plan.xml", folder_.read("gold.xml"));
  }
  [[nodiscard]] std::string path(const std::string& name) const { return folder_.path_of(name); }

  TemporaryFolder folder_;
};

TEST_F(Evaluate, GivesFullMarksToGoldItself) {
  const Outcome outcome = run_command({"evaluate", path("gold"), path("out")});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out,
              AllOf(HasSubstr("Nhiệm vụ"), HasSubstr("plan "), Not(HasSubstr("0.000"))));
  EXPECT_THAT(outcome.err, IsEmpty());
}

TEST_F(Evaluate, ComparesTwoVersions) {
  std::filesystem::create_directories(path("worse"));
  folder_.write("worse/plan.xml", replaced(folder_.read("gold.xml"), "2023-06-30", "2023-06-29"));
  const Outcome better = run_command(
      {"evaluate", path("gold"), path("out"), "--compare", path("worse"), "--report-lang", "en"});
  EXPECT_EQ(better.exit_code, 0);
  EXPECT_THAT(better.out, HasSubstr("Gains: 2\n"));
  const Outcome worse = run_command({"evaluate", path("gold"), path("worse"), "--compare",
                                     path("out"), "--format", "html", "-o", path("report.html")});
  EXPECT_EQ(worse.exit_code, 1);
  EXPECT_THAT(folder_.read("report.html"), HasSubstr("Kém đi: 2"));
}

TEST_F(Evaluate, CountsMissingOutputsAsNothing) {
  std::filesystem::remove(path("out/plan.xml"));
  const Outcome missing = run_command({"evaluate", path("gold"), path("out")});
  EXPECT_EQ(missing.exit_code, 1);
  EXPECT_THAT(missing.out, HasSubstr("không có kết quả"));
  EXPECT_THAT(missing.err, HasSubstr("(cannot-open)"));
  folder_.write("out/plan.xml", "<plan/>");
  EXPECT_EQ(run_command({"evaluate", path("gold"), path("out")}).exit_code, 1);
  folder_.write("gold/plan.xml", "<plan/>");
  EXPECT_EQ(run_command({"evaluate", path("gold"), path("out")}).exit_code, 3);
  EXPECT_EQ(run_command({"evaluate", path("none"), path("out")}).exit_code, 3);
}

}  // namespace
}  // namespace trichyeu
