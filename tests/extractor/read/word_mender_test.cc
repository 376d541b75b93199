#include "extractor/read/word_mender.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>

#include "extractor/read/word_pairs.h"

namespace trichyeu {
namespace {

PageLine line_of(const std::string& text, double confidence) {
  PageLine line;
  std::istringstream words(text);
  for (PageWord word; words >> word.text; line.push_back(word)) word.confidence = confidence;
  return line;
}

std::string text_of(const PageText& page) {
  std::string text;
  for (const PageLine& line : page.lines) {
    for (const PageWord& word : line) text += (text.empty() ? "" : " ") + word.text;
  }
  return text;
}

std::string mended(const std::string& text, double confidence = 0.8) {
  PageText page;
  page.lines.push_back(line_of(text, confidence));
  page.places.emplace_back();
  static_cast<void>(mend_words(page));
  return text_of(page);
}

TEST(WordMender, MarksFollowTheNeighbours) {
  EXPECT_EQ(mended("Quyết dịnh ban hành"), "Quyết định ban hành");
  EXPECT_EQ(mended("tô chức thực hiện"), "tổ chức thực hiện");
  EXPECT_EQ(mended("theo Nghị dịnh, Thông tư"), "theo Nghị định, Thông tư");
}

TEST(WordMender, NamesOfBodiesAreKnown) {
  EXPECT_EQ(mended("SƠ Y TÊ", 0.93), "SỞ Y TẾ");
  EXPECT_EQ(mended("Sờ Nội vụ"), "Sở Nội vụ");
}

TEST(WordMender, LetterCaseStays) {
  EXPECT_EQ(mended("KÉ HOẠCH"), "KẾ HOẠCH");
  EXPECT_EQ(mended("Tô chức"), "Tổ chức");
}

TEST(WordMender, WhatStandsInTextsStays) {
  for (const char* text : {"đối với các đơn vị", "cơ sở dữ liệu", "được giao", "Tổ chức thực hiện"})
    EXPECT_EQ(mended(text), text);
}

TEST(WordMender, WordsThatNoTextHasStay) {
  for (const char* text : {"ông Vi Văn Tô", "phông chữ", "TCVN dịnh"})
    EXPECT_EQ(mended(text), text);
}

TEST(WordMender, MarksThatAreNotConfusedStay) {
  EXPECT_EQ(mended("thuộc và"), "thuộc và");
  EXPECT_EQ(mended("kê hoạch"), "kế hoạch");
  EXPECT_EQ(mended("kệ hoạch"), "kệ hoạch") << "the dot below is no acute";
  EXPECT_EQ(mended("để bị"), "để bị") << "\"dễ bị\" is too rare to lose a stroke for";
}

TEST(WordMender, TheCommonMisreadingsOfAPageAreMendedFurther) {
  EXPECT_EQ(mended("đế được"), "đế được");
  EXPECT_EQ(mended("tố chức thực hiện, phố biến pháp luật, đế được"),
            "tổ chức thực hiện, phổ biến pháp luật, để được");
  EXPECT_EQ(mended("tố chức thực hiện, phố biến pháp luật, thiếu nhi"),
            "tổ chức thực hiện, phổ biến pháp luật, thiếu nhi")
      << "\"thiểu\" stands behind \"tối\"";
}

TEST(WordMender, AWordThatTextsHaveGivesWayToMore) {
  EXPECT_EQ(mended("khách tham quan nhân dịp", 0.96), "khách tham quan nhân dịp");
  EXPECT_EQ(mended("chỉ nhánh", 0.8), "chi nhánh");
  EXPECT_EQ(mended("giám sát mỗi trường", 0.96), "giám sát mỗi trường");
}

TEST(WordMender, SignsPartNeighbours) {
  EXPECT_EQ(mended("tô, chức"), "tô, chức");
  EXPECT_EQ(mended("(tô chức)"), "(tổ chức)");
}

TEST(WordMender, LinesOfACellFollowEachOtherAndCellsDoNot) {
  PageText page;
  page.lines = {line_of("tô", 0.8), line_of("chức", 0.8)};
  page.places = {{0, 0, false}, {0, 0, false}};
  ASSERT_EQ(mend_words(page).size(), 1U);
  EXPECT_EQ(text_of(page), "tổ chức");
  page.lines = {line_of("tô", 0.8), line_of("chức", 0.8)};
  page.places = {{0, 0, false}, {0, 1, false}};
  EXPECT_TRUE(mend_words(page).empty());
}

TEST(WordMender, SaysWhatWasReadAndWhatBearsItOut) {
  PageText page;
  page.lines = {line_of("Quyết dịnh", 0.8)};
  page.places.resize(1);
  const std::vector<Mend> mends = mend_words(page);
  ASSERT_EQ(mends.size(), 1U);
  EXPECT_EQ(mends[0].read, "dịnh");
  EXPECT_EQ(mends[0].meant, "định");
  EXPECT_EQ(mends[0].because, "quyết định");
}

TEST(WordPairs, KnowsPairsAndWordsOfTheSameLetters) {
  ASSERT_NE(pair_of("quyết", "định"), nullptr);
  EXPECT_GT(pair_of("quyết", "định")->count, 100);
  EXPECT_EQ(pair_of("quyết", "dịnh"), nullptr);
  const std::vector<std::string_view>& like = words_like("dinh");
  EXPECT_NE(std::find(like.begin(), like.end(), "định"), like.end());
  EXPECT_TRUE(words_like("xyz").empty());
}

}  // namespace
}  // namespace trichyeu
