#include "tools/command/output_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> names(const std::vector<std::string>& inputs, const std::string& option) {
  const auto found = OutputNames::make(inputs, option, ".xml");
  return found ? found->firsts() : std::vector<std::string>{found.error().message};
}

TEST(OutputNames, StandBesideTheirInputs) {
  EXPECT_THAT(names({"x/a.pdf", "b.txt"}, ""), ElementsAre("x/a.xml", "b.xml"));
}

TEST(OutputNames, StandInTheFolder) {
  EXPECT_THAT(names({"x/a.pdf", "b.c.txt"}, "out/"), ElementsAre("out/a.xml", "out/b.c.xml"));
  const testing::TemporaryFolder folder;
  EXPECT_THAT(names({"a.pdf"}, folder.path().string()), ElementsAre(folder.path_of("a.xml")));
}

TEST(OutputNames, KeepTheExtensionWhereTheStemIsNotAlone) {
  EXPECT_THAT(names({"a.pdf", "a.txt", "b.txt"}, "out/"),
              ElementsAre("out/a.pdf.xml", "out/a.txt.xml", "out/b.xml"));
}

TEST(OutputNames, GiveTheOneFileToOneInput) {
  EXPECT_THAT(names({"a.pdf"}, "b.xml"), ElementsAre("b.xml"));
  EXPECT_THAT(names({"a.pdf", "b.pdf"}, "b.xml"), ElementsAre(HasSubstr("several inputs")));
  EXPECT_THAT(names({"a.pdf", "b.pdf"}, "-"), ElementsAre(HasSubstr("several inputs")));
}

TEST(OutputNames, SendStandardInputToStandardOutput) {
  EXPECT_THAT(names({"-"}, ""), ElementsAre("-"));
  EXPECT_THAT(names({"-"}, "out/"), ElementsAre("out/stdin.xml"));
  EXPECT_THAT(names({"a.pdf"}, "-"), ElementsAre("-"));
}

TEST(OutputNames, RefuseOneNameForTwoInputs) {
  EXPECT_THAT(names({"x/a.pdf", "y/a.pdf"}, "out/"),
              ElementsAre(HasSubstr("would both be written")));
  EXPECT_THAT(names({"a.pdf", "./a.pdf"}, ""), ElementsAre(HasSubstr("would both be written")));
}

TEST(OutputNames, RefuseAnInputThatIsNamedTwice) {
  EXPECT_THAT(names({"a.txt", "a.txt"}, "out/"), ElementsAre("the input a.txt is named twice"));
}

TEST(OutputNames, NumberTheFurtherDocuments) {
  const auto found = OutputNames::make({"x/a.b.pdf"}, "", ".xml");
  ASSERT_TRUE(found.ok());
  EXPECT_THAT(*found->of_documents("x/a.b.xml", 3),
              ElementsAre("x/a.b.xml", "x/a.b-2.xml", "x/a.b-3.xml"));
  EXPECT_THAT(*found->of_documents("out", 2), ElementsAre("out", "out-2"));
}

TEST(OutputNames, RefuseADocumentThePlaceOfAnotherInputsOutput) {
  const auto found = OutputNames::make({"a.pdf", "a-2.pdf"}, "out/", ".xml");
  ASSERT_TRUE(found.ok());
  EXPECT_TRUE(found->of_documents("out/a.xml", 1).ok());
  const auto refused = found->of_documents("out/a.xml", 2);
  ASSERT_FALSE(refused.ok());
  EXPECT_THAT(refused.error().message, HasSubstr("out/a-2.xml, as a-2.pdf"));
}

TEST(OutputNames, RefuseADocumentThePlaceOfAnInput) {
  const testing::TemporaryFolder folder;
  const std::string input = folder.write("a-2.txt", "text");
  const auto found = OutputNames::make({input}, folder.path_of("a.txt"), ".txt");
  ASSERT_TRUE(found.ok());
  EXPECT_FALSE(found->of_documents(folder.path_of("a.txt"), 2).ok());
}

TEST(OutputNames, RefuseToTakeAnInputsPlace) {
  const testing::TemporaryFolder folder;
  const std::string input = folder.write("a.txt", "text");
  const auto found = OutputNames::make({input}, "", ".txt");
  ASSERT_FALSE(found.ok());
  EXPECT_THAT(found.error().message, HasSubstr("take the place of the input"));
}

}  // namespace
}  // namespace trichyeu
