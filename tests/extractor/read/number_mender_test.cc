#include "extractor/read/number_mender.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace trichyeu {
namespace {

// Words ten points wide with `gap` points between them.
PageText line_of(const std::string& text, double gap = 3) {
  PageText page;
  page.lines.emplace_back();
  page.places.emplace_back();
  std::istringstream words(text);
  double left = 0;
  for (PageWord word; words >> word.text; left += 10 + gap) {
    word.font_size = 13;
    word.box = word.reach = {left, 0, left + 10, 13};
    page.lines[0].push_back(word);
  }
  return page;
}

std::string mended(const std::string& text, double gap = 3) {
  PageText page = line_of(text, gap);
  static_cast<void>(mend_numbers(page));
  std::string result;
  for (const PageWord& word : page.lines[0]) result += (result.empty() ? "" : " ") + word.text;
  return result;
}

TEST(NumberMender, BetweenThangAndNamStandsAMonth) {
  EXPECT_EQ(mended("ngày 14 tháng l1 năm 2017"), "ngày 14 tháng 11 năm 2017");
  EXPECT_EQ(mended("tháng 1] năm"), "tháng 11 năm");
  EXPECT_EQ(mended("tháng O9 năm"), "tháng 09 năm");
  for (const char* text : {"tháng 43 năm", "tháng ll1 năm", "tháng Tư năm", "tháng I đến"})
    EXPECT_EQ(mended(text), text);
}

TEST(NumberMender, StrokesAreAQuartersNumeral) {
  EXPECT_EQ(mended("Quý H và quý HI năm"), "Quý II và quý III năm");
  EXPECT_EQ(mended("quý II-IH/2024."), "quý II-III/2024.");
  EXPECT_EQ(mended("Như mục lÏ;"), "Như mục II;");
  for (const char* text : {"mục 1l", "mục H", "mục II", "mục lục", "bằng lÏ"})
    EXPECT_EQ(mended(text), text);
  EXPECT_EQ(mended("khóa XIH"), "khóa XIII");
  for (const char* text : {"quý 1", "KT-XH", "VH-XH", "quý HĐ", "lớp H", "quý IV/2024"})
    EXPECT_EQ(mended(text), text);
}

TEST(NumberMender, ASlashStandsBehindTheYearOfANumber) {
  EXPECT_EQ(mended("Nghị định 104/2016NĐ-CP và"), "Nghị định 104/2016/NĐ-CP và");
  for (const char* text : {"104/2016/NĐ-CP", "104/2016-NĐ", "Quý II/2016KH-A", "12/2016."})
    EXPECT_EQ(mended(text), text);
}

TEST(NumberMender, PartedDatesAreJoined) {
  EXPECT_EQ(mended("từ 22/1 1/2017, tại"), "từ 22/11/2017, tại");
  EXPECT_EQ(mended("ngày 3 1/12/2024"), "ngày 31/12/2024");
  EXPECT_EQ(mended("1/2 năm 2024"), "1/2 năm 2024");
}

TEST(NumberMender, PartedDocumentNumbersAreJoined) {
  EXPECT_EQ(mended("Quyết định số 81 19/QĐ-SYT ngày"), "Quyết định số 8119/QĐ-SYT ngày");
  EXPECT_EQ(mended("mục 81 19/QĐ-SYT"), "mục 81 19/QĐ-SYT");
  EXPECT_EQ(mended("số 81 19 người"), "số 81 19 người");
}

TEST(NumberMender, WhatStandsApartIsNotOne) { EXPECT_EQ(mended("22/1 1/2017", 20), "22/1 1/2017"); }

TEST(NumberMender, JoinedWordsShareABoxAndAreSaid) {
  PageText page = line_of("22/1 1/2017");
  const std::vector<Mend> mends = mend_numbers(page);
  ASSERT_EQ(mends.size(), 1U);
  EXPECT_EQ(mends[0].read, "22/1 1/2017");
  EXPECT_EQ(mends[0].meant, "22/11/2017");
  ASSERT_EQ(page.lines[0].size(), 1U);
  EXPECT_EQ(page.lines[0][0].box, (Box{0, 0, 23, 13}));
}

TEST(NumberMender, ThePrimeMinistersSymbolEndsInASmallLetter) {
  EXPECT_EQ(mended("số 403/QĐ- TT ngày 15 tháng 4 năm 2024 của Thủ tướng Chính phủ"),
            "số 403/QĐ- TTg ngày 15 tháng 4 năm 2024 của Thủ tướng Chính phủ");
  EXPECT_EQ(mended("số 13/CT-TT của Thủ tướng Chính phủ"), "số 13/CT-TTg của Thủ tướng Chính phủ");
  for (const char* text :
       {"số 13/CT-TT của Bộ trưởng", "TT Thủ tướng", "số 13/CT-TTg của Thủ tướng"})
    EXPECT_EQ(mended(text), text);
}

}  // namespace
}  // namespace trichyeu
