#include "tools/command/files.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>

#include "tests/support/temporary_folder.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::TemporaryFolder;

TEST(ReadFile, GivesAllBytes) {
  const TemporaryFolder folder;
  const std::string bytes(200'000, '\0');
  const Result<std::string> read = read_file(folder.write("a", bytes));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(*read, bytes);
}

TEST(ReadFile, TellsWhyItCannot) {
  const TemporaryFolder folder;
  const Result<std::string> missing = read_file(folder.path_of("none"));
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().code, ErrorCode::cannot_open);
  EXPECT_THAT(missing.error().message, HasSubstr("No such file"));
  const Result<std::string> folder_itself = read_file(folder.path().string());
  ASSERT_FALSE(folder_itself.ok());
  EXPECT_THAT(folder_itself.error().message, HasSubstr("folder"));
}

TEST(WriteFile, LeavesNothingButTheFile) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_file(folder.path_of("kế hoạch.xml"), "<plan/>").ok());
  EXPECT_EQ(folder.read("kế hoạch.xml"), "<plan/>");
  EXPECT_THAT(folder.names(), ElementsAre("kế hoạch.xml"));
}

TEST(WriteFile, ReplacesWhatWasThere) {
  const TemporaryFolder folder;
  folder.write("a.xml", "a longer text before");
  ASSERT_TRUE(write_file(folder.path_of("a.xml"), "new").ok());
  EXPECT_EQ(folder.read("a.xml"), "new");
}

TEST(WriteFile, IsReadableAsAnyNewFile) {
  const TemporaryFolder folder;
  const mode_t before = umask(022);
  ASSERT_TRUE(write_file(folder.path_of("a.xml"), "new").ok());
  umask(before);
  struct stat status {};
  ASSERT_EQ(stat(folder.path_of("a.xml").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0644U);
}

TEST(WriteFile, LeavesNothingWhereItCannotTakeTheName) {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "taken");
  const auto written = write_file(folder.path_of("taken"), "new");
  ASSERT_FALSE(written.ok());
  EXPECT_EQ(written.error().code, ErrorCode::cannot_write);
  EXPECT_THAT(folder.names(), ElementsAre("taken"));
}

TEST(WriteFile, WritesStraightThroughAFifo) {
  const TemporaryFolder folder;
  const std::string name = folder.path_of("fifo");
  ASSERT_EQ(mkfifo(name.c_str(), 0600), 0);
  const int reader = open(name.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  ASSERT_GE(reader, 0);
  EXPECT_TRUE(write_file(name, "new").ok());
  std::array<char, 8> buffer{};
  EXPECT_EQ(read(reader, buffer.data(), buffer.size()), 3);
  close(reader);
  EXPECT_TRUE(std::filesystem::is_fifo(name));
  EXPECT_THAT(folder.names(), ElementsAre("fifo"));
}

TEST(WriteFile, KeepsALinkAndWritesWhatItLeadsTo) {
  const TemporaryFolder folder;
  folder.write("there", "old");
  std::filesystem::create_symlink("there", folder.path_of("link"));
  std::filesystem::create_symlink("later", folder.path_of("early"));
  ASSERT_TRUE(write_file(folder.path_of("link"), "new").ok());
  ASSERT_TRUE(write_file(folder.path_of("early"), "first").ok());
  EXPECT_TRUE(std::filesystem::is_symlink(folder.path_of("link")));
  EXPECT_TRUE(std::filesystem::is_symlink(folder.path_of("early")));
  EXPECT_EQ(folder.read("there"), "new");
  EXPECT_EQ(folder.read("later"), "first");
}

TEST(WriteFile, NeedsAFolder) {
  const TemporaryFolder folder;
  const auto written = write_file(folder.path_of("none/a.xml"), "new");
  ASSERT_FALSE(written.ok());
  EXPECT_EQ(written.error().code, ErrorCode::cannot_write);
}

}  // namespace
}  // namespace trichyeu
