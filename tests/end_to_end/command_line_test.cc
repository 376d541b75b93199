#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/formats/formats.h"
#include "tests/end_to_end/command.h"
#include "tests/end_to_end/documents.h"
#include "tests/support/temporary_folder.h"

namespace trichyeu {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::Outcome;
using testing::run_command;
using ::testing::StartsWith;
using testing::TemporaryFolder;

TEST(CommandLine, HelpsWithExamples) {
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"--help"},
                                                    {"convert", "--help"},
                                                    {"validate", "--help"},
                                                    {"doctor", "--help"},
                                                    {"explain", "--help"},
                                                    {"rules", "--help"},
                                                    {"rules", "test", "--help"},
                                                    {"evaluate", "--help"},
                                                    {"export", "--help"},
                                                    {"schema", "--help"}}) {
    const Outcome outcome = run_command(arguments);
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_THAT(outcome.out, HasSubstr("Examples:"));
    EXPECT_THAT(outcome.err, IsEmpty());
  }
}

TEST(CommandLine, TellsTheVersionsOfAllLibraries) {
  const Outcome outcome = run_command({"--version"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, StartsWith("trichyeu 0."));
  for (const char* library : {"ICU 7", "RE2 9", "libxml2 2.", "Poppler 2", "Tesseract 5.",
                              "Leptonica 1.", "OpenSSL 3.", "libxlsxwriter 1.", "libical 3."}) {
    EXPECT_THAT(outcome.out, HasSubstr(std::string("\n  ") + library));
  }
}

TEST(CommandLine, RefusesWhatItDoesNotKnow) {
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{},
                                                    {"invent"},
                                                    {"convert"},
                                                    {"convert", "a.txt", "--format", "docx"},
                                                    {"convert", "a.txt", "b.txt", "-o", "c.xml"},
                                                    {"convert", "a.txt", "--timeout", "0"},
                                                    {"validate"},
                                                    {"explain"},
                                                    {"rules"},
                                                    {"rules", "show"},
                                                    {"rules", "list", "none.such"},
                                                    {"evaluate", "gold"}}) {
    const Outcome outcome = run_command(arguments);
    EXPECT_EQ(outcome.exit_code, 2) << ::testing::PrintToString(arguments);
    EXPECT_THAT(outcome.err, StartsWith("trichyeu: "));
    EXPECT_THAT(outcome.out, IsEmpty());
  }
}

TEST(CommandLine, RefusesRulesThatDoNotLoad) {
  const TemporaryFolder folder;
  folder.write("citations.toml", "[[rule]]\nid = 'citations.broken'\n");
  const Outcome outcome =
      run_command({"convert", "-", "--grammar", folder.path().string()}, testing::plan_text);
  EXPECT_EQ(outcome.exit_code, 5);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("citations.toml"), EndsWith("(grammar-invalid)\n")));
}

TEST(Validate, TellsGoodFromBad) {
  const TemporaryFolder folder;
  const std::string good = folder.write("good.xml", to_xml(Plan{}));
  const std::string bad = folder.write("bad.xml", "<plan/>");
  EXPECT_EQ(run_command({"validate", good}).out, good + ": valid\n");
  EXPECT_EQ(run_command({"validate", "-"}, to_xml(Plan{})).exit_code, 0);
  const Outcome outcome = run_command({"validate", good, bad});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err,
              AllOf(StartsWith("trichyeu: " + bad + ": line 1: "), HasSubstr("(invalid-xml)")));
  EXPECT_EQ(run_command({"validate", "/no/such/file"}).exit_code, 3);
}

TEST(Doctor, FindsWhatIsThereAndWhatIsMissing) {
  const Outcome healthy = run_command({"doctor"});
  EXPECT_EQ(healthy.exit_code, 0) << healthy.out;
  EXPECT_THAT(healthy.out, HasSubstr("good     Tesseract data: vie"));
  const Outcome lacking = run_command({"doctor", "--lang", "vie+xyz"});
  EXPECT_EQ(lacking.exit_code, 5);
  EXPECT_THAT(lacking.out, HasSubstr("apt-get install tesseract-ocr-xyz"));
}

}  // namespace
}  // namespace trichyeu
