#include "extractor/read/own_phrases.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace trichyeu {
namespace {

PageText page_of(const std::string& text, double confidence) {
  PageText page;
  page.lines.emplace_back();
  page.places.emplace_back();
  std::istringstream words(text);
  for (PageWord word; words >> word.text; page.lines[0].push_back(word))
    word.confidence = confidence;
  return page;
}

// What a second page becomes behind a first one that recognition was sure of.
std::string mended(const std::string& first, const std::string& second, double confidence = 0.9) {
  OwnPhrases phrases;
  PageText before = page_of(first, 0.98), page = page_of(second, confidence);
  EXPECT_TRUE(phrases.mend(before).empty());
  static_cast<void>(phrases.mend(page));
  std::string result;
  for (const PageWord& word : page.lines[0]) result += (result.empty() ? "" : " ") + word.text;
  return result;
}

TEST(OwnPhrases, ARareSpellingGivesWayToTheUsualOne) {
  EXPECT_EQ(mended("Đại Khê, Đại Khê; Đại Khê", "xã Đại Khế"), "xã Đại Khê");
  EXPECT_EQ(mended("ĐẠI KHÊ, Đại Khê; Đại Khê", "XÃ ĐẠI KHẾ"), "XÃ ĐẠI KHÊ");
}

TEST(OwnPhrases, CommonMisreadingsNeedLess) {
  EXPECT_EQ(mended("hàng Khẩn, hàng Khẩn", "hàng Khấn"), "hàng Khẩn");
  EXPECT_EQ(mended("hàng Khân, hàng Khân", "hàng Khấn"), "hàng Khấn");
}

TEST(OwnPhrases, WhatWasSurelyReadStays) {
  EXPECT_EQ(mended("Văn An, Văn An, Văn An", "ông Văn Ân", 0.98), "ông Văn Ân");
}

TEST(OwnPhrases, WhatTextsHaveStays) {
  EXPECT_EQ(mended("thực hiên, thực hiên, thực hiên", "thực hiện"), "thực hiện");
}

TEST(OwnPhrases, OneSpellingAmongFewStays) {
  EXPECT_EQ(mended("Đại Khê, Đại Khê", "xã Đại Khế"), "xã Đại Khế");
  EXPECT_EQ(mended("", "xã Đại Khế"), "xã Đại Khế");
}

}  // namespace
}  // namespace trichyeu
