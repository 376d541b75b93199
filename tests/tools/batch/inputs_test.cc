#include "tools/batch/inputs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <map>

#include "tests/support/temporary_folder.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using testing::TemporaryFolder;

// Targets, each with the code of its problem, "" where it has none.
using Found = std::map<std::string, std::string>;

Found found(const InputSources& sources) {
  Found inputs;
  const auto error = each_input(sources, [&](const Input& input) {
    const bool is_new =
        inputs.emplace(input.target, input.problem ? name_of(input.problem->code) : "").second;
    EXPECT_TRUE(is_new) << input.target;
  });
  EXPECT_FALSE(error);
  return inputs;
}

class Inputs : public ::testing::Test {
 protected:
  void make_folder(const std::string& name) const {
    std::filesystem::create_directories(folder_.path() / name);
  }
  [[nodiscard]] std::string path_of(const std::string& name) const { return folder_.path_of(name); }
  // As named files keep their paths.
  [[nodiscard]] std::string target_of_path(const std::string& name) const {
    return path_of(name).substr(1);
  }
  TemporaryFolder folder_;
};

TEST_F(Inputs, OfAFolderAreAllBelowIt) {
  make_folder("in/2023/hidden");
  make_folder("in/empty");
  folder_.write("in/a.pdf", "");
  folder_.write("in/2023/b.doc", "");
  folder_.write("in/2023/hidden/.c", "");
  EXPECT_THAT(found({{path_of("in")}, {}, {}}),
              ElementsAre(Pair("2023/b.doc", ""), Pair("2023/hidden/.c", ""), Pair("a.pdf", "")));
}

TEST_F(Inputs, MayHaveAnyNames) {
  make_folder("in/a\nb");
  folder_.write("in/a\nb/c\xFF.pdf", "");
  folder_.write("in/*", "");
  EXPECT_THAT(found({{path_of("in")}, {}, {}}),
              ElementsAre(Pair("*", ""), Pair("a\nb/c\xFF.pdf", "")));
  EXPECT_THAT(found({{path_of("in/*")}, {}, {}}), ElementsAre(Pair(target_of_path("in/*"), "")))
      << "the file of that name, not a pattern";
}

TEST_F(Inputs, LeaveOutTheOutputs) {
  make_folder("in/out");
  folder_.write("in/a.pdf", "");
  folder_.write("in/out/a.pdf.xml", "");
  EXPECT_THAT(found({{path_of("in")}, {}, path_of("in/out")}), ElementsAre(Pair("a.pdf", "")));
}

TEST_F(Inputs, BehindLinksAreFollowedOnce) {
  make_folder("in/a");
  make_folder("elsewhere");
  folder_.write("elsewhere/b.pdf", "");
  ASSERT_EQ(symlink("..", path_of("in/a/up").c_str()), 0);
  ASSERT_EQ(symlink(path_of("elsewhere").c_str(), path_of("in/a/linked").c_str()), 0);
  ASSERT_EQ(symlink("nowhere", path_of("in/a/dangling").c_str()), 0);
  EXPECT_THAT(
      found({{path_of("in")}, {}, {}}),
      ElementsAre(Pair("a/dangling", ""), Pair("a/linked/b.pdf", ""), Pair("a/up", "link-loop")));
}

// Every pair of folders is linked: without a limit the ways through them are as many as orders.
TEST_F(Inputs, BehindManyLinksEnd) {
  constexpr int folders = 9;
  for (int at = 0; at < folders; ++at) make_folder("in/" + std::to_string(at));
  for (int from = 0; from < folders; ++from) {
    for (int to = 0; to < folders; ++to) {
      const std::string link = path_of("in/" + std::to_string(from) + "/" + std::to_string(to));
      ASSERT_EQ(symlink(("../" + std::to_string(to)).c_str(), link.c_str()), 0);
    }
  }
  std::size_t inputs = 0;
  EXPECT_FALSE(each_input({{path_of("in")}, {}, {}}, [&](const Input& input) {
    ++inputs;
    EXPECT_EQ(input.problem->code, ErrorCode::link_loop);
  }));
  EXPECT_LT(inputs, 500'000U);
}

TEST_F(Inputs, OfAFolderThatMayNotBeReadAreAProblem) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  make_folder("in/closed");
  ASSERT_EQ(chmod(path_of("in/closed").c_str(), 0), 0);
  EXPECT_THAT(found({{path_of("in")}, {}, {}}), ElementsAre(Pair("closed", "cannot-open")));
}

TEST_F(Inputs, OfAPattern) {
  make_folder("in/c.pdf");
  folder_.write("in/a.pdf", "");
  folder_.write("in/b.doc", "");
  folder_.write("in/c.pdf/d", "");
  EXPECT_THAT(
      found({{path_of("in/*.pdf")}, {}, {}}),
      ElementsAre(Pair(target_of_path("in/a.pdf"), ""), Pair(target_of_path("in/c.pdf/d"), "")));
  EXPECT_THAT(found({{path_of("in/*.odt")}, {}, {}}),
              ElementsAre(Pair(target_of_path("in/*.odt"), "cannot-open")));
}

TEST_F(Inputs, OfAListEndAtLinesOrNul) {
  const std::string lines = folder_.write("lines", "a.pdf\r\n\nb/c.pdf\n../d.pdf");
  EXPECT_THAT(found({{}, lines, {}}),
              ElementsAre(Pair("a.pdf", ""), Pair("b/c.pdf", ""), Pair("d.pdf", "")));
  const std::string nul = folder_.write("nul", std::string("a\nb.pdf\0c.pdf\0", 14));
  EXPECT_THAT(found({{}, nul, {}}), ElementsAre(Pair("a\nb.pdf", ""), Pair("c.pdf", "")));
  const std::string longer = folder_.write("longer", std::string(70'000, 'x') + "\ny\n");
  EXPECT_EQ(found({{}, longer, {}}).size(), 2U);
  EXPECT_THAT(found({{}, folder_.write("none", ""), {}}), IsEmpty());
}

TEST_F(Inputs, OfAListThatIsNotThere) {
  const auto error = each_input({{}, path_of("absent"), {}}, [](const Input&) { FAIL(); });
  ASSERT_TRUE(error);
  EXPECT_EQ(error->code, ErrorCode::cannot_open);
}

}  // namespace
}  // namespace trichyeu
