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
              AllOf(HasSubstr("  c1 \"Kế hoạch số 12/KH-UBND"), HasSubstr("[citations.numbered 0."),
                    HasSubstr("vì: "), HasSubstr("\n  viện dẫn\n    citations.numbered \""),
                    HasSubstr("thua citations."), Not(HasSubstr("\033"))));
}

TEST(Explain, ShowsATaskWithItsUnitsAndDeadlines) {
  const Outcome outcome =
      run_command({"explain", "-", "--at", "t1", "--lang", "en"}, testing::plan_text);
  EXPECT_THAT(outcome.out,
              AllOf(HasSubstr("t1 lead \""), HasSubstr("t1 deadline \""),
                    HasSubstr("from 2023-06-01, to 2023-06-30"), HasSubstr("because: ")));
  EXPECT_THAT(outcome.out, Not(HasSubstr("header")));
}

TEST(Explain, ShowsEverythingUnlessAsked) {
  const Outcome outcome = run_command({"explain", "-"}, testing::plan_text);
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("thể thức: số"), HasSubstr("t1 thời hạn")));
  // Every stage that the document went through.
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("lines.place-date"), HasSubstr("enumeration.arabic"),
                                 HasSubstr("sections.tasks"), HasSubstr("labels.lead"),
                                 HasSubstr("periods."), HasSubstr("header.number")));
}

TEST(Explain, TakesEveryIdOfTheXml) {
  const std::string xml = run_command({"convert", "-", "-o", "-"}, testing::plan_text).out;
  std::size_t ids = 0;
  for (const std::string_view key : {" id=\"", " ref=\""}) {
    for (std::size_t at = xml.find(key); at != std::string::npos; at = xml.find(key, at + 1)) {
      const std::size_t from = at + key.size();
      const std::string id = xml.substr(from, xml.find('"', from) - from);
      EXPECT_EQ(run_command({"explain", "-", "--at", id}, testing::plan_text).exit_code, 0) << id;
      ++ids;
    }
  }
  EXPECT_GT(ids, 10U);
}

TEST(Explain, SaysWhereALineStandsAndWhatNoValueComesOf) {
  const Outcome outcome = run_command({"explain", "-", "--at", "I.1#1"}, testing::plan_text);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("thuộc h"), HasSubstr("\"I. NHIỆM VỤ\""),
                                 HasSubstr("[sections.tasks (class = tasks)]")));
  const Outcome number = run_command({"explain", "-", "--at", "3"}, testing::plan_text);
  EXPECT_THAT(number.out, HasSubstr("citations.own-number \"Số: 83/KH-SYT\" (kind = none): không "
                                    "thành giá trị"));
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
  EXPECT_THAT(run_command({"rules", "show", "tasks.labelled-item"}).out, HasSubstr("makes\n"));
  EXPECT_THAT(run_command({"rules", "list", "labels", "--json"}).out,
              AllOf(::testing::StartsWith("["), HasSubstr("\"id\": \"labels.lead\"")));
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
  EXPECT_THAT(failing.out,
              AllOf(HasSubstr("weather.toml: line 1: weather.sun: in \"nắng to\" expected"),
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
  EXPECT_EQ(new_rule("labels.lead" + at), 1) << "one of ours";
  EXPECT_THAT(folder.names(), ::testing::ElementsAre("labels.add.toml", "weather.toml"));
  EXPECT_EQ(new_rule("Weather" + at), 2);
  EXPECT_EQ(new_rule(""), 2);
  const Outcome tested = run_command({"rules", "test", "weather.rain", "labels.weather", "labels",
                                      "--grammar", folder.path().string()});
  EXPECT_EQ(tested.exit_code, 0) << tested.out << tested.err;
}

// A rule of a test in a folder of its own: what the plan becomes with it.
Outcome converted_with(const TemporaryFolder& folder, const std::string& document) {
  return run_command({"convert", "-", "-o", "-", "--grammar", folder.path().string()}, document);
}

std::string rule_of(const std::string& id, const std::string& lines) {
  return "[[rule]]\nid = \"" + id + "\"\nreason = \"Of a test.\"\n" + lines + "\n";
}

TEST(OwnGrammar, AddsALabelWithoutCode) {
  const std::string document =
      replaced(std::string(testing::plan_text), "Đơn vị chủ trì: Phòng Nghiệp vụ Y",
               "Nơi gánh việc chính: Phòng Nghiệp vụ Y");
  const TemporaryFolder folder;
  EXPECT_THAT(converted_with(folder, document).out, Not(HasSubstr("<lead>")));
  folder.write("labels.add.toml",
               rule_of("labels.main",
                       "at = \"start\"\nedges = \"none\"\n"
                       "pattern = '(?P<label>Nơi gánh việc chính):'\n"
                       "emit = { role = \"lead\" }\n"
                       "examples = [{ text = \"⟦Nơi gánh việc chính:⟧ Tổ A\" }]\n"
                       "counter_examples = [\"Nơi làm việc: Tổ A\"]"));
  EXPECT_THAT(converted_with(folder, document).out,
              AllOf(HasSubstr("<lead>"), HasSubstr("rule=\"labels.main\""),
                    HasSubstr(">Phòng Nghiệp vụ Y</unit>")));
}

TEST(OwnGrammar, AddsAHeadOfUnits) {
  const std::string document =
      replaced(std::string(testing::plan_text), "- Đơn vị chủ trì: Phòng Nghiệp vụ Y.",
               "- Đơn vị chủ trì: Thanh tra Sở, Quầy tiếp dân Đại An.");
  const TemporaryFolder folder;
  EXPECT_THAT(converted_with(folder, document).out, Not(HasSubstr(">Quầy tiếp dân Đại An</unit>")));
  folder.write("unit-heads.add.tsv", "head\tkind\nQuầy tiếp dân\tbody\n");
  EXPECT_THAT(converted_with(folder, document).out, HasSubstr(">Quầy tiếp dân Đại An</unit>"));
}

TEST(OwnGrammar, AddsAFormOfDeadlines) {
  const std::string document =
      replaced(std::string(testing::plan_text), "Tháng 6 năm 2023.", "Mùa nước nổi.");
  const TemporaryFolder folder;
  EXPECT_THAT(converted_with(folder, document).out, Not(HasSubstr("kind=\"recurring\"")));
  folder.write("deadlines.add.toml",
               rule_of("deadlines.flood-season",
                       "pattern = '[Mm]ùa nước nổi'\n"
                       "emit = { kind = \"recurring\", recurrence = \"FREQ=YEARLY\" }\n"
                       "examples = [{ text = \"⟦Mùa nước nổi⟧\" }]\n"
                       "counter_examples = [\"mùa khô\"]"));
  EXPECT_THAT(
      converted_with(folder, document).out,
      AllOf(HasSubstr("rule=\"deadlines.flood-season\""), HasSubstr("recurrence=\"FREQ=YEARLY\"")));
}

TEST(OwnGrammar, AddsAnIssuerToTheRegister) {
  const std::string document = replaced(
      std::string(testing::plan_text), "12/KH-UBND ngày 05/01/2023 của Ủy ban nhân dân tỉnh Đại An",
      "12/KH-HĐLG ngày 05/01/2023 của Hội đồng Lúa gạo");
  const TemporaryFolder folder;
  EXPECT_THAT(converted_with(folder, document).out, Not(HasSubstr(" iri=")));
  folder.write("issuers.add.tsv",
               "code\tfamily\tname\tslug\tauthor\tlocality\n"
               "HĐLG\tstate\tHội đồng Lúa gạo\thdlg\thoi-dong-lua-gao\tnone\n");
  EXPECT_THAT(
      converted_with(folder, document).out,
      AllOf(HasSubstr("target=\"admin:ke-hoach:hdlg:2023-01-05:12\""),
            HasSubstr("iri=\"/akn/vn/doc/ke-hoach/hoi-dong-lua-gao/2023-01-05/12-kh-hdlg\"")));
}

TEST(OwnGrammar, ReplacesARuleOfOurs) {
  const TemporaryFolder folder;
  folder.write("labels.add.toml",
               rule_of("labels.lead",
                       "at = \"start\"\npattern = '(?P<label>Người cầm trịch):'\n"
                       "edges = \"none\"\nemit = { role = \"lead\" }\n"
                       "examples = [{ text = \"⟦Người cầm trịch:⟧ Tổ A\" }]\n"
                       "counter_examples = [\"Đơn vị chủ trì: Tổ A\"]"));
  EXPECT_THAT(converted_with(folder, std::string(testing::plan_text)).out,
              Not(HasSubstr("rule=\"labels.lead\"")));
  const Outcome shown =
      run_command({"rules", "show", "labels.lead", "--grammar", folder.path().string()});
  EXPECT_THAT(shown.out, AllOf(HasSubstr("(labels.add.toml)"), HasSubstr("Người cầm trịch")));
}

TEST(OwnGrammar, NamesFileLineAndAdviceWhereItIsBroken) {
  const TemporaryFolder folder;
  folder.write("labels.add.toml", "\n\n" + rule_of("labels.main", "patern = 'a'"));
  const Outcome outcome = converted_with(folder, std::string(testing::plan_text));
  EXPECT_EQ(outcome.exit_code, 5);
  EXPECT_THAT(outcome.err,
              AllOf(HasSubstr("labels.add.toml: line 6: rule labels.main: unknown key patern"),
                    HasSubstr("Keys of a rule")));
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

TEST_F(Evaluate, FailsBelowABound) {
  const auto run = [&](const char* bound) {
    return run_command({"evaluate", path("gold"), path("out"), "--fail-below", bound});
  };
  EXPECT_EQ(run("lead=1").exit_code, 0);
  EXPECT_EQ(run("leed=1").exit_code, 2);
  folder_.write("out/plan.xml", replaced(folder_.read("gold.xml"), "2023-06-30", "2023-06-29"));
  EXPECT_EQ(run("lead=1").exit_code, 0);
  const Outcome below = run("deadline=0.5");
  EXPECT_EQ(below.exit_code, 1);
  EXPECT_THAT(below.err, HasSubstr("deadline: F1 0.000 is below 0.500"));
}

TEST_F(Evaluate, TakesSeveralGolds) {
  folder_.write("second.xml", folder_.read("gold.xml"));
  folder_.write("out/second.xml", folder_.read("gold.xml"));
  const Outcome both =
      run_command({"evaluate", path("gold"), path("second.xml"), path("out"), "--format", "json"});
  EXPECT_EQ(both.exit_code, 0) << both.err;
  EXPECT_THAT(both.out, HasSubstr("\"name\": \"plan\""));
  EXPECT_EQ(
      run_command({"evaluate", path("gold"), path("gold.xml"), path("out/plan.xml")}).exit_code, 3);
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
