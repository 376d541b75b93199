#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <nlohmann/json.hpp>

#include "models/formats/formats.h"
#include "models/sha256.h"
#include "tests/end_to_end/command.h"
#include "tests/end_to_end/documents.h"
#include "tests/support/temporary_folder.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::Outcome;
using testing::plan_text;
using testing::run_command;
using ::testing::StartsWith;
using testing::TemporaryFolder;

TEST(Convert, WritesAValidPlanBesideItsInput) {
  const TemporaryFolder folder;
  const std::string input = folder.write("kế hoạch số 83.txt", plan_text);
  const Outcome outcome = run_command({"convert", input});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.err, IsEmpty());
  EXPECT_THAT(folder.names(), ElementsAre("kế hoạch số 83.txt", "kế hoạch số 83.xml"));
  const std::string xml = folder.read("kế hoạch số 83.xml");
  EXPECT_THAT(validate_xml(xml), IsEmpty());
  const Result<Plan> plan = from_xml(xml);
  ASSERT_TRUE(plan.ok());
  EXPECT_EQ(plan->source.file, "kế hoạch số 83.txt");
  EXPECT_EQ(plan->source.sha256, sha256_hex(plan_text));
  ASSERT_TRUE(plan->header.number.has_value());
  EXPECT_EQ(plan->header.number->value.text, "83/KH-SYT");
  ASSERT_EQ(plan->citations.size(), 1U);
  EXPECT_EQ(plan->citations[0].number, "12/KH-UBND");
  ASSERT_EQ(plan->tasks.size(), 1U);
  EXPECT_EQ(plan->tasks[0].path, "I.1");
}

TEST(Convert, SumsUpInSixLinesAfterThePath) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.txt", plan_text);
  EXPECT_EQ(run_command({"convert", input}).out, folder.path_of("a.xml") +
                                                     "\n"
                                                     "Kế hoạch 83/KH-SYT, 2023-03-22, Sở Y tế\n"
                                                     "Văn bản viện dẫn: 1\n"
                                                     "Nhiệm vụ: 1\n"
                                                     "Đơn vị: 1\n"
                                                     "Thời hạn: 1\n"
                                                     "Lưu ý: 0\n");
  EXPECT_THAT(run_command({"convert", input, "--report-lang", "en"}).out,
              HasSubstr("\nTasks: 1\n"));
}

TEST(Convert, GivesTheSameBytesEachTime) {
  const Outcome first = run_command({"convert", "-"}, plan_text);
  EXPECT_EQ(first.exit_code, 0) << first.err;
  EXPECT_EQ(run_command({"convert", "-"}, plan_text).out, first.out);
}

TEST(Convert, TakesManyIntoAFolder) {
  const TemporaryFolder folder;
  const std::string text = folder.write("a.txt", plan_text);
  const std::string markdown = folder.write("a.md", plan_text);
  const std::string other = folder.write("b.txt", plan_text);
  const Outcome outcome =
      run_command({"convert", text, markdown, other, "-o", folder.path_of("out/")});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  for (const char* name : {"out/a.txt.xml", "out/a.md.xml", "out/b.xml"}) {
    EXPECT_TRUE(std::filesystem::exists(folder.path() / name)) << name;
    EXPECT_THAT(outcome.out, HasSubstr(folder.path_of(name) + ": Kế hoạch 83/KH-SYT"));
  }
}

TEST(Convert, WritesJsonAndText) {
  EXPECT_THAT(run_command({"convert", "-", "--format", "json"}, plan_text).out,
              HasSubstr("\"symbol\": \"KH-SYT\""));
  EXPECT_THAT(run_command({"convert", "-", "--format", "text"}, plan_text).out,
              HasSubstr("KẾ HOẠCH\nPhòng, chống dịch bệnh mùa hè năm 2023\n"));
}

TEST(Convert, WritesSeveralFormatsInOneRun) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.pdf.txt", plan_text);
  const Outcome outcome =
      run_command({"convert", input, "--format", "xml,json,jsonl", "-o", folder.path_of("out/")});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out,
              StartsWith(folder.path_of("out/a.pdf.xml") + '\n' + folder.path_of("out/a.pdf.json") +
                         '\n' + folder.path_of("out/a.pdf.jsonl") + "\nKế hoạch 83"));
  EXPECT_THAT(validate_xml(folder.read("out/a.pdf.xml")), IsEmpty());
  EXPECT_EQ(nlohmann::json::parse(folder.read("out/a.pdf.json")),
            nlohmann::json::parse(folder.read("out/a.pdf.jsonl")));
}

// A worker opens no file for writing: libraries that know files only have none.
TEST(Convert, WritesWorkbooksAndCalendarsInAConfinedWorker) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.txt", plan_text);
  const Outcome outcome = run_command({"convert", input, "--format", "csv,xlsx,ics", "--bom"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(folder.names(),
              ElementsAre("a.citations.csv", "a.ics", "a.tasks.csv", "a.txt", "a.xlsx"));
  EXPECT_THAT(folder.read("a.xlsx"), StartsWith("PK"));
  EXPECT_THAT(folder.read("a.ics"), HasSubstr("DUE;VALUE=DATE:20230630\r\n"));
  EXPECT_THAT(folder.read("a.tasks.csv"), StartsWith("\xEF\xBB\xBF"
                                                     "documentNumber,"));
}

TEST(Convert, TellsWhichFormatsThereAre) {
  const Outcome outcome = run_command({"convert", "-", "--format", "xml,docx"}, plan_text);
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("no format \"docx\". Choose from xml, json, "));
}

TEST(Convert, ShowsEachStage) {
  const auto dumped = [](const std::string& stage) {
    const Outcome outcome = run_command({"convert", "-", "--dump", stage}, plan_text);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    return outcome.out;
  };
  EXPECT_THAT(dumped("source"), HasSubstr("KẾ HOẠCH\n"));
  EXPECT_THAT(dumped("normal"), HasSubstr("KẾ HOẠCH\n"));
  EXPECT_THAT(dumped("zones"), HasSubstr("title       p"));
  EXPECT_THAT(dumped("outline"), HasSubstr("\n  [I.1] 1. Giám sát"));
  EXPECT_THAT(dumped("trace"), HasSubstr("citation c1"));
}

TEST(Convert, GoesOnAfterAFailedInput) {
  const TemporaryFolder folder;
  const std::string bad = folder.write("a.txt", "");
  const std::string good = folder.write("b.txt", plan_text);
  const Outcome outcome = run_command({"convert", bad, good});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, StartsWith("trichyeu: " + bad + ": "));
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "b.xml"));
}

TEST(Convert, NeverTakesItsInputsPlace) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.txt", plan_text);
  EXPECT_EQ(run_command({"convert", input, "--format", "text"}).exit_code, 2);
  EXPECT_EQ(run_command({"convert", input, "-o", input}).exit_code, 2);
  EXPECT_EQ(folder.read("a.txt"), plan_text);
}

TEST(Convert, ReadsAPdfWithItsPlacesOnThePage) {
  const Outcome outcome = run_command({"convert", "-"}, testing::small_pdf(2));
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(validate_xml(outcome.out), IsEmpty());
  EXPECT_THAT(outcome.out, HasSubstr("mediaType=\"application/pdf\" pages=\"2\""));
}

TEST(Convert, EndsBySignalAndLeavesNothing) {
  for (const int signal : {SIGINT, SIGTERM}) {
    const TemporaryFolder folder;
    const Outcome outcome =
        testing::run_command_and_signal({"convert", "-", "-o", folder.path_of("a.xml")}, signal);
    EXPECT_EQ(outcome.signal, signal);
    EXPECT_THAT(folder.names(), IsEmpty());
  }
}

}  // namespace
}  // namespace trichyeu
