// Numerals drawn as bars with serifs, 40 pixels high.
#include "extractor/read/roman_numeral.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

namespace trichyeu {
namespace {

constexpr int top = 40, height = 40, stem = 8;

class Drawing {
 public:
  Drawing() : page_(pixCreate(400, 120, 8)) { pixSetAll(page_.get()); }

  Drawing& stroke() {
    fill(at_, top, stem, height);
    fill(at_ - 3, top, stem + 6, 3);
    fill(at_ - 3, top + height - 3, stem + 6, 3);
    at_ += stem + 12;
    return *this;
  }
  Drawing& letter_h() {
    fill(at_, top, stem, height);
    fill(at_ + 24, top, stem, height);
    fill(at_, top + height / 2 - 4, 30, 8);
    at_ += 46;
    return *this;
  }
  Drawing& letter_v() {
    for (int y = 0; y < height; ++y) {
      fill(at_ + y * 14 / height, top + y, 6, 1);
      fill(at_ + 30 - y * 14 / height, top + y, 6, 1);
    }
    at_ += 48;
    return *this;
  }
  Drawing& letter_x() {  // so small that its strokes are one but at their ends
    for (int y = 0; y < height; ++y) {
      fill(at_ + y * 18 / height, top + y, 12, 1);
      fill(at_ + 18 - y * 18 / height, top + y, 12, 1);
    }
    at_ += 42;
    return *this;
  }
  Drawing& stop() {
    fill(at_, top + height - 6, 6, 6);
    at_ += 20;
    return *this;
  }
  Drawing& dash() {
    fill(at_, top + height / 2, 14, 5);
    at_ += 26;
    return *this;
  }
  // It touches the letter before it, as it often does.
  Drawing& slash() {
    fill(at_ - 24, top + height - 5, 16, 5);
    for (int y = 0; y < height; ++y) fill(at_ + 8 - y * 16 / height, top + y, 3, 1);
    at_ += 18;
    return *this;
  }
  Drawing& broken_digit() {
    fill(at_, top, 8, height);
    fill(at_ + 20, top, 8, height);
    at_ += 34;
    return *this;
  }
  [[nodiscard]] std::optional<std::string> numeral(std::string_view read,
                                                   const TallSigns& behind = {}) const {
    return numeral_by_strokes(*page_, {30, top, at_, top + height}, read, behind);
  }
  [[nodiscard]] bool has_stop() const {
    return has_stop_behind(*page_, {30, top, at_, top + height});
  }

 private:
  void fill(int left, int from, int across, int down) {
    ::Box* box = boxCreate(left, from, across, down);
    pixClearInRect(page_.get(), box);
    boxDestroy(&box);
  }

  PixPtr page_;
  int at_ = 40;
};

TEST(RomanNumeral, ASlashAndAYearBehindItAreNoStrokes) {
  Drawing third;
  third.stroke().stroke().stroke().slash().broken_digit().broken_digit();
  EXPECT_EQ(third.numeral("II", {true, 2, 0}), "III");
}

TEST(RomanNumeral, TheStrokesOfASmallXMayMeetAnywhere) {
  Drawing thirteen;
  thirteen.letter_x().stroke().stroke().stroke();
  EXPECT_EQ(thirteen.numeral("XII"), "XIII");
  EXPECT_EQ(thirteen.numeral("XIII"), "XIII");
}

TEST(RomanNumeral, PrintGainsNoStrokes) {
  Drawing five;
  five.letter_v();
  EXPECT_EQ(five.numeral("IV"), std::nullopt);
}

TEST(RomanNumeral, AnHAloneIsTwoStrokesWithoutACrossStroke) {
  Drawing two, letter;
  two.stroke().stroke();
  letter.letter_h();
  EXPECT_EQ(two.numeral("H"), "II");
  EXPECT_EQ(letter.numeral("H"), std::nullopt);
}

TEST(RomanNumeral, StrokesAreCountedWhateverWasRead) {
  Drawing three;
  three.stroke().stroke().stroke().stop();
  EXPECT_EQ(three.numeral("HI"), "III");
  EXPECT_EQ(three.numeral("II"), "III");
  EXPECT_EQ(three.numeral("III"), "III");
  EXPECT_EQ(Drawing().stroke().stroke().stop().numeral("H"), "II");
}

TEST(RomanNumeral, AnHIsNoNumeral) {
  EXPECT_EQ(Drawing().letter_h().stop().numeral("H"), std::nullopt);
}

TEST(RomanNumeral, WhatIsReadTellsVFromTwoStrokes) {
  Drawing eight;
  eight.letter_v().stroke().stroke().stroke().stop();
  EXPECT_EQ(eight.numeral("VIH"), "VIII");
  EXPECT_EQ(eight.numeral("IIH"), std::nullopt);
}

TEST(RomanNumeral, LettersBehindTheStopDoNotCount) {
  EXPECT_EQ(Drawing().stroke().stroke().stop().letter_h().stroke().numeral("H"), "II");
}

TEST(RomanNumeral, ADashEndsANumeral) {
  EXPECT_EQ(Drawing().stroke().stroke().dash().stroke().numeral("H"), "II");
}

TEST(RomanNumeral, AStopIsSmallAndStandsOnTheLine) {
  EXPECT_TRUE(Drawing().stroke().stroke().stop().has_stop());
  EXPECT_FALSE(Drawing().stroke().stroke().has_stop());
  EXPECT_FALSE(Drawing().stroke().stroke().dash().has_stop());
  EXPECT_FALSE(Drawing().stroke().stroke().letter_h().has_stop());
}

TEST(RomanNumeral, WordsThatMayBeNumerals) {
  EXPECT_EQ(numeral_length("HI."), 2U);
  EXPECT_EQ(numeral_length("XIH)"), 3U);
  EXPECT_EQ(numeral_length("I.MỤC"), 1U);
  EXPECT_EQ(numeral_length("lÏ;"), 0U) << "nothing that is surely a numeral's";
  EXPECT_EQ(numeral_length("TT"), 0U);
  EXPECT_EQ(numeral_length("1."), 0U);
  EXPECT_EQ(numeral_length("VỊ"), 1U);
}

}  // namespace
}  // namespace trichyeu
