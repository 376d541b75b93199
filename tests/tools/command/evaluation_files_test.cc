#include "tools/command/evaluation_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace trichyeu {
namespace {

using ::testing::SizeIs;
using testing::TemporaryFolder;

TEST(EvaluationFiles, PairGoldWithOutputsByName) {
  const TemporaryFolder gold;
  gold.write("a.json", "{}");
  gold.write("a.xml", "<plan/>");
  gold.write("notes.txt", "");
  std::filesystem::create_directory(gold.path() / "b");
  gold.write("b/gold.json", "{}");
  const auto files = evaluation_files(gold.path().string(), "out");
  ASSERT_TRUE(files.ok()) << files.error().message;
  ASSERT_THAT(*files, SizeIs(2));
  EXPECT_EQ((*files)[0].name, "a");
  EXPECT_EQ((*files)[0].gold, gold.path_of("a.xml")) << "the XML before the annotation";
  EXPECT_EQ((*files)[0].output, "out/a.xml");
  EXPECT_EQ((*files)[1].name, "b");
  EXPECT_EQ((*files)[1].output, "out/b.xml");
}

TEST(EvaluationFiles, PairOneWithOne) {
  const TemporaryFolder folder;
  const std::string gold = folder.write("gold.json", "{}");
  const std::string output = folder.write("other.xml", "<plan/>");
  const auto files = evaluation_files(gold, output);
  ASSERT_TRUE(files.ok());
  ASSERT_THAT(*files, SizeIs(1));
  EXPECT_EQ((*files)[0].name, folder.path().filename().string());
  EXPECT_EQ((*files)[0].output, output);
}

TEST(EvaluationFiles, RefuseWhatCannotBePaired) {
  const TemporaryFolder folder;
  EXPECT_FALSE(evaluation_files(folder.path_of("nothing"), "out").ok());
  EXPECT_FALSE(evaluation_files(folder.path().string(), "out").ok()) << "it holds no gold";
  folder.write("a.json", "{}");
  folder.write("b.json", "{}");
  const std::string output = folder.write("a.xml", "<plan/>");
  EXPECT_FALSE(evaluation_files(folder.path().string(), output).ok()) << "one output for two";
}

}  // namespace
}  // namespace trichyeu
