// What no document should be: each a clear error, and no output.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "models/formats/formats.h"
#include "tests/end_to_end/command.h"
#include "tests/end_to_end/documents.h"
#include "tests/support/temporary_folder.h"

namespace trichyeu {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::Field;
using ::testing::IsEmpty;
using testing::Outcome;
using testing::run_command;
using ::testing::StartsWith;
using testing::TemporaryFolder;

struct BadInput {
  std::string name;  // of the test, and of the file
  std::string bytes;
  std::string code;
};

std::string every_byte() {
  std::string bytes;
  for (int value = 0; value < 4096; ++value) bytes += static_cast<char>(value * 37 % 256);
  return bytes;
}

std::string first_half(const std::string& bytes) { return bytes.substr(0, bytes.size() / 2); }

std::vector<BadInput> bad_inputs() {
  return {
      {"Empty.txt", "", "empty-input"},
      {"Blank.txt", " \n\n\t \n", "empty-input"},
      {"Binary.txt", every_byte(), "unknown-type"},
      {"Zip.pdf", "PK\x03\x04" + std::string(64, 'a') + "PK\x05\x06", "unknown-type"},
      {"CutOff.docx", "PK\x03\x04" + std::string(64, 'a'), "damaged"},
      {"InvalidUtf8.txt", "Kế hoạch \xFF số 5", "invalid-utf8"},
      {"Truncated.pdf", first_half(testing::small_pdf(3)), "damaged"},
      {"Encrypted.pdf", testing::small_pdf(1, "secret"), "encrypted"},
      {"NoPages.pdf", testing::small_pdf(0), "no-pages"},
  };
}

class Bad : public ::testing::TestWithParam<BadInput> {};

TEST_P(Bad, IsAClearErrorWithoutOutput) {
  const TemporaryFolder folder;
  const std::string input = folder.write(GetParam().name, GetParam().bytes);
  const Outcome outcome = run_command({"convert", input});
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_THAT(outcome.err, AllOf(StartsWith("trichyeu: " + input + ": "),
                                 EndsWith("(" + GetParam().code + ")\n")));
  EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
  EXPECT_THAT(folder.names(), ElementsAre(GetParam().name));
}

INSTANTIATE_TEST_SUITE_P(Input, Bad, ::testing::ValuesIn(bad_inputs()), [](const auto& test) {
  return test.param.name.substr(0, test.param.name.find('.'));
});

void expect_cannot_open(const std::string& input) {
  const TemporaryFolder folder;
  const Outcome outcome = run_command({"convert", input, "-o", folder.path_of("a.xml")});
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_THAT(outcome.err, EndsWith("(cannot-open)\n"));
  EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(BadInput, ThatIsNotThere) { expect_cannot_open("/no/such/file.pdf"); }

TEST(BadInput, ThatIsAFolder) {
  expect_cannot_open(TemporaryFolder().path().parent_path().string());
}

// Opens, but gives no byte, whoever asks.
TEST(BadInput, ThatCannotBeRead) { expect_cannot_open("/proc/self/mem"); }

TEST(BadInput, ThatMayNotBeRead) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const TemporaryFolder folder;
  const std::string input = folder.write("a.txt", testing::plan_text);
  std::filesystem::permissions(input, std::filesystem::perms::none);
  expect_cannot_open(input);
}

// Nobody may make a file there.
TEST(BadInput, OutputFolderThatCannotBeWritten) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.txt", testing::plan_text);
  for (const char* output : {"/proc/a.xml", "/no/such/folder/a.xml"}) {
    const Outcome outcome = run_command({"convert", input, "-o", output});
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_THAT(outcome.err, EndsWith("(cannot-write)\n"));
  }
}

TEST(BadInput, ThatIsNoPlanConvertsWithADiagnostic) {
  const Outcome outcome = run_command({"convert", "-"}, testing::story_text);
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  const Result<Plan> plan = from_xml(outcome.out);
  ASSERT_TRUE(plan.ok());
  EXPECT_THAT(plan->diagnostics, Contains(Field(&Diagnostic::code, "not-a-plan")));
  EXPECT_THAT(plan->citations, ElementsAre(Field(&Citation::number, "56/2017/NĐ-CP")));
}

// The sanitizers' builds take a tenth: they are as much slower.
TEST(BadInput, OfAHundredMegabytesOnOneLineConverts) {
#if defined(__SANITIZE_ADDRESS__)
  constexpr std::size_t size = 10'000'000;
#else
  constexpr std::size_t size = 100'000'000;
#endif
  const std::string sentence = "Phòng Nghiệp vụ Y theo dõi, đôn đốc các đơn vị thực hiện. ";
  std::string line;
  line.reserve(size + sentence.size());
  while (line.size() < size) line += sentence;
  const TemporaryFolder folder;
  const std::string input = folder.write("a.txt", line);
  const Outcome outcome = run_command({"convert", input});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(run_command({"validate", folder.path_of("a.xml")}).exit_code, 0);
}

}  // namespace
}  // namespace trichyeu
