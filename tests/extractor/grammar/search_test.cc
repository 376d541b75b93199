#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "tests/extractor/grammar/rule_folder.h"

namespace trichyeu {
namespace {

using testing::rule;
using testing::RuleFolder;
using testing::shown;

// Finds of the rules of one file, of texts.
class Search : public ::testing::Test {
 protected:
  void load(const std::string& rules, const std::string& words = "name\nx\n") {
    const RuleFolder folder({{"one.toml", rules}, {"words.tsv", words}});
    Result<Grammars> loaded = folder.load();
    ASSERT_TRUE(loaded.ok()) << loaded.error().message;
    grammars_ = std::move(loaded).value();
  }
  [[nodiscard]] const Grammar& grammar() const { return grammars_->grammar("one"); }
  [[nodiscard]] std::string found(const std::string& text) const {
    return shown(grammar().find_all(text), text);
  }

  std::optional<Grammars> grammars_;
};

TEST_F(Search, MatchesEndAtWordEdges) {
  load(rule("one.a", "điều|phê", "⟦điều⟧"));
  EXPECT_EQ(found("theo điều 5"), "điều@5");
  EXPECT_EQ(found("phêx ađiều 1phê điều1 phê\xCC\x81"), "");
  EXPECT_EQ(found("(phê)"), "phê@1");
}

TEST_F(Search, AnEdgeIsSharedByTwoMatches) {
  load(rule("one.a", "a|;", "⟦a⟧"));
  EXPECT_EQ(found("a a a"), "a@0 a@2 a@4");
  EXPECT_EQ(found(";;;"), ";@0 ;@1 ;@2");
  EXPECT_EQ(found(";;a"), ";@0 a@2");
  EXPECT_EQ(found("aa;"), "");
}

TEST_F(Search, EdgesCanBeLeftOut) {
  load(rule("one.none", "x", "⟦x⟧", "edges = 'none'") +
       rule("one.before", "y", "⟦y⟧", "edges = 'before'") +
       rule("one.after", "z", "⟦z⟧", "edges = 'after'"));
  EXPECT_EQ(found("axa aya aza"), "x@1");
  EXPECT_EQ(found("xx ya az"), "x@0 x@1 y@3 z@7");
}

TEST_F(Search, TheLongerAlternativeIsTakenWhereTheShorterBreaksAWord) {
  load(rule("one.quarter", "quý (?:I|II|III)", "⟦quý I⟧"));
  EXPECT_EQ(found("quý III"), "quý III@0");
}

TEST_F(Search, EarlierThenHigherThenLongerThenFirstStays) {
  load(rule("one.short", "b", "⟦b⟧") + rule("one.long", "b c", "⟦b c⟧") +
       rule("one.early", "a b", "⟦a b⟧") + rule("one.same", "b c", "⟦b c⟧") +
       rule("one.high", "d", "⟦d⟧", "priority = 1") + rule("one.low", "d e", "⟦d e⟧"));
  EXPECT_EQ(found("a b c"), "a b@0");
  EXPECT_EQ(found("b c"), "b c@0");
  EXPECT_EQ(grammar().find("b c")->rule->id, "one.long");
  EXPECT_EQ(found("d e"), "d@0");
}

TEST_F(Search, WhatALostMatchHeldIsSearchedAnew) {
  load(rule("one.pair", "b c|c", "⟦c⟧") + rule("one.head", "a b", "⟦a b⟧"));
  EXPECT_EQ(found("a b c"), "a b@0 c@4");
}

TEST_F(Search, ASpanNarrowsTheMatchAndTheRestIsContext) {
  load(rule("one.a", "(?:của|và) (?P<span>[A-Z])(?: và)?", "của ⟦A⟧"));
  EXPECT_EQ(found("của A và B"), "A@6 B@12");
}

TEST_F(Search, CapturesThatTookNoPartAreAbsent) {
  load(rule("one.a", "(?P<day>[0-9]+)/(?P<month>[0-9]+)(?:/(?P<year>[0-9]+))?", "⟦1/2⟧",
            "emit = { kind = 'date' }"));
  const std::string text = "x 15/4 y";
  const std::optional<Match> match = grammar().find(text);
  ASSERT_TRUE(match);
  EXPECT_EQ(match->capture("day", text), "15");
  EXPECT_EQ(match->capture("month", text), "4");
  EXPECT_FALSE(match->has("year"));
  EXPECT_EQ(match->capture("year", text), "");
  EXPECT_EQ(match->emitted("kind"), "date");
  EXPECT_EQ(match->emitted("none"), "");
}

TEST_F(Search, AnchoredRulesMatchOnceAtTheStartOrTheWhole) {
  load(rule("one.start", "a", "⟦a⟧", "at = 'start'") +
       rule("one.whole", "b", "⟦b⟧", "at = 'whole'"));
  EXPECT_EQ(found("a a"), "a@0");
  EXPECT_EQ(found("x a"), "");
  EXPECT_EQ(found("ab"), "");
  EXPECT_EQ(found("b"), "b@0");
  EXPECT_EQ(found("b b"), "");
}

TEST_F(Search, ZonesChooseTheRules) {
  load(rule("one.basis", "a", "⟦a⟧", "zones = ['basis']") + rule("one.any", "b", "⟦b⟧"));
  const std::string text = "a b";
  EXPECT_EQ(shown(grammar().find_all(text, ZoneKind::basis), text), "a@0 b@2");
  EXPECT_EQ(shown(grammar().find_all(text, ZoneKind::main), text), "b@2");
  EXPECT_EQ(shown(grammar().find_all(text), text), "a@0 b@2");
}

TEST_F(Search, NegatedClassesStayOnTheLine) {
  load(rule("one.a", "“[^”]*”", "⟦“a”⟧"));
  EXPECT_EQ(found("“a\nb”"), "");
  EXPECT_EQ(found("“a b”"), "“a b”@0");
}

TEST_F(Search, FindEveryKeepsWhatOverlaps) {
  load(rule("one.a", "a b", "⟦a b⟧") + rule("one.b", "b", "⟦b⟧"));
  const std::string text = "a b";
  EXPECT_EQ(shown(grammar().find_every(text), text), "a b@0 b@2");
}

TEST_F(Search, NothingIsFoundInNothing) {
  load(rule("one.a", "a", "⟦a⟧"));
  EXPECT_EQ(found(""), "");
  EXPECT_FALSE(grammar().find(""));
}

TEST_F(Search, ThreadsMayBeginTogether) {
  load(rule("one.a", "a", "⟦a⟧") + rule("one.b", "b", "⟦b⟧"));
  std::vector<std::string> results(8);
  std::vector<std::thread> threads;
  for (std::string& result : results) threads.emplace_back([&] { result = found("a b ab"); });
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(results, ::testing::Each("a@0 b@2"));
}

// The contract of find_all, read word by word, for rules that are plain words.
struct Word {
  std::string text;
  int priority;
};

bool is_word(char c) { return c != ' ' && c != ';'; }

std::vector<ByteSpan> plain_find_all(const std::vector<Word>& words, const std::string& text) {
  std::vector<ByteSpan> found;
  for (std::size_t at = 0; at < text.size();) {
    const Word* best = nullptr;
    for (const Word& word : words) {
      if (text.compare(at, word.text.size(), word.text) != 0) continue;
      const std::size_t end = at + word.text.size();
      if ((at > 0 && is_word(text[at - 1])) || (end < text.size() && is_word(text[end]))) continue;
      const bool better = best == nullptr || word.priority > best->priority ||
                          (word.priority == best->priority && word.text.size() > best->text.size());
      if (better) best = &word;
    }
    if (best != nullptr) found.push_back({at, at + best->text.size()});
    at += best != nullptr ? best->text.size() : 1;
  }
  return found;
}

TEST_F(Search, RandomTextsGiveWhatTheContractSays) {
  const std::vector<Word> words = {{"a", 0}, {"a b", 0}, {"b a", 1},  {"b", 0},
                                   {";", 0}, {"a;b", 0}, {"b b a", 2}};
  std::string rules;
  for (const Word& word : words) {
    rules += rule("one.r" + std::to_string(&word - words.data()), word.text, "⟦" + word.text + "⟧",
                  "priority = " + std::to_string(word.priority));
  }
  load(rules);
  std::mt19937 random(20240515);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const std::size_t size = random() % 14;
    while (text.size() < size) text += "ab ;"[random() % 4];
    std::vector<ByteSpan> found;
    for (const Match& match : grammar().find_all(text)) found.push_back(match.bytes);
    ASSERT_EQ(found, plain_find_all(words, text)) << '"' << text << '"';
  }
}

}  // namespace
}  // namespace trichyeu
