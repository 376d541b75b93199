#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/extractor/grammar/rule_folder.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::RuleFolder;

std::vector<std::string> failures_of(const std::string& lines, const ValuesOf& values_of = {}) {
  const RuleFolder folder(
      {{"one.toml", "values = ['double']\n[[rule]]\nid = 'one.a'\nreason = 'r'\n" + lines}});
  const Result<Grammars> loaded = folder.load();
  if (!loaded.ok()) return {loaded.error().message};
  const Grammar& grammar = loaded->grammar("one");
  return failed_examples(grammar, *grammar.rule("one.a"), values_of);
}

TEST(FailedExamples, NoneWhereAllIsAsWritten) {
  EXPECT_THAT(
      failures_of("pattern = '(?P<n>[0-9])'\nemit = { kind = 'k' }\n"
                  "examples = [{ text = 'x ⟦7⟧', n = '7', kind = 'k' }]\ncounter_examples = ['x']"),
      IsEmpty());
}

TEST(FailedExamples, NamesAMissedSpan) {
  EXPECT_THAT(
      failures_of("pattern = '[0-9]'\nexamples = [{ text = '⟦x 7⟧' }]\ncounter_examples = ['x']"),
      ElementsAre(HasSubstr("expected \"x 7\", found \"7\" by one.a")));
}

TEST(FailedExamples, NamesAWrongValue) {
  EXPECT_THAT(failures_of("pattern = '(?P<n>[0-9])'\nexamples = [{ text = '⟦7⟧', n = '8' "
                          "}]\ncounter_examples = ['x']"),
              ElementsAre(HasSubstr("expected n = \"8\", found \"7\"")));
}

TEST(FailedExamples, NamesACounterExampleThatMatches) {
  EXPECT_THAT(
      failures_of("pattern = '[0-9]'\nexamples = [{ text = '⟦7⟧' }]\ncounter_examples = ['a 7']"),
      ElementsAre(HasSubstr("expected nothing, found \"7\"")));
}

TEST(FailedExamples, AsksForValuesThatTheCodeMakes) {
  const ValuesOf doubled = [](const Match& match, std::string_view text) {
    const std::string n(match.capture("n", text));
    return std::map<std::string, std::string>{{"double", n + n}};
  };
  const std::string lines =
      "pattern = '(?P<n>[0-9])'\nexamples = [{ text = '⟦7⟧', double = '77' }]\ncounter_examples = "
      "['x']";
  EXPECT_THAT(failures_of(lines, doubled), IsEmpty());
  EXPECT_THAT(failures_of(lines), ElementsAre(HasSubstr("expected double = \"77\", found \"\"")));
}

}  // namespace
}  // namespace trichyeu
