#include "tools/command/output_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "tests/support/temporary_folder.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::TemporaryFolder;

TEST(OutputFiles, AreTheXmlOfAFolderAndThoseBelowIt) {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder.path() / "2023" / ".staging");
  folder.write("b.xml", "");
  folder.write("2023/a.xml", "");
  folder.write("2023/a.json", "");
  folder.write(".c.xml", "");
  folder.write("2023/.staging/d.xml", "");
  std::filesystem::create_directory(folder.path() / "folder.xml");
  ASSERT_EQ(mkfifo(folder.path_of("pipe.xml").c_str(), 0600), 0);
  const auto files = output_files(folder.path().string());
  ASSERT_TRUE(files.ok());
  EXPECT_THAT(*files, ElementsAre(folder.path_of("2023/a.xml"), folder.path_of("b.xml")));
}

TEST(OutputFiles, FollowLinksToFilesAlone) {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder.path() / "out");
  std::filesystem::create_directories(folder.path() / "elsewhere");
  folder.write("elsewhere/a.xml", "");
  std::filesystem::create_symlink("../elsewhere/a.xml", folder.path() / "out" / "b.xml");
  std::filesystem::create_symlink("../elsewhere", folder.path() / "out" / "linked");
  std::filesystem::create_symlink("nothing", folder.path() / "out" / "dangling.xml");
  const auto files = output_files(folder.path_of("out"));
  ASSERT_TRUE(files.ok());
  EXPECT_THAT(*files, ElementsAre(folder.path_of("out/b.xml")));
}

TEST(OutputFiles, AFileIsItself) {
  const TemporaryFolder folder;
  const std::string file = folder.write("whatever", "");
  const auto files = output_files(file);
  ASSERT_TRUE(files.ok());
  EXPECT_THAT(*files, ElementsAre(file));
}

TEST(OutputFiles, AnEmptyFolderHasNoneAndOneThatIsNotThereFails) {
  const TemporaryFolder folder;
  const auto none = output_files(folder.path().string());
  ASSERT_TRUE(none.ok());
  EXPECT_THAT(*none, IsEmpty());
  const auto missing = output_files(folder.path_of("missing"));
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().code, ErrorCode::cannot_open);
  EXPECT_THAT(missing.error().message, HasSubstr("missing"));
}

// A part that cannot be listed is not passed over: the register would take its plans for gone.
TEST(OutputFiles, AFolderThatCannotBeListedFails) {
  if (geteuid() == 0) GTEST_SKIP() << "permissions do not bind this user";
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder.path() / "closed");
  folder.write("a.xml", "");
  std::filesystem::permissions(folder.path() / "closed", std::filesystem::perms::none);
  EXPECT_FALSE(output_files(folder.path().string()).ok());
  std::filesystem::permissions(folder.path() / "closed", std::filesystem::perms::owner_all);
}

}  // namespace
}  // namespace trichyeu
