// Each house rule finds what it forbids, and passes what it allows.
#include "tests/house/checks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trichyeu::house {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(NotNormalText, FindsDecomposedLettersAndIllFormedBytes) {
  EXPECT_THAT(not_normal_text({{"a.md", "K\u1EBF ho\u1EA1ch\n"}}), IsEmpty());
  EXPECT_THAT(not_normal_text({{"a.md", "one\nKe\u0302\u0301\n"}}),
              ElementsAre(HasSubstr("a.md:2")));
  EXPECT_THAT(not_normal_text({{"a.md", "\xE1\xBA\n"}}), ElementsAre(HasSubstr("a.md:1")));
}

TEST(AsciiClassesInRules, FindsThemInRuleFilesOutsideComments) {
  const std::string pattern = "pattern = 'ngày\\s+(\\pL+)'\n";
  EXPECT_THAT(ascii_classes_in_rules({{"extractor/grammars/dates.toml", pattern}}),
              ElementsAre(HasSubstr("dates.toml:1")));
  EXPECT_THAT(ascii_classes_in_rules({{"extractor/grammars/dates.toml", "# no \\b here\n"}}),
              IsEmpty());
  EXPECT_THAT(ascii_classes_in_rules({{"tests/dates.toml", pattern}}), IsEmpty());
}

TEST(DuplicateRuleIds, FindsAnIdOfTwoFiles) {
  const SourceFile first{"extractor/grammars/a.toml", "[[rule]]\nid = \"a.one\"\n"};
  const SourceFile second{"extractor/grammars/b.toml", "[[rule]]\nid = \"a.one\"\n"};
  EXPECT_THAT(duplicate_rule_ids({first}), IsEmpty());
  EXPECT_THAT(duplicate_rule_ids({first, second}), ElementsAre(HasSubstr("b.toml:2: a.one")));
}

TEST(DuplicateTypeNames, FindsAnotherTypeOfOneName) {
  const SourceFile first{"models/a.h", "class Task;\nstruct Task {\n  struct Row {\n  };\n};\n"};
  const SourceFile second{"tools/b.h", "class Task;\nenum class Row { one };\n"};
  const SourceFile third{"tools/c.h", "class Task : public Base {\n"};
  EXPECT_THAT(duplicate_type_names({first, second}), IsEmpty());
  EXPECT_THAT(duplicate_type_names({first, second, third}),
              ElementsAre(HasSubstr("c.h:1: Task is the name of a type at models/a.h:2: ")));
}

TEST(IncludesUpstream, AllowsDownstreamAndOwnFolderOnly) {
  const auto problems = [](const char* path, const std::string& included) {
    return includes_upstream({{path, "#include \"" + included + "\"\n"}});
  };
  EXPECT_THAT(problems("extractor/fields/tasks.cc", "models/plan.h"), IsEmpty());
  EXPECT_THAT(problems("extractor/fields/tasks.cc", "extractor/fields/fields.h"), IsEmpty());
  EXPECT_THAT(problems("extractor/convert.cc", "extractor/read/read.h"), IsEmpty());
  EXPECT_THAT(problems("models/diagnostic.cc", "trichyeu_models_embedded.h"), IsEmpty());
  EXPECT_THAT(problems("models/plan.h", "normalizer/normalize.h"), ElementsAre(HasSubstr(":1: ")));
  EXPECT_THAT(problems("extractor/grammar/a.cc", "extractor/read/read.h"), testing::SizeIs(1));
  EXPECT_THAT(problems("extractor/fields/a.cc", "extractor/read/read.h"), testing::SizeIs(1));
  EXPECT_THAT(problems("extractor/fields/a.cc", "tests/support/plain_tree.h"), testing::SizeIs(1));
}

TEST(SourcesNotBuilt, LooksInTheFoldersAbove) {
  const SourceFile list{"models/CMakeLists.txt", "add_library(m span.cc formats/xml_writer.cc)\n"};
  EXPECT_THAT(
      sources_not_built({list, {"models/span.cc", ""}, {"models/formats/xml_writer.cc", ""}}),
      IsEmpty());
  EXPECT_THAT(sources_not_built({list, {"models/pan.cc", ""}}),
              ElementsAre(HasSubstr("models/pan.cc")));
}

TEST(Unfinished, FindsMarks) {
  EXPECT_THAT(unfinished({{"a.cc", "// nothing\n"}}), IsEmpty());
  EXPECT_THAT(unfinished({{"a.cc",
                           "// TO"
                           "DO later\n"}}),
              ElementsAre(HasSubstr("a.cc:1")));
}

TEST(MachinePaths, FindsAbsoluteOnesOfAMachine) {
  EXPECT_THAT(machine_paths({{"a.cc", "\"/usr/share/tessdata\" \"build/work/\"\n"}}), IsEmpty());
  EXPECT_THAT(machine_paths({{"a.cc",
                              "open(\"/ho"
                              "me/someone/x\")\n"}}),
              ElementsAre(HasSubstr("a.cc:1")));
}

TEST(ReadmeDifferences, ComparesHeadingsAndCode) {
  EXPECT_THAT(readme_differences("# A\n## Run\n```\nx\n```\n", "# B\n## Chạy\n```\nx\n```\n"),
              IsEmpty());
  EXPECT_THAT(readme_differences("# A\n", "## A\n"), ElementsAre(HasSubstr("headings")));
  EXPECT_THAT(readme_differences("```\nx\n```\n", "```\ny\n```\n"), ElementsAre(HasSubstr("code")));
}

}  // namespace
}  // namespace trichyeu::house
