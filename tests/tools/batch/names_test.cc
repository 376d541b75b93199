// Names: of targets and outputs, of shards, on a line, in an output.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "tools/batch/printable.h"
#include "tools/batch/shard.h"
#include "tools/batch/targets.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(Target, OfANamedFileIsItsPathInsideOut) {
  EXPECT_EQ(target_of("a.pdf"), "a.pdf");
  EXPECT_EQ(target_of("./x//y/../a.pdf"), "x/a.pdf");
  EXPECT_EQ(target_of("/srv/archive/a.pdf"), "srv/archive/a.pdf");
  EXPECT_EQ(target_of("../../x/a.pdf"), "x/a.pdf");
  EXPECT_EQ(target_of("x/a\nb\xFF"), "x/a\nb\xFF");
  EXPECT_EQ(target_of(".."), "");
}

TEST(Target, InAFolder) {
  EXPECT_EQ(target_in("", "a.pdf"), "a.pdf");
  EXPECT_EQ(target_in("x", "a.pdf"), "x/a.pdf");
  EXPECT_EQ(file_name_of("x/y/a.pdf"), "a.pdf");
  EXPECT_EQ(file_name_of("a.pdf"), "a.pdf");
}

TEST(Target, WhoseFirstOutputAFileWouldBe) {
  EXPECT_THAT(targets_with_output("a.pdf-2.xml", {".xml", ".tasks.csv"}), ElementsAre("a.pdf-2"));
  EXPECT_THAT(targets_with_output("a.tasks.csv", {".tasks.csv", ".csv"}),
              ElementsAre("a", "a.tasks"));
  EXPECT_THAT(targets_with_output(".xml", {".xml"}), IsEmpty());
}

TEST(Shard, HasEachTargetOnce) {
  for (const char* target : {"a.pdf", "2023/83.doc", "x\n\xFF", ""}) {
    int owners = 0;
    for (int number = 1; number <= 7; ++number) owners += int{Shard{number, 7}.has(target)};
    EXPECT_EQ(owners, 1) << target;
    EXPECT_TRUE((Shard{1, 1}.has(target)));
  }
}

// SHA-256 of "a.pdf" begins a7949e623819aa32, of "2023/83.doc" ecfdbdc93702d6e1: other versions
// must come to the same parts.
TEST(Shard, IsTheStatedHash) {
  EXPECT_TRUE((Shard{0x2 + 1, 16}.has("a.pdf")));
  EXPECT_TRUE((Shard{0x1 + 1, 16}.has("2023/83.doc")));
}

Result<Shard> shard_in(const std::string& text, const std::map<std::string, std::string>& values) {
  return shard_of(text, [&](const std::string& name) {
    const auto found = values.find(name);
    return found == values.end() ? std::nullopt : std::optional<std::string>(found->second);
  });
}

TEST(Shard, IsRead) {
  EXPECT_EQ(*shard_in("3/16", {}), (Shard{3, 16}));
  const std::map<std::string, std::string> from_one{{"SLURM_ARRAY_TASK_ID", "3"},
                                                    {"SLURM_ARRAY_TASK_COUNT", "16"},
                                                    {"SLURM_ARRAY_TASK_MIN", "1"},
                                                    {"SLURM_ARRAY_TASK_MAX", "16"}};
  EXPECT_EQ(*shard_in("auto", from_one), (Shard{3, 16}));
  const std::map<std::string, std::string> from_zero{{"SLURM_ARRAY_TASK_ID", "0"},
                                                     {"SLURM_ARRAY_TASK_COUNT", "4"},
                                                     {"SLURM_ARRAY_TASK_MIN", "0"},
                                                     {"SLURM_ARRAY_TASK_MAX", "3"}};
  EXPECT_EQ(*shard_in("auto", from_zero), (Shard{1, 4}));
  EXPECT_EQ(*shard_in("auto/8", {{"JOB_COMPLETION_INDEX", "7"}}), (Shard{8, 8}));
}

TEST(Shard, ThatIsNoneSaysWhatToDo) {
  for (const char* text : {"", "0/4", "5/4", "1/0", "1", "a/b", "1/4/2", "auto/x", "-1/4"})
    EXPECT_FALSE(shard_in(text, {})) << text;
  EXPECT_THAT(shard_in("auto", {}).error().message, HasSubstr("SLURM_ARRAY_TASK_ID"));
  EXPECT_THAT(shard_in("auto", {{"JOB_COMPLETION_INDEX", "0"}}).error().advice,
              HasSubstr("auto/N"));
  const std::map<std::string, std::string> with_gaps{{"SLURM_ARRAY_TASK_ID", "3"},
                                                     {"SLURM_ARRAY_TASK_COUNT", "2"},
                                                     {"SLURM_ARRAY_TASK_MIN", "3"},
                                                     {"SLURM_ARRAY_TASK_MAX", "7"}};
  EXPECT_THAT(shard_in("auto", with_gaps).error().message, HasSubstr("do not follow each other"));
}

TEST(Printable, IsOneLineOfUtf8) {
  EXPECT_EQ(printable("Kế hoạch 83.pdf"), "Kế hoạch 83.pdf");
  EXPECT_EQ(printable("a\nb\x1B[31m\xFF\xE2\x80\xAE"), "a\\nb\\x1b[31m\\xff\\xe2\\x80\\xae");
  EXPECT_EQ(printable("\xC3"), "\\xc3");
}

TEST(ShownName, MayStandInXml) {
  EXPECT_EQ(shown_name_of("Kế hoạch\t83.pdf"), "Kế hoạch\t83.pdf");
  EXPECT_EQ(shown_name_of("a\x01\xFF"), "a\xEF\xBF\xBD\xEF\xBF\xBD");
}

}  // namespace
}  // namespace trichyeu
