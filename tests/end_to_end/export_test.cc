// Many outputs as one file a format.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "models/formats/formats.h"
#include "tests/end_to_end/command.h"
#include "tests/end_to_end/documents.h"
#include "tests/support/temporary_folder.h"

namespace trichyeu {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::Outcome;
using testing::run_command;
using ::testing::StartsWith;
using testing::TemporaryFolder;

Plan plan_of(const std::string& source, const std::string& date, const std::string& unit,
             const std::string& end) {
  Plan plan;
  plan.source.file = source;
  plan.source.sha256 = std::string(63, '0') + std::to_string(source.size() % 10);
  plan.header.date = PrintedDate{{date, {}, {}, 1, {}, {}, {}}, date};
  Task task;
  task.id = "t1";
  task.path = "I.1";
  task.content.text = "Rà soát của " + unit;
  task.lead = {{{unit, {}, {}, 1, {}, {}, {}}, "u1", {}}};
  Deadline deadline;
  deadline.kind = DeadlineKind::due;
  deadline.end = end;
  deadline.value.text = "đến " + end;
  task.deadlines = {deadline};
  plan.tasks = {task};
  return plan;
}

// Two plans of different years and units.
class Export : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder_.path() / "out" / "2024");
    folder_.write("out/a.xml", to_xml(plan_of("a.txt", "2023-03-22", "Sở Y tế", "2023-06-30")));
    folder_.write("out/2024/b.xml",
                  to_xml(plan_of("bb.txt", "2024-05-06", "Sở Nội vụ", "2024-12-31")));
  }
  [[nodiscard]] Outcome run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"export", folder_.path_of("out")});
    return run_command(arguments);
  }
  // The contents of the tasks that are exported.
  [[nodiscard]] std::vector<std::string> tasks(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--format", "jsonl", "-o", "-"});
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    std::vector<std::string> contents;
    std::istringstream lines(outcome.out);
    for (std::string line; std::getline(lines, line);) {
      const nlohmann::json plan = nlohmann::json::parse(line);
      for (const auto& task : plan["tasks"]) contents.push_back(task["content"]["text"]);
    }
    return contents;
  }
  TemporaryFolder folder_;
};

TEST_F(Export, WritesOneFileAFormat) {
  const Outcome outcome =
      run({"--format", "jsonl,csv,xlsx,ics", "-o", folder_.path_of("exported/all")});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.err, IsEmpty());
  EXPECT_THAT(outcome.out, StartsWith(folder_.path_of("exported/all.citations.csv\n")));
  EXPECT_THAT(outcome.out, HasSubstr("Văn bản: 2\nNhiệm vụ: 2\n"));
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path() / "exported"))
    names.insert(entry.path().filename().string());
  EXPECT_THAT(
      names, ElementsAre("all.citations.csv", "all.ics", "all.jsonl", "all.tasks.csv", "all.xlsx"));
  EXPECT_THAT(folder_.read("exported/all.tasks.csv"),
              AllOf(HasSubstr("Rà soát của Sở Y tế"), HasSubstr("Rà soát của Sở Nội vụ")));
}

TEST_F(Export, TakesTheNameThatIsGiven) {
  for (const auto& [option, name] : {std::pair("tasks.ics", "tasks.ics"),
                                     {"tasks", "tasks.ics"},
                                     {"sub/", "sub/export.ics"},
                                     {"tasks.todo", "tasks.todo"}}) {
    EXPECT_EQ(run({"--format", "ics", "-o", folder_.path_of(option)})
                  .out.find(folder_.path_of(name) + '\n'),
              0U)
        << option;
  }
}

TEST_F(Export, FiltersByDateUnitAndDeadline) {
  EXPECT_THAT(tasks({}), ElementsAre("Rà soát của Sở Nội vụ", "Rà soát của Sở Y tế"));
  EXPECT_THAT(tasks({"--since", "2024-01-01"}), ElementsAre("Rà soát của Sở Nội vụ"));
  EXPECT_THAT(tasks({"--until", "2023-12-31"}), ElementsAre("Rà soát của Sở Y tế"));
  EXPECT_THAT(tasks({"--unit", "so noi vu"}), ElementsAre("Rà soát của Sở Nội vụ"));
  EXPECT_THAT(tasks({"--due-before", "2024-01-01"}), ElementsAre("Rà soát của Sở Y tế"));
  EXPECT_THAT(tasks({"--since", "2025-01-01"}), IsEmpty());
}

TEST_F(Export, GoesOnAfterWhatIsNoOutput) {
  folder_.write("out/page.xml", "<html/>");
  folder_.write("out/torn.xml", folder_.read("out/a.xml").substr(0, 500));
  std::string older = to_xml(Plan{});
  folder_.write("out/older.xml",
                older.replace(older.find("schemaVersion=\"1.0\""), 19, "schemaVersion=\"0.9\""));
  const Outcome outcome = run({"-o", folder_.path_of("all")});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err,
              HasSubstr(folder_.path_of("out/page.xml") + ": line 1: its root is <html>"));
  EXPECT_THAT(outcome.err,
              HasSubstr(folder_.path_of("out/torn.xml") + ": it is not well-formed XML: line "));
  EXPECT_THAT(outcome.err, HasSubstr(folder_.path_of("out/older.xml") +
                                     ": line 2: it is of schema version \"0.9\""));
  EXPECT_THAT(outcome.out, HasSubstr("Văn bản: 2\n"));
  EXPECT_THAT(folder_.names(), ElementsAre("all.xlsx", "out"));
}

TEST_F(Export, WritesNothingWhereNothingCanBeRead) {
  folder_.write("page.xml", "<html/>");
  EXPECT_EQ(
      run_command({"export", folder_.path_of("page.xml"), "-o", folder_.path_of("all")}).exit_code,
      3);
  EXPECT_EQ(
      run_command({"export", folder_.path_of("none"), "-o", folder_.path_of("all")}).exit_code, 3);
  std::filesystem::create_directory(folder_.path() / "empty");
  EXPECT_THAT(run_command({"export", folder_.path_of("empty")}).err, HasSubstr("holds no output"));
  EXPECT_THAT(folder_.names(), ElementsAre("empty", "out", "page.xml"));
}

TEST_F(Export, CountsASourceOnce) {
  folder_.write("out/again.xml", folder_.read("out/a.xml"));
  const Outcome outcome = run({"-o", folder_.path_of("all"), "--lang", "en"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("Documents: 2\n"));
  EXPECT_THAT(outcome.err, HasSubstr("counts once"));
}

TEST_F(Export, TellsAUnitThatNobodyNames) {
  const Outcome outcome = run({"-o", folder_.path_of("all"), "--unit", "Sở Tư pháp"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("Units there are: Sở Nội vụ; Sở Y tế"));
  EXPECT_THAT(folder_.names(), ElementsAre("out"));
}

TEST_F(Export, RefusesWhatItCannotDo) {
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"--format", "xml"},
                                                    {"--format", "docx"},
                                                    {"--format", "csv", "-o", "-"},
                                                    {"--since", "30/6/2024"},
                                                    {"--redact", "units"},
                                                    {"--unit", " "}}) {
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.exit_code, 2) << ::testing::PrintToString(arguments);
    EXPECT_THAT(outcome.out, IsEmpty());
  }
}

TEST_F(Export, TellsWhereItCannotWrite) {
  const Outcome outcome = run({"-o", "/proc/none/all"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("(cannot-write)"));
}

TEST(ExportRedacted, NamesNoPerson) {
  const TemporaryFolder folder;
  const std::string letter = folder.write("cv.txt", testing::letter_text);
  EXPECT_EQ(run_command({"convert", letter, "-o", folder.path_of("out/")}).exit_code, 0);
  const auto exported = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(),
                     {"export", folder.path_of("out"), "--format", "jsonl", "-o", "-"});
    return run_command(arguments).out;
  };
  EXPECT_THAT(exported({}), HasSubstr("Trần Văn Lâm"));
  EXPECT_THAT(exported({"--redact", "persons"}),
              AllOf(Not(HasSubstr("Trần Văn Lâm")), HasSubstr("Sở Y tế gửi")));
}

TEST(Schema, IsPrinted) {
  EXPECT_EQ(run_command({"schema"}).out, plan_schema());
  EXPECT_EQ(nlohmann::json::parse(run_command({"schema", "json"}).out)["$schema"],
            "https://json-schema.org/draft/2020-12/schema");
  EXPECT_EQ(run_command({"schema", "csv"}).exit_code, 2);
}

}  // namespace
}  // namespace trichyeu
