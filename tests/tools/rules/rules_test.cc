#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"
#include "tools/rules/explanation.h"
#include "tools/rules/rule_text.h"

namespace trichyeu {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// Three rules over the same words.
constexpr const char* sizes = R"([[rule]]
id = "sizes.long"
reason = "Both words."
zones = ["main"]
pattern = 'ngày (?P<which>mai)'
emit = { kind = "day" }
examples = [{ text = "⟦ngày mai⟧ đi", which = "mai" }]
counter_examples = ["mai"]

[[rule]]
id = "sizes.short"
reason = "The first word."
pattern = 'ngày'
examples = [{ text = "⟦ngày⟧" }]
counter_examples = ["mai"]

[[rule]]
id = "sizes.late"
reason = "The second word."
priority = 5
pattern = 'mai'
examples = [{ text = "⟦mai⟧" }]
counter_examples = ["nay"]

[[rule]]
id = "sizes.high"
reason = "Wins where it begins with another."
priority = 3
pattern = 'tuần'
examples = [{ text = "⟦tuần⟧" }]
counter_examples = ["mai"]

[[rule]]
id = "sizes.low"
reason = "Loses, although it is longer."
pattern = 'tuần sau'
examples = [{ text = "⟦tuần sau⟧" }]
counter_examples = ["mai"]
)";

class RuleTexts : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(grammars_.ok()) << grammars_.error().message; }
  [[nodiscard]] const Grammar& grammar() const { return grammars_->grammar("sizes"); }

  static Result<Grammars> loaded() {
    const testing::TemporaryFolder folder;
    folder.write("sizes.toml", sizes);
    return Grammars::load(folder.path().string());
  }
  const Result<Grammars> grammars_ = loaded();
};

TEST_F(RuleTexts, FindRulesByIdAndByFile) {
  EXPECT_THAT(rules_named("sizes", *grammars_), SizeIs(5));
  EXPECT_THAT(rules_named("sizes.toml", *grammars_), SizeIs(5));
  ASSERT_THAT(rules_named("sizes.late", *grammars_), SizeIs(1));
  EXPECT_EQ(rules_named("sizes.late", *grammars_)[0].rule->reason, "The second word.");
  EXPECT_THAT(rules_named("sizes.none", *grammars_), IsEmpty());
  EXPECT_THAT(rules_named("", *grammars_), IsEmpty());
}

TEST_F(RuleTexts, ListIdsUnderTheirFile) {
  EXPECT_THAT(
      rule_list(rules_named("sizes", *grammars_)),
      AllOf(::testing::StartsWith("sizes.toml\n  sizes.long "), HasSubstr("Both words.\n")));
}

TEST_F(RuleTexts, ShowEverythingOfARule) {
  EXPECT_THAT(rule_page(rules_named("sizes.long", *grammars_)[0], *grammars_, false),
              AllOf(HasSubstr("Both words."), HasSubstr("zones     main\n"),
                    HasSubstr("emit      kind = day\n"), HasSubstr("(?P<which>mai)"),
                    HasSubstr("  ⟦ngày mai⟧ đi   which = mai\n")));
}

TEST_F(RuleTexts, CutLongPatternsUnlessAsked) {
  const NamedRule rule = rules_named("citations.numbered", *grammars_).at(0);
  EXPECT_THAT(rule_page(rule, *grammars_, false), HasSubstr("--whole shows all"));
  EXPECT_THAT(rule_page(rule, *grammars_, true), ::testing::Not(HasSubstr("--whole")));
}

TEST_F(RuleTexts, SayWhyMatchesLose) {
  const GrammarFinds finds = finds_of(grammar(), "ngày mai, tuần sau", {}, Taking::all);
  ASSERT_THAT(finds.taken, SizeIs(2));
  std::vector<std::string> reasons;
  for (const LostMatch& lost : finds.lost) {
    reasons.push_back(lost.match.rule->id + ' ' + why_lost(lost));
  }
  EXPECT_THAT(reasons, ElementsAre("sizes.short is shorter than sizes.long",
                                   "sizes.late begins later than sizes.long",
                                   "sizes.low has a lower priority (0) than sizes.high (3)"));
}

TEST_F(RuleTexts, SearchAsTheExtractorDoes) {
  EXPECT_THAT(finds_of(grammar(), "ngày mai", ZoneKind::title, Taking::all).taken, SizeIs(2))
      << "sizes.long fires in the main zone only";
  EXPECT_THAT(finds_of(grammar(), "ngày mai, tuần sau", {}, Taking::first).taken, SizeIs(1));
  EXPECT_THAT(finds_of(grammar(), "ngày mai", {}, Taking::every).lost, IsEmpty());
}

TEST(BlocksAt, KnowsBlocksLinesAndValues) {
  Plan plan;
  plan.body.text = "Một\nHai\n";
  plan.body.blocks.resize(2);
  plan.body.blocks[0].id = "p1";
  plan.body.blocks[0].bytes = {0, 5};
  plan.body.blocks[1].id = "p2";
  plan.body.blocks[1].bytes = {6, 9};
  Citation citation;
  citation.id = "c1";
  citation.value.place.bytes = {6, 9};
  plan.citations = {citation};
  EXPECT_THAT(blocks_at("", plan), ElementsAre(0U, 1U));
  EXPECT_THAT(blocks_at("p1", plan), ElementsAre(0U));
  EXPECT_THAT(blocks_at("2", plan), ElementsAre(1U));
  EXPECT_THAT(blocks_at("c1", plan), ElementsAre(1U));
  for (const char* nothing : {"0", "3", "p3", "c2", "2x"}) {
    EXPECT_THAT(blocks_at(nothing, plan), IsEmpty()) << nothing;
  }
}

}  // namespace
}  // namespace trichyeu
