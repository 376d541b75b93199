// One file with several documents: each an output of its own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "models/formats/formats.h"
#include "tests/end_to_end/command.h"
#include "tests/end_to_end/documents.h"
#include "tests/support/temporary_folder.h"

namespace trichyeu {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::letter_text;
using testing::Outcome;
using testing::plan_text;
using testing::run_command;
using ::testing::StartsWith;
using testing::TemporaryFolder;

const std::string both = std::string(letter_text) + std::string(plan_text);

Plan plan_in(const TemporaryFolder& folder, const std::string& name) {
  const std::string xml = folder.read(name);
  EXPECT_THAT(validate_xml(xml), IsEmpty());
  const Result<Plan> plan = from_xml(xml);
  if (plan) return *plan;
  ADD_FAILURE() << name << ": " << plan.error().message;
  return {};
}

TEST(SeveralDocuments, AreNumberedFromTheSecondOn) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.txt", both);
  const Outcome outcome = run_command({"convert", input});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(folder.names(), ElementsAre("a-2.xml", "a.txt", "a.xml"));
  EXPECT_THAT(outcome.out,
              AllOf(StartsWith(folder.path_of("a.xml") + "\n"),
                    HasSubstr("\n" + folder.path_of("a-2.xml") + "\nKế hoạch 83/KH-SYT")));

  const Plan letter = plan_in(folder, "a.xml");
  EXPECT_EQ(letter.source.document, 1);
  EXPECT_EQ(letter.source.documents, 2);
  EXPECT_EQ(letter.header.number->value.text, "412/SYT-NVY");
  EXPECT_THAT(letter.tasks, IsEmpty());
  EXPECT_THAT(letter.diagnostics, Contains(Field(&Diagnostic::code, "not-a-plan")));

  const Plan plan = plan_in(folder, "a-2.xml");
  EXPECT_EQ(plan.source.document, 2);
  EXPECT_EQ(plan.source.first_line, letter.source.last_line + 1);
  EXPECT_EQ(plan.header.number->value.text, "83/KH-SYT");
  ASSERT_EQ(plan.tasks.size(), 1U);
}

// Offsets are of each document's own text: as if it stood alone.
TEST(SeveralDocuments, ReadAsIfEachStoodAlone) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.txt", both);
  const std::string alone = folder.write("b.txt", plan_text);
  EXPECT_EQ(run_command({"convert", input, alone}).exit_code, 0);
  const auto behind_source = [](const std::string& xml) {
    return xml.substr(xml.find("<producer"));
  };
  EXPECT_EQ(behind_source(folder.read("a-2.xml")), behind_source(folder.read("b.xml")));
}

TEST(SeveralDocuments, StandBesideTheNamedFile) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.txt", both);
  EXPECT_EQ(run_command({"convert", input, "-o", folder.path_of("out.xml")}).exit_code, 0);
  EXPECT_THAT(folder.names(), ElementsAre("a.txt", "out-2.xml", "out.xml"));
}

TEST(SeveralDocuments, NeverTakeTheOutputOfAnotherInput) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.txt", both);
  const std::string other = folder.write("a-2.txt", plan_text);
  const Outcome outcome = run_command({"convert", input, other});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, AllOf(StartsWith("trichyeu: " + input + ": its document 2 "),
                                 HasSubstr("as " + other)));
  EXPECT_THAT(folder.names(), ElementsAre("a-2.txt", "a-2.xml", "a.txt"));
  EXPECT_EQ(plan_in(folder, "a-2.xml").source.file, "a-2.txt");
}

TEST(SeveralDocuments, AreNoOneXmlOnStandardOutput) {
  const Outcome outcome = run_command({"convert", "-"}, both);
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("it holds 2 documents"), HasSubstr("-o a folder")));
}

TEST(SeveralDocuments, FollowEachOtherAsJsonAndAsText) {
  const Outcome json = run_command({"convert", "-", "--format", "json"}, both);
  EXPECT_EQ(json.exit_code, 0) << json.err;
  const std::size_t second = json.out.find("\n}\n") + 3;
  EXPECT_EQ(nlohmann::json::parse(json.out.substr(0, second))["source"]["document"], 1);
  EXPECT_EQ(nlohmann::json::parse(json.out.substr(second))["source"]["document"], 2);

  const Outcome text = run_command({"convert", "-", "--format", "text"}, both);
  EXPECT_THAT(text.out, HasSubstr("\n\fUBND TỈNH ĐẠI AN\n"));
}

TEST(SeveralDocuments, AreShownUnderTheirHeadings) {
  const Outcome dump = run_command({"convert", "-", "--dump", "outline"}, both);
  EXPECT_THAT(dump.out, AllOf(StartsWith("== document 1 of 2, lines 1-"),
                              HasSubstr("\n== document 2 of 2, lines ")));
  const Outcome explained = run_command({"explain", "-", "--at", "t1"}, both);
  EXPECT_EQ(explained.exit_code, 0) << explained.err;
  EXPECT_THAT(explained.out, StartsWith("== document 2 of 2, lines "));
}

const std::string corpus = TRICHYEU_SOURCE_DIR "/corpus/";
const std::string archives = corpus + "province-digital-archives/province-digital-archives.pdf";
const std::string decision = corpus + "ministry-plan-by-decision/ministry-plan-by-decision.pdf";

// Everything of a bound file's document that stands in its own file too, places on the page aside.
std::vector<std::string> values_of(const Plan& plan) {
  std::vector<std::string> values;
  each_value(plan, [&](const Value& value) {
    values.push_back(value.rule + ' ' + std::to_string(value.place.bytes.from_byte) + ' ' +
                     value.text);
  });
  return values;
}

TEST(SeveralDocuments, OfABoundFileKeepItsPageNumbers) {
  const TemporaryFolder folder;
  const std::string bound = folder.write(
      "bound.pdf", testing::bound_pdf({{archives, {1, 2, 3}}, {"", {1}}, {decision, {1, 2, 3}}}));
  EXPECT_EQ(
      run_command({"convert", bound, archives, decision, "-o", folder.path_of("out/")}).exit_code,
      0);
  const Plan first = plan_in(folder, "out/bound.xml");
  EXPECT_EQ(first.source.first_page, 1);
  EXPECT_EQ(first.source.last_page, 4) << "with its blank back";
  EXPECT_EQ(first.source.pages.back().reading, Reading::blank);
  EXPECT_EQ(values_of(first), values_of(plan_in(folder, "out/province-digital-archives.xml")));

  const Plan second = plan_in(folder, "out/bound-2.xml");
  EXPECT_EQ(second.source.first_page, 5);
  EXPECT_EQ(second.source.last_page, 7);
  EXPECT_EQ(second.source.pages.size(), 3U);
  EXPECT_EQ(second.header.type->value.place.page, 5);
  EXPECT_EQ(values_of(second), values_of(plan_in(folder, "out/ministry-plan-by-decision.xml")));
}

TEST(SeveralDocuments, PageBoundTwiceCountsOnce) {
  const TemporaryFolder folder;
  const std::string bound =
      folder.write("twice.pdf", testing::bound_pdf({{archives, {1, 2, 2, 3}}}));
  EXPECT_EQ(run_command({"convert", bound, archives, "-o", folder.path_of("out/")}).exit_code, 0);
  const Plan plan = plan_in(folder, "out/twice.xml");
  EXPECT_EQ(plan.source.documents, 0);
  EXPECT_THAT(plan.diagnostics, ElementsAre(AllOf(Field(&Diagnostic::code, "page-duplicate"),
                                                  Field(&Diagnostic::page, 3))));
  EXPECT_EQ(values_of(plan), values_of(plan_in(folder, "out/province-digital-archives.xml")));
  EXPECT_THAT(folder.read("out/twice.xml"), HasSubstr("<mark kind=\"duplicate\" page=\"3\""));
}

}  // namespace
}  // namespace trichyeu
