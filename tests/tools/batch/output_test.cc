// What a batch writes, and what keeps two runs apart.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>

#include "models/sha256.h"
#include "tests/support/temporary_folder.h"
#include "tools/batch/batch_folder.h"
#include "tools/batch/copies.h"
#include "tools/batch/opened_input.h"
#include "tools/batch/output_writer.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using testing::TemporaryFolder;

class Outputs : public ::testing::Test {
 protected:
  Outputs() { EXPECT_FALSE(batch_.prepare()); }
  TemporaryFolder folder_;
  BatchFolder batch_{folder_.path()};
  OutputWriter writer_{batch_, {".xml"}, [](const std::string& target) { return target == "a-2"; }};
};

TEST_F(Outputs, StandInTheirFolders) {
  const auto written = writer_.write("x/y/a.pdf", {{".xml", "1", {}}, {"-2.xml", "2", {}}});
  ASSERT_TRUE(written);
  EXPECT_THAT(*written, ElementsAre(OutputRecord{".xml", 1, sha256_hex("1")},
                                    OutputRecord{"-2.xml", 1, sha256_hex("2")}));
  EXPECT_EQ(folder_.read("x/y/a.pdf-2.xml"), "2");
  EXPECT_TRUE(std::filesystem::is_empty(batch_.staging()));
}

TEST_F(Outputs, NeverTakeAnotherInputsName) {
  const auto written = writer_.write("a", {{".xml", "1", {}}, {"-2.xml", "2", {}}});
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::cannot_write);
  EXPECT_TRUE(writer_.write("a-2", {{".xml", "1", {}}}));
}

TEST_F(Outputs, ThatAreNoMoreGoAway) {
  ASSERT_TRUE(writer_.write("a", {{".xml", "1", {}}}));
  ASSERT_TRUE(writer_.write("b", {{".xml", "1", {}}}));
  writer_.remove_stale("a", {{".xml", 1, ""}, {".json", 1, ""}}, {});
  writer_.remove_stale("b", {{".xml", 1, ""}}, {{".xml", 2, ""}});
  EXPECT_THAT(folder_.names(), ElementsAre(".trichyeu", "b.xml"));
}

TEST_F(Outputs, WhereAFileIsAFoldersName) {
  folder_.write("x", "");
  const auto written = writer_.write("x/a", {{".xml", "1", {}}});
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::cannot_write);
}

TEST_F(Outputs, LeftByAKillGoAwayWithTheNextRun) {
  std::ofstream(batch_.staging() / ".trichyeu-half") << "half";
  ASSERT_FALSE(batch_.prepare());
  EXPECT_TRUE(std::filesystem::is_empty(batch_.staging()));
}

TEST(BatchFolder, KnowsItsFellowShards) {
  const TemporaryFolder folder;
  for (const Shard& shard : {Shard{1, 2}, Shard{2, 2}, Shard{1, 3}, Shard{}}) {
    ASSERT_FALSE(BatchFolder(folder.path(), shard).prepare());
    std::ofstream(BatchFolder(folder.path(), shard).manifest()) << "";
  }
  EXPECT_THAT(BatchFolder(folder.path(), {1, 2}).others(),
              ElementsAre(BatchFolder(folder.path()).manifest(),
                          BatchFolder(folder.path(), {1, 3}).manifest()));
  EXPECT_EQ(BatchFolder(folder.path()).manifests().size(), 4U);
}

TEST(FolderLock, KeepsASecondRunAway) {
  const TemporaryFolder folder;
  const auto lock = FolderLock::take(folder.path() / "x/lock");
  ASSERT_TRUE(lock);
  // A process may take its own lock twice; another may not.
  const pid_t child = fork();
  if (child == 0) _exit(FolderLock::take(folder.path() / "x/lock").ok() ? 1 : 0);
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
}

ErrorCode code_of(const std::string& path) {
  const auto opened = OpenedInput::open(path, 1'000);
  return opened ? ErrorCode::internal : opened.error().code;
}

TEST(OpenedInput, IsAFileOfBoundedSize) {
  const TemporaryFolder folder;
  const std::string good = folder.write("good", "abc");
  const auto opened = OpenedInput::open(good, 1'000);
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->stamp(), stamp_of(good));
  EXPECT_EQ(*opened->sha256(), sha256_hex("abc"));
  EXPECT_EQ(code_of(folder.write("large", std::string(1'001, 'x'))), ErrorCode::too_large);
  EXPECT_EQ(code_of(folder.path_of("absent")), ErrorCode::cannot_open);
  EXPECT_EQ(code_of(folder.path().string()), ErrorCode::not_a_file);
  ASSERT_EQ(mkfifo(folder.path_of("fifo").c_str(), 0600), 0);
  EXPECT_EQ(code_of(folder.path_of("fifo")), ErrorCode::not_a_file);
  EXPECT_EQ(code_of("/dev/null"), ErrorCode::not_a_file);
}

TEST(OpenedInput, MayBeASocketsName) {
  const TemporaryFolder folder;
  const int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = folder.path_of("socket");
  std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
  ASSERT_EQ(bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  EXPECT_EQ(code_of(path), ErrorCode::not_a_file);
  close(fd);
}

// /proc shows no size and some of its files have no end.
TEST(OpenedInput, WithoutEndIsTooLarge) {
  const auto opened = OpenedInput::open("/proc/self/maps", 10);
  ASSERT_TRUE(opened);
  ASSERT_FALSE(opened->sha256());
  EXPECT_EQ(opened->sha256().error().code, ErrorCode::too_large);
}

TEST(Copies, EachHaveOutputsWithTheirOwnName) {
  const OutputMaker make = for_each_name([](const Conversion& run, const std::string& link) {
    return std::vector<DocumentOutput>{{".xml", run.plans.front().source.file, {}},
                                       {"-2.xml", link, {}}};
  });
  Conversion run;
  run.plans.resize(2);
  run.plans.front().source.file = joined_names({{"a.pdf", ""}, {"b.pdf", ""}});
  const std::vector<DocumentOutput> outputs =
      make(run, joined_links({{"", "../a.pdf"}, {"", "../b.pdf"}})).value();
  EXPECT_THAT(outputs_for(1, outputs),
              ElementsAre(AllOf(Field(&DocumentOutput::suffix, ".xml"),
                                Field(&DocumentOutput::bytes, "b.pdf")),
                          AllOf(Field(&DocumentOutput::suffix, "-2.xml"),
                                Field(&DocumentOutput::bytes, "../b.pdf"))));
  EXPECT_EQ(outputs_for(0, outputs).front().bytes, "a.pdf");
  EXPECT_THAT(outputs_for(2, outputs), IsEmpty());
}

}  // namespace
}  // namespace trichyeu
