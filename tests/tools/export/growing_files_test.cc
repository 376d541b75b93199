#include "tools/export/growing_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::TemporaryFolder;

TEST(GrowingFiles, TakeTheirNamesTogether) {
  const TemporaryFolder folder;
  GrowingFiles files(folder.path_of("all"));
  EXPECT_FALSE(files.append(".ics", "a").has_value());
  EXPECT_FALSE(files.append(".xlsx", "b").has_value());
  EXPECT_FALSE(files.append(".ics", "c").has_value());
  EXPECT_EQ(folder.names().count("all.ics"), 0U);
  const auto paths = files.settle();
  ASSERT_TRUE(paths.ok());
  EXPECT_THAT(*paths, ElementsAre(folder.path_of("all.ics"), folder.path_of("all.xlsx")));
  EXPECT_THAT(folder.names(), ElementsAre("all.ics", "all.xlsx"));
  EXPECT_EQ(folder.read("all.ics"), "ac");
}

TEST(GrowingFiles, GoAwayUnlessSettled) {
  const TemporaryFolder folder;
  folder.write("all.ics", "before");
  {
    GrowingFiles files(folder.path_of("all"));
    EXPECT_FALSE(files.append(".ics", "a").has_value());
  }
  EXPECT_THAT(folder.names(), ElementsAre("all.ics"));
  EXPECT_EQ(folder.read("all.ics"), "before");
}

TEST(GrowingFiles, TakeTheOneNameThatIsGiven) {
  const TemporaryFolder folder;
  GrowingFiles files({}, folder.path_of("tasks.json-lines"));
  EXPECT_FALSE(files.append(".jsonl", "a").has_value());
  EXPECT_TRUE(files.settle().ok());
  EXPECT_THAT(folder.names(), ElementsAre("tasks.json-lines"));
}

TEST(GrowingFiles, TellWhereTheyCannotBe) {
  const TemporaryFolder folder;
  GrowingFiles files(folder.path_of("none/all"));
  const auto error = files.append(".ics", "a");
  ASSERT_TRUE(error.has_value());
  EXPECT_EQ(error->code, ErrorCode::cannot_write);
  EXPECT_THAT(folder.names(), IsEmpty());
}

}  // namespace
}  // namespace trichyeu
