#include "tools/command/output_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

using Paths = std::vector<std::string>;

// The path of each input's first document, "-" for standard output; or why there is none.
Paths names(const Paths& inputs, const std::string& option) {
  const auto found = OutputNames::make(inputs, option, {".xml"});
  if (!found) return {found.error().message};
  Paths paths;
  for (std::size_t input = 0; input < inputs.size(); ++input) {
    paths.push_back(found->is_standard_output(input)
                        ? "-"
                        : found->of_documents(input, 1).value().front().front());
  }
  return paths;
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
  const auto beside = OutputNames::make({"x/a.b.pdf"}, "", {".xml"});
  ASSERT_TRUE(beside.ok());
  EXPECT_THAT(*beside->of_documents(0, 3),
              ElementsAre(Paths{"x/a.b.xml"}, Paths{"x/a.b-2.xml"}, Paths{"x/a.b-3.xml"}));
  const auto named = OutputNames::make({"a.pdf"}, "out", {".xml"});
  ASSERT_TRUE(named.ok());
  EXPECT_THAT(*named->of_documents(0, 2), ElementsAre(Paths{"out"}, Paths{"out-2"}));
}

TEST(OutputNames, GiveEachFileItsSuffix) {
  const auto found = OutputNames::make({"x/a.pdf"}, "", {".xml", ".tasks.csv"});
  ASSERT_TRUE(found.ok());
  EXPECT_THAT(*found->of_documents(0, 2), ElementsAre(Paths{"x/a.xml", "x/a.tasks.csv"},
                                                      Paths{"x/a-2.xml", "x/a-2.tasks.csv"}));
}

TEST(OutputNames, RefuseSeveralFilesOneOutput) {
  for (const Paths& inputs : {Paths{"a.pdf"}, Paths{"-"}}) {
    for (const char* option : {"b.xml", "-"}) {
      const auto refused = OutputNames::make(inputs, option, {".xml", ".json"});
      ASSERT_FALSE(refused.ok());
      EXPECT_THAT(refused.error().message, HasSubstr("several files (.xml, .json)"));
    }
  }
  EXPECT_FALSE(OutputNames::make({"-"}, "", {".xml", ".json"}).ok());
  EXPECT_TRUE(OutputNames::make({"-"}, "out/", {".xml", ".json"}).ok());
}

TEST(OutputNames, RefuseADocumentThePlaceOfAnotherInputsOutput) {
  const auto found = OutputNames::make({"a.pdf", "a-2.pdf"}, "out/", {".xml"});
  ASSERT_TRUE(found.ok());
  EXPECT_TRUE(found->of_documents(0, 1).ok());
  const auto refused = found->of_documents(0, 2);
  ASSERT_FALSE(refused.ok());
  EXPECT_THAT(refused.error().message, HasSubstr("out/a-2.xml, as a-2.pdf"));
}

TEST(OutputNames, RefuseADocumentThePlaceOfAnInput) {
  const testing::TemporaryFolder folder;
  const std::string input = folder.write("a-2.txt", "text");
  const auto found = OutputNames::make({input}, folder.path_of("a.txt"), {".txt"});
  ASSERT_TRUE(found.ok());
  EXPECT_FALSE(found->of_documents(0, 2).ok());
}

TEST(OutputNames, RefuseToTakeAnInputsPlace) {
  const testing::TemporaryFolder folder;
  const std::string input = folder.write("a.txt", "text");
  for (const std::vector<std::string>& suffixes : {Paths{".txt"}, Paths{".xml", ".txt"}}) {
    const auto found = OutputNames::make({input}, "", suffixes);
    ASSERT_FALSE(found.ok());
    EXPECT_THAT(found.error().message, HasSubstr("take the place of the input"));
  }
}

}  // namespace
}  // namespace trichyeu
