#include "extractor/read/handwriting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr double page_height = 842;

using Words = std::vector<std::pair<std::string, double>>;  // with their confidence

struct Left {
  std::string text;
  std::vector<std::string> out;
};

Left left_of(const Words& words, double top = 100) {
  PageText page;
  page.lines.emplace_back();
  page.places.emplace_back();
  for (const auto& [text, confidence] : words) {
    PageWord word;
    word.text = text;
    word.confidence = confidence;
    word.box = {0, top, 10, top + 12};
    page.lines[0].push_back(word);
  }
  Left left;
  left.out = leave_out_handwriting(page, page_height);
  for (const PageWord& word : page.lines[0])
    left.text += (left.text.empty() ? "" : " ") + word.text;
  return left;
}

TEST(Handwriting, ANumberApartFromItsSymbolIsLeftOut) {
  const Left left = left_of({{"Số:2/42", 0.82}, {"/KH-SYT", 0.8}});
  EXPECT_EQ(left.text, "Số: /KH-SYT");
  EXPECT_THAT(left.out, ElementsAre("2/42"));
  EXPECT_EQ(left_of({{"Số:", 0.9}, {"^J", 0.2}, {"Ý", 0.1}, {"/KH-SYT", 0.9}}).text, "Số: /KH-SYT");
  EXPECT_EQ(left_of({{"Số:c20//KH-SYT", 0.1}}).text, "Số:/KH-SYT");
  EXPECT_EQ(left_of({{"Só:.2.43", 0.3}, {"/KH-SYT", 0.9}}).text, "Só:. /KH-SYT");
}

TEST(Handwriting, APrintedNumberStays) {
  for (const Words& words : {Words{{"Số:", 0.9}, {"83/KH-SYT", 0.7}},
                             Words{{"Số:", 0.9}, {"2119", 0.97}, {"/KH-SYT", 0.9}},
                             Words{{"Số:83/KH-SYT", 0.8}}, Words{{"Số:", 0.9}, {"/KH-SYT", 0.9}},
                             Words{{"Sống", 0.2}, {"vui", 0.2}, {"/KH-SYT", 0.9}}})
    EXPECT_THAT(left_of(words).out, IsEmpty());
  EXPECT_THAT(left_of({{"Số:2", 0.5}, {"/KH-SYT", 0.8}}, 600).out, IsEmpty()) << "no letterhead";
}

TEST(Handwriting, ADayThatIsNoneIsLeftOut) {
  const Left left = left_of(
      {{"Sơn,", 1}, {"ngày", 1}, {"43", 0.9}, {"tháng", 1}, {"11", 1}, {"năm", 1}, {"2017", 1}});
  EXPECT_EQ(left.text, "Sơn, ngày tháng 11 năm 2017");
  EXPECT_THAT(left.out, ElementsAre("43"));
  EXPECT_EQ(
      left_of({{"Sơn,", 1}, {"ngày©", 0.3}, {"tháng", 1}, {"11", 1}, {"năm", 1}, {"2017", 1}}).text,
      "Sơn, ngày tháng 11 năm 2017");
}

TEST(Handwriting, ADayThatRunsIntoTheWordBeforeIsLeftOut) {
  const auto line = [](double label, double month) {
    return Words{{"Sơn,", 1}, {"ngày", label}, {"4", 0.9}, {"tháng", month},
                 {"11", 1},   {"năm", 1},      {"2017", 1}};
  };
  EXPECT_EQ(left_of(line(0.1, 0.96)).text, "Sơn, ngày tháng 11 năm 2017");
  EXPECT_THAT(left_of(line(0.1, 0.4)).out, IsEmpty()) << "a poor print";
}

TEST(Handwriting, ADayThatMayBeOneStays) {
  for (const char* day : {"4", "14", "l1", "…"}) {
    EXPECT_THAT(left_of({{"Sơn,", 1},
                         {"ngày", 1},
                         {day, 0.8},
                         {"tháng", 1},
                         {"11", 1},
                         {"năm", 1},
                         {"2017", 1}})
                    .out,
                IsEmpty())
        << day;
  }
  EXPECT_THAT(
      left_of({{"Sơn,", 1}, {"ngày.19", 0.4}, {"tháng", 1}, {"3", 1}, {"năm", 1}, {"2024", 1}}).out,
      IsEmpty());
}

}  // namespace
}  // namespace trichyeu
