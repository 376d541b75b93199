#include "extractor/read/page_tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace trichyeu {
namespace {

using ::testing::ElementsAre;

PageWord word(std::string text, double left, double top) {
  PageWord word;
  word.box = {left, top, left + 6 * static_cast<double>(text.size()), top + 12};
  word.reach = word.box;
  word.font_size = 12;
  word.text = std::move(text);
  return word;
}

// Two rows of two columns: x 50, 150, 250; y 100, 150, 200.
Rulings two_by_two() {
  std::vector<Ruling> rules;
  for (const double y : {100.0, 150.0, 200.0}) rules.push_back({false, {50, y, 250, y + 1}});
  for (const double x : {50.0, 150.0, 250.0}) rules.push_back({true, {x, 100, x + 1, 200}});
  return {rules, 0, 0, 0};
}

// "cell: words" of each line; "-" outside tables.
std::vector<std::string> lines_of(const PageText& page) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    std::string line = page.places[i].in_table() ? std::to_string(page.places[i].cell) : "-";
    line += ":";
    for (const PageWord& word : page.lines[i]) line += " " + word.text;
    lines.push_back(line);
  }
  return lines;
}

TEST(PageTables, CellsAreReadOneByOneBetweenWhatStandsAboveAndBelow) {
  const PageText page =
      page_text({word("head", 60, 70), word("a", 60, 105), word("b", 160, 105), word("aa", 60, 125),
                 word("bb", 160, 125), word("c", 60, 165), word("foot", 60, 210)},
                two_by_two());
  EXPECT_THAT(lines_of(page),
              ElementsAre("-: head", "0: a", "0: aa", "1: b", "1: bb", "2: c", "-: foot"));
  EXPECT_EQ(page.grids.size(), 1u);
}

TEST(PageTables, WhatIsLeftOfATableWhoseRulesAreLostIsNone) {
  std::vector<PageWord> words{word("a", 60, 105), word("b", 160, 105), word("c", 60, 165),
                              word("d", 160, 165)};
  EXPECT_EQ(page_text(words, two_by_two()).grids.size(), 1u);
  words.push_back(word("beside", 300, 165));
  EXPECT_TRUE(page_text(words, two_by_two()).grids.empty());
}

TEST(PageTables, PieceOfARuleReadAsABarIsNoWord) {
  const PageText page =
      page_text({word("a", 60, 105), word("|", 147, 105), word("b", 160, 105)}, two_by_two());
  EXPECT_THAT(lines_of(page), ElementsAre("0: a", "1: b"));
}

TEST(PageTables, RuleReadTogetherWithAWordIsNoLetter) {
  const PageText page =
      page_text({word("a|", 60, 105), word("_|b", 160, 105), word("c-d", 60, 165)}, two_by_two());
  EXPECT_THAT(lines_of(page), ElementsAre("0: a", "1: b", "2: c-d"));
}

TEST(PageTables, BoxesWithWordsInOneCellAreNoTable) {
  const PageText page = page_text({word("a", 60, 105), word("b", 60, 210)}, two_by_two());
  EXPECT_TRUE(page.grids.empty());
  EXPECT_THAT(lines_of(page), ElementsAre("-: a", "-: b"));
}

// One row of two columns: x 50, 150, 250; y 100, 200.
Rulings one_row() {
  std::vector<Ruling> rules;
  for (const double y : {100.0, 200.0}) rules.push_back({false, {50, y, 250, y + 1}});
  for (const double x : {50.0, 150.0, 250.0}) rules.push_back({true, {x, 100, x + 1, 200}});
  return {rules, 0, 0, 0};
}

TEST(PageTables, FirstRowWithoutItsNumberMayBeTheRestOfOne) {
  EXPECT_THAT(lines_of(page_text({word("4", 150, 30), word("b", 160, 105)}, one_row())),
              ElementsAre("-: 4", "1: b"));
  EXPECT_TRUE(page_text({word("a", 60, 105)}, one_row()).grids.empty());
  EXPECT_TRUE(
      page_text({word("1", 60, 30), word("2", 60, 50), word("3", 60, 70), word("b", 160, 105)},
                one_row())
          .grids.empty());
}

}  // namespace
}  // namespace trichyeu
