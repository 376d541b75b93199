#include "extractor/read/drawn_accents.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace trichyeu {
namespace {

// `text`, each character `width` points wide, in a font of 10 points.
std::u32string joined(std::u32string text, double width = 5) {
  std::vector<DrawnCharacter> characters;
  for (const char32_t c : text)
    characters.push_back({c, width * static_cast<double>(characters.size())});
  join_drawn_accents(characters, 10);
  std::u32string done;
  for (const DrawnCharacter& character : characters) done += character.value;
  return done;
}

TEST(DrawnAccents, SignsThatMakeALetterAreMarks) {
  EXPECT_EQ(joined(U"Ti\u00EA\u00B4n"), U"Ti\u00EA\u0301n");
  EXPECT_EQ(joined(U"Tie\u02C6\u00B4n"), U"Tie\u0302\u0301n");
  EXPECT_EQ(joined(U"Tie\u0302\u00B4n"), U"Tie\u0302\u0301n");
  EXPECT_EQ(joined(U"LA\u02DCNH"), U"LA\u0303NH");
  EXPECT_EQ(joined(U"\u01B0`ng"), U"\u01B0\u0300ng");
}

TEST(DrawnAccents, OtherSignsStay) {
  for (const std::u32string text :
       {U"Ea H\u00B4leo", U"\u00B4a", U"n\u02DC", U"c\u00B4", U"2^n", U"a\u0301\u00B4", U"x~y"}) {
    EXPECT_EQ(joined(text), text);
  }
}

TEST(DrawnAccents, AStopInAWordWithoutRoomIsADotBelow) {
  EXPECT_EQ(joined(U"ha.c", 2.5), U"ha\u0323c");
  EXPECT_EQ(joined(U"ha.", 2.5), U"ha.");
  EXPECT_EQ(joined(U"ha.c", 5), U"ha.c");
  EXPECT_EQ(joined(U"v.v.", 2.5), U"v.v.");
  EXPECT_EQ(joined(U"thi.t", 2.5), U"thi.t");
}

}  // namespace
}  // namespace trichyeu
