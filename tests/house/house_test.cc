// The tree keeps the house rules.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/house/checks.h"
#include "tests/house/tree.h"

namespace trichyeu::house {
namespace {

using ::testing::IsEmpty;

class House : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { files_ = source_tree(); }
  static std::string content_of(const std::string& path) {
    const auto file = std::find_if(files_.begin(), files_.end(),
                                   [&](const SourceFile& each) { return each.path == path; });
    return file == files_.end() ? std::string() : file->content;
  }
  static inline Files files_;
};

TEST_F(House, TreeIsFound) { EXPECT_FALSE(content_of("models/plan.h").empty()); }

TEST_F(House, TextIsUtf8InNfc) { EXPECT_THAT(not_normal_text(files_), IsEmpty()); }

TEST_F(House, RulesUseNoAsciiClasses) { EXPECT_THAT(ascii_classes_in_rules(files_), IsEmpty()); }

TEST_F(House, RuleIdsAreUnique) { EXPECT_THAT(duplicate_rule_ids(files_), IsEmpty()); }

TEST_F(House, TypesHaveNamesOfTheirOwn) { EXPECT_THAT(duplicate_type_names(files_), IsEmpty()); }

TEST_F(House, IncludesPointDownstream) { EXPECT_THAT(includes_upstream(files_), IsEmpty()); }

TEST_F(House, EverySourceIsBuilt) { EXPECT_THAT(sources_not_built(files_), IsEmpty()); }

TEST_F(House, NothingIsMarkedUnfinished) { EXPECT_THAT(unfinished(files_), IsEmpty()); }

TEST_F(House, NoPathIsOfOneMachine) { EXPECT_THAT(machine_paths(files_), IsEmpty()); }

TEST_F(House, ReadmesAreEqual) {
  const std::string english = content_of("README.md");
  ASSERT_FALSE(english.empty());
  EXPECT_THAT(readme_differences(english, content_of("README.vi.md")), IsEmpty());
}

}  // namespace
}  // namespace trichyeu::house
