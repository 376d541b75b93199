#include "extractor/read/list_signs.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace trichyeu {
namespace {

struct Sign {
  std::string text;
  double width;
  double height;
  double confidence;
};

std::string mended(const std::vector<Sign>& signs) {
  PageText page;
  for (const Sign& sign : signs) {
    PageWord mark, word;
    mark.text = sign.text;
    mark.box = {0, 0, sign.width, sign.height};
    mark.confidence = sign.confidence;
    word.text = "Rà";
    page.lines.push_back({mark, word});
    page.places.emplace_back();
  }
  static_cast<void>(mend_list_signs(page));
  std::string result;
  for (const PageLine& line : page.lines) result += line.front().text;
  return result;
}

TEST(ListSigns, AFlatPlusIsADash) {
  EXPECT_EQ(mended({{"+", 2.8, 1.1, 0.95}, {"+", 4.6, 4.4, 0.95}, {"+", 4.6, 2.6, 0.95}}), "-++");
}

TEST(ListSigns, ADoubtfulPlusAsWideAsDashesIsOne) {
  const Sign dash{"-", 2.9, 1.1, 0.93}, plus{"+", 4.5, 4.4, 0.96};
  EXPECT_EQ(mended({dash, dash, plus, plus, {"+", 3.1, 4.3, 0.6}}), "--++-");
  EXPECT_EQ(mended({dash, dash, plus, plus, {"+", 3.1, 4.3, 0.95}}), "--+++") << "it is sure";
  EXPECT_EQ(mended({dash, dash, plus, plus, {"+", 4.2, 4.3, 0.6}}), "--+++") << "it is wide";
  EXPECT_EQ(mended({dash, dash, {"+", 3.1, 4.3, 0.6}}), "--+") << "no plus signs to compare";
}

TEST(ListSigns, WhatWasChangedIsTold) {
  PageText page;
  PageWord mark, word;
  mark.text = "+";
  mark.box = {0, 0, 3, 1};
  word.text = "Rà";
  page.lines = {{mark, word}};
  page.places.resize(1);
  const std::vector<Mend> mends = mend_list_signs(page);
  ASSERT_EQ(mends.size(), 1U);
  EXPECT_EQ(mends[0].read, "+ Rà");
  EXPECT_EQ(mends[0].meant, "- Rà");
}

}  // namespace
}  // namespace trichyeu
