#include "extractor/read/second_readings.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <utility>

namespace trichyeu {
namespace {

struct Readings {
  const char* first;
  double confidence;
  const char* second;
  double second_confidence;
};

// The words between `before` and `after`, once it is settled which reading holds.
std::string settled(const std::string& before, const Readings& readings, const std::string& after) {
  PageLine line;
  PageWord word;
  for (std::istringstream words(before); words >> word.text;) line.push_back(word);
  const std::size_t at = line.size();
  word.text = readings.first;
  word.confidence = readings.confidence;
  word.second = readings.second;
  word.second_confidence = readings.second_confidence;
  line.push_back(std::exchange(word, {}));
  for (std::istringstream words(after); words >> word.text;) line.push_back(word);
  PageText page;
  page.lines.push_back(std::move(line));
  page.places.emplace_back();
  const std::vector<Mend> mends = settle_second_readings(page);
  EXPECT_EQ(mends.size(), page.lines[0][at].text == readings.first ? 0U : 1U);
  return page.lines[0][at].text;
}

TEST(SecondReadings, WhatTextsHaveBesideTheNeighboursHolds) {
  EXPECT_EQ(settled("Quyết", {"định,", 0.6, "đính,", 0.9}, "nay"), "định,");
  EXPECT_EQ(settled("cấp", {"giây", 0.9, "giấy", 0.7}, "phép"), "giấy");
}

TEST(SecondReadings, OneNeighbourAloneTellsForNoLessSureReading) {
  EXPECT_EQ(settled("các", {"chi,", 0.9, "chỉ,", 0.8}, "đảng"), "chi,");
  EXPECT_EQ(settled("các", {"chi,", 0.8, "chỉ,", 0.9}, "đảng"), "chỉ,");
  EXPECT_EQ(settled("sửa đổi,", {"bố", 0.9, "bổ", 0.8}, "sung,"), "bổ");
}

TEST(SecondReadings, AWordThatNoTextHasTakesNoPlaceOfOneThatTextsHave) {
  EXPECT_EQ(settled("Hà,", {"xã,", 0.87, "xà,", 0.96}, ""), "xã,");
  EXPECT_EQ(settled("Hà,", {"xà,", 0.86, "xã,", 0.87}, ""), "xã,");
}

TEST(SecondReadings, OfWordsThatTextsHaveTheFarSurerHolds) {
  EXPECT_EQ(settled("Hà,", {"tỉnh;", 0.8, "tính;", 0.85}, ""), "tỉnh;");
  EXPECT_EQ(settled("Hà,", {"tính;", 0.6, "tỉnh;", 0.95}, ""), "tỉnh;");
}

TEST(SecondReadings, OtherLettersHoldWhereTheyAreFarSurer) {
  EXPECT_EQ(settled("của", {"UBNÑD", 0.4, "UBND", 0.9}, "Hà"), "UBND");
  EXPECT_EQ(settled("của", {"UBNÑD", 0.8, "UBND", 0.9}, "Hà"), "UBNÑD");
  EXPECT_EQ(settled("tại", {"Trung", 0.5, "Trurig", 0.9}, "Hà"), "Trung");
}

TEST(SecondReadings, ADigitIsNotReadForAnother) {
  EXPECT_EQ(settled("ngày", {"05/02/2024", 0.68, "05/02/2034", 0.9}, ""), "05/02/2024");
  EXPECT_EQ(settled("ngày", {"05/02/2024", 0.3, "05/02", 0.99}, ""), "05/02/2024");
  EXPECT_EQ(settled("số", {"415/KH-BY", 0.5, "415/KH-BYT", 0.84}, ""), "415/KH-BYT");
  EXPECT_EQ(settled("ngày", {"L5/11/2024", 0.4, "15/11/2024", 0.93}, ""), "15/11/2024");
}

TEST(SecondReadings, NumeralsAreLeftToTheirStrokes) {
  EXPECT_EQ(settled("Mục", {"III", 0.5, "H", 0.91}, ""), "III");
  EXPECT_EQ(settled("Mục", {"II.", 0.46, "1.", 0.95}, ""), "II.");
  EXPECT_EQ(settled("quý", {"III/2024.", 0.5, "II/2024.", 0.95}, ""), "III/2024.");
}

TEST(SecondReadings, AnHIsNoNumeral) {
  EXPECT_EQ(settled("", {"H.", 0.49, "II.", 0.9}, "Nội"), "II.");
  EXPECT_EQ(settled("", {"H.", 0.8, "II.", 0.9}, "Bình"), "H.");
  EXPECT_EQ(settled("", {"II", 0.6, "II.", 0.9}, "NHIỆM"), "II.");
}

TEST(SecondReadings, SignsAloneSayNothing) {
  EXPECT_EQ(settled("của", {"Sở-Giáo", 0.5, "Sở:Giáo", 0.9}, "dục"), "Sở-Giáo");
}

}  // namespace
}  // namespace trichyeu
