#include "extractor/read/sign_mender.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace trichyeu {
namespace {

PageText line_of(const std::string& text, double confidence) {
  PageText page;
  page.lines.emplace_back();
  page.places.emplace_back();
  std::istringstream words(text);
  for (PageWord word; words >> word.text; page.lines[0].push_back(word)) {
    word.confidence = confidence;
    word.box = word.reach = {0, 0, 10, 13};
  }
  return page;
}

std::string mended(const std::string& text, double confidence = 0.8) {
  PageText page = line_of(text, confidence);
  static_cast<void>(mend_signs(page));
  std::string result;
  for (const PageWord& word : page.lines[0]) result += (result.empty() ? "" : " ") + word.text;
  return result;
}

TEST(SignMender, NoSentenceEndsBeforeASmallLetter) {
  EXPECT_EQ(mended("của các.thôn trong xã"), "của các thôn trong xã");
  EXPECT_EQ(mended("của các. thôn trong xã"), "của các thôn trong xã");
  for (const char* text : {"trong xã. Các thôn", "v.v. và", "TP.HCM", "tr. 5"})
    EXPECT_EQ(mended(text), text);
}

TEST(SignMender, WhatTextsHaveSideBySideIsNotParted) {
  EXPECT_EQ(mended("Sở Nông-nghiệp"), "Sở Nông nghiệp");
  EXPECT_EQ(mended("được thực:hiện ngay"), "được thực hiện ngay");
  EXPECT_EQ(mended("Ban Thường. vụ"), "Ban Thường vụ");
  for (const char* text : {"kinh tế-xã hội", "Quy chế-Kế hoạch", "HĐND-UBND"})
    EXPECT_EQ(mended(text), text);
}

TEST(SignMender, AColonBeforeAListStays) {
  EXPECT_EQ(mended("cách thực: hiện", 0.8), "cách thực hiện");
  EXPECT_EQ(mended("cách thực: hiện", 0.96), "cách thực: hiện") << "recognition is sure of it";
  EXPECT_EQ(mended("các nội dung: chủ trì"), "các nội dung: chủ trì");
}

TEST(SignMender, NothingPartsANumberFromItsWord) {
  EXPECT_EQ(mended("Quy định số. 26-QĐ/TU, ngày: 18/5/2021"),
            "Quy định số 26-QĐ/TU, ngày 18/5/2021");
  EXPECT_EQ(mended("đến năm.2022"), "đến năm 2022");
  for (const char* text : {"hằng năm. 5 xã", "Số: 26-QĐ/TU"}) EXPECT_EQ(mended(text), text);
}

TEST(SignMender, ItemsAndTheirDashesStandAtTheBeginning) {
  EXPECT_EQ(mended("1, Mục đích"), "1. Mục đích");
  EXPECT_EQ(mended("IV; TỔ CHỨC"), "IV. TỔ CHỨC");
  EXPECT_EQ(mended("1.2:1. Nội dung"), "1.2.1. Nội dung");
  EXPECT_EQ(mended("~- Thời gian"), "- Thời gian");
  for (const char* text : {"7,5 triệu đồng", "15, Phường Một và 16, Phường Hai"})
    EXPECT_NE(mended(text).find(','), std::string::npos) << text;
}

TEST(SignMender, SpecksAndFramesBesideWordsFall) {
  EXPECT_EQ(mended("xã ' và .Đoàn"), "xã và Đoàn");
  EXPECT_EQ(mended("HỎA TỐC |"), "HỎA TỐC");
  EXPECT_EQ(mended("| HỎA TỐC"), "HỎA TỐC");
  for (const char* text : {"- Sở Y tế", "Số : 15", "sách, báo ...", "'một' hai"})
    EXPECT_EQ(mended(text), text);
}

TEST(SignMender, EachChangeIsSaid) {
  PageText page = line_of("của các.thôn", 0.8);
  const std::vector<Mend> mends = mend_signs(page);
  ASSERT_EQ(mends.size(), 1U);
  EXPECT_EQ(mends[0].read, "các.thôn");
  EXPECT_EQ(mends[0].meant, "các thôn");
  ASSERT_EQ(page.lines[0].size(), 3U);
  EXPECT_LE(page.lines[0][1].reach.right, page.lines[0][2].reach.left);
}

}  // namespace
}  // namespace trichyeu
