#include "tools/batch/watch.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <unistd.h>

#include <thread>

#include "tests/support/temporary_folder.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::TemporaryFolder;
using ::testing::UnorderedElementsAre;

class Watch : public ::testing::Test {
 protected:
  Watch() : folders_(made()), watch_(started()) {}

  bool made() const {
    std::filesystem::create_directories(folder_.path() / "in/out");
    return true;
  }
  [[nodiscard]] FolderWatch started() const {
    Result<FolderWatch> watch = FolderWatch::start(folder_.path() / "in", folder_.path() / "in/out",
                                                   std::chrono::milliseconds(0));
    if (!watch) throw std::runtime_error(watch.error().message);
    return std::move(watch).value();
  }
  TemporaryFolder folder_;
  bool folders_;
  FolderWatch watch_;
};

TEST_F(Watch, TellsAFileOnceWhenItIsClosed) {
  const std::string path = folder_.path_of("in/a");
  const int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  ASSERT_EQ(write(fd, "half", 4), 4);
  EXPECT_THAT(watch_.arrived(), IsEmpty());
  close(fd);
  EXPECT_THAT(watch_.arrived(), ElementsAre(path));
  EXPECT_THAT(watch_.arrived(), IsEmpty());
  folder_.write("in/a", "again");
  EXPECT_THAT(watch_.arrived(), ElementsAre(path));
}

TEST_F(Watch, TellsWhatIsMovedOrLinkedThere) {
  const std::string a = folder_.write("a", "1");
  std::filesystem::rename(a, folder_.path() / "in/a");
  const std::string b = folder_.write("b", "1");
  std::filesystem::create_hard_link(b, folder_.path() / "in/b");
  std::filesystem::create_symlink(b, folder_.path() / "in/c");
  EXPECT_THAT(watch_.arrived(),
              UnorderedElementsAre(folder_.path_of("in/a"), folder_.path_of("in/b"),
                                   folder_.path_of("in/c")));
}

TEST_F(Watch, TellsWhatNewFoldersHold) {
  std::filesystem::create_directories(folder_.path() / "x/y");
  folder_.write("x/y/a", "1");
  std::filesystem::rename(folder_.path() / "x", folder_.path() / "in/x");
  EXPECT_THAT(watch_.arrived(), ElementsAre(folder_.path_of("in/x/y/a")));
  folder_.write("in/x/y/b", "1");
  EXPECT_THAT(watch_.arrived(), ElementsAre(folder_.path_of("in/x/y/b")));
}

TEST_F(Watch, TellsNoOutputsAndNothingThatIsGone) {
  folder_.write("in/out/a.xml", "1");
  std::filesystem::remove(folder_.write("in/short", "1"));
  EXPECT_THAT(watch_.arrived(), IsEmpty());
}

TEST_F(Watch, WaitsForQuiet) {
  auto watch = FolderWatch::start(folder_.path() / "in", {}, std::chrono::hours(1));
  folder_.write("in/a", "1");
  EXPECT_THAT(watch.value().arrived(), IsEmpty());
}

TEST(WatchedFolder, ThatIsNoneIsAnError) {
  const TemporaryFolder folder;
  EXPECT_FALSE(FolderWatch::start(folder.path() / "absent", {}, std::chrono::milliseconds(0)));
}

TEST(BeingWritten, IsAFileThatSomeoneHasOpen) {
  const TemporaryFolder folder;
  const std::string path = folder.write("a", "1");
  EXPECT_FALSE(is_being_written(path));
  const int fd = open(path.c_str(), O_WRONLY | O_CLOEXEC);
  EXPECT_TRUE(is_being_written(path));
  close(fd);
  EXPECT_FALSE(is_being_written(path));
}

}  // namespace
}  // namespace trichyeu
