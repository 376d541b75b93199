#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/temporary_folder.h"
#include "tools/rules/explanation.h"
#include "tools/rules/finds.h"
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
  EXPECT_EQ(rules_named("sizes.late", *grammars_)[0].reason(), "The second word.");
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

TEST_F(RuleTexts, ShowRulesOfTheCode) {
  const std::vector<NamedRule> named = rules_named("tasks.item", *grammars_);
  ASSERT_THAT(named, SizeIs(1));
  EXPECT_THAT(rule_page(named[0], *grammars_, false),
              AllOf(HasSubstr("tasks.item   (code.toml, the code)\n"), HasSubstr("makes\n  "),
                    HasSubstr("⟦"), HasSubstr("makes nothing\n  ")));
  EXPECT_EQ(reason_of("tasks.item", *grammars_), named[0].reason());
  EXPECT_EQ(reason_of("code", *grammars_), "") << "a file has no reason";
}

TEST_F(RuleTexts, ListAsJson) {
  const auto json = nlohmann::json::parse(rule_list_json(rules_named("sizes", *grammars_)));
  ASSERT_EQ(json.size(), 5U);
  EXPECT_EQ(json[0]["id"], "sizes.long");
  EXPECT_EQ(json[0]["line"], 1);
  EXPECT_EQ(json[0]["zones"][0], "main");
  EXPECT_EQ(json[0]["examples"][0], "⟦ngày mai⟧ đi");
  EXPECT_EQ(json[0]["counterExamples"][0], "mai");
}

TEST_F(RuleTexts, SayWhyMatchesLose) {
  const GrammarFinds finds = finds_of(grammar(), "ngày mai, tuần sau", {}, SearchKind::all);
  ASSERT_THAT(finds.taken, SizeIs(2));
  std::vector<std::string> reasons;
  for (const LostMatch& lost : finds.lost) {
    reasons.push_back(lost.match.rule->id + ' ' + why_lost(lost, "en"));
  }
  EXPECT_THAT(reasons, ElementsAre("sizes.short is shorter than sizes.long",
                                   "sizes.late begins later than sizes.long",
                                   "sizes.low has a lower priority than sizes.high (0 < 3)"));
}

TEST_F(RuleTexts, SearchAsTheExtractorDoes) {
  EXPECT_THAT(finds_of(grammar(), "ngày mai", ZoneKind::title, SearchKind::all).taken, SizeIs(2))
      << "sizes.long fires in the main zone only";
  EXPECT_THAT(finds_of(grammar(), "ngày mai, tuần sau", {}, SearchKind::first).taken, SizeIs(1));
  EXPECT_THAT(finds_of(grammar(), "ngày mai", {}, SearchKind::every).lost, IsEmpty());
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
  Task task;
  task.lead.resize(1);
  task.lead[0].ref = "u1";
  task.lead[0].value.place.bytes = {0, 5};
  plan.tasks = {task};
  plan.body.blocks[1].path = "II.1.a";
  EXPECT_THAT(blocks_at("u1", plan), ElementsAre(0U));
  EXPECT_THAT(blocks_at("II.1.a", plan), ElementsAre(1U));
  EXPECT_THAT(blocks_at("", plan), ElementsAre(0U, 1U));
  EXPECT_THAT(blocks_at("p1", plan), ElementsAre(0U));
  EXPECT_THAT(blocks_at("2", plan), ElementsAre(1U));
  EXPECT_THAT(blocks_at("c1", plan), ElementsAre(1U));
  for (const char* nothing : {"0", "3", "p3", "c2", "2x"}) {
    EXPECT_THAT(blocks_at(nothing, plan), IsEmpty()) << nothing;
  }
}

TEST(BlocksAt, KnowsSectionsAndTables) {
  Plan plan;
  plan.body.text = "I. Mục\n1. Ý\nÔ\n";
  plan.body.blocks.resize(3);
  plan.body.blocks[0].bytes = {0, 8};
  plan.body.blocks[1].bytes = {9, 14};
  plan.body.blocks[2].bytes = {15, 17};
  Table table;
  table.id = "tb1";
  table.rows = {{{{2, 1, 1}}}};
  const Item inner{{}, 1, {table}};
  plan.body.zones = {{ZoneKind::main, {Item{"s1", 0, {inner}}}, 0}};
  EXPECT_THAT(blocks_at("s1", plan), ElementsAre(0U, 1U, 2U));
  EXPECT_THAT(blocks_at("tb1", plan), ElementsAre(2U));
  EXPECT_THAT(blocks_at("s2", plan), IsEmpty());
}

}  // namespace
}  // namespace trichyeu
