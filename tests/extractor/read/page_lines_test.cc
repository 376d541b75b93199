// Pages drawn in characters: every character is 6 points wide, every row 16 points high.
#include "extractor/read/page_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;

constexpr double character = 6;
constexpr double row_height = 16;

// A letter of ASCII each: the drawings need no Vietnamese.
std::vector<PageWord> drawn(const std::vector<std::string>& rows) {
  std::vector<PageWord> words;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::string& line = rows[row];
    for (std::size_t at = line.find_first_not_of(' '); at != std::string::npos;) {
      const std::size_t end = std::min(line.find(' ', at), line.size());
      PageWord word;
      word.text = line.substr(at, end - at);
      const double top = row_height * static_cast<double>(row);
      word.box = {character * static_cast<double>(at), top,
                  character * static_cast<double>(end) + 3, top + 14};
      word.reach = word.box;
      word.font_size = 12;
      words.push_back(word);
      at = line.find_first_not_of(' ', end);
    }
  }
  return words;
}

std::string text_of(const PageLine& line) {
  std::string text;
  for (std::size_t i = 0; i < line.size(); ++i) {
    text += line[i].text;
    if (i + 1 < line.size() && !line[i].joined) text += ' ';
  }
  return text;
}

std::vector<std::string> read(const std::vector<PageWord>& words) {
  std::vector<std::string> lines;
  for (const PageLine& line : lines_of(words)) lines.push_back(text_of(line));
  return lines;
}

TEST(PageLines, AWideBlankInOneLineBesideASignatureMakesNoTable) {
  EXPECT_THAT(read(drawn({
                  "Noi nhan:                            TM. UY BAN NHAN DAN",
                  "- Bo Y te (b/c);                       KT. CHU TICH",
                  "- TT Tinh uy; HDND tinh    (b/c);",
                  "- CT, PCT UBND tinh;                   PHO CHU TICH",
                  "- Cac so: Y te, Xay dung, LTBXH;",
                  "- Luu: VT.                             Tran Thi Hoa",
                  "                                         (da ky)",
              })),
              ElementsAre("Noi nhan:", "- Bo Y te (b/c);", "- TT Tinh uy; HDND tinh (b/c);",
                          "- CT, PCT UBND tinh;", "- Cac so: Y te, Xay dung, LTBXH;", "- Luu: VT.",
                          "TM. UY BAN NHAN DAN", "KT. CHU TICH", "PHO CHU TICH", "Tran Thi Hoa",
                          "(da ky)"));
}

TEST(PageLines, LetterheadIsReadColumnByColumn) {
  EXPECT_THAT(
      read(drawn({
          "  UBND TINH HOA BINH   CONG HOA XA HOI CHU NGHIA",
          "   SO TAI NGUYEN         Doc lap - Tu do",
          "                                              ",
          " So:        /KH-STN      Hoa Binh, ngay     thang     nam 2031",
          "                                              ",
          "                    KE HOACH",
          "     Kiem ke rung trong nam 2031 tren dia ban",
          "  Thuc hien Ke hoach so 7/KH-UBND ngay 02 thang 3 cua Uy ban",
          "nhan dan tinh, So xay dung ke hoach nhu sau:",
      })),
      ElementsAre("UBND TINH HOA BINH", "SO TAI NGUYEN", "So: /KH-STN", "CONG HOA XA HOI CHU NGHIA",
                  "Doc lap - Tu do", "Hoa Binh, ngay thang nam 2031", "KE HOACH",
                  "Kiem ke rung trong nam 2031 tren dia ban",
                  "Thuc hien Ke hoach so 7/KH-UBND ngay 02 thang 3 cua Uy ban",
                  "nhan dan tinh, So xay dung ke hoach nhu sau:"));
}

TEST(PageLines, RecipientsComeBeforeTheSignatureBesideThem) {
  EXPECT_THAT(
      read(drawn({
          "  Trong qua trinh thuc hien neu co vuong mac, cac don vi phan",
          "anh ve So de xem xet./.",
          "",
          " Noi nhan:                       KT. GIAM DOC",
          " - Nhu tren;                     PHO GIAM DOC",
          " - UBND tinh (b/c);",
          " - Luu: VT, KH.",
          "",
          "                                 Tran Van Binh",
      })),
      ElementsAre("Trong qua trinh thuc hien neu co vuong mac, cac don vi phan",
                  "anh ve So de xem xet./.", "Noi nhan:", "- Nhu tren;", "- UBND tinh (b/c);",
                  "- Luu: VT, KH.", "KT. GIAM DOC", "PHO GIAM DOC", "Tran Van Binh"));
}

TEST(PageLines, ALeftBlockOfTwoLinesIsReadBeforeTheRightEdge) {
  EXPECT_THAT(read(drawn({"UNIT:                                                  Annex I",
                          "WARD:                                                         ",
                          "            A REPORT ON THE USE OF BEDS IN THE WARD           "})),
              ElementsAre("UNIT:", "WARD:", "Annex I", "A REPORT ON THE USE OF BEDS IN THE WARD"));
}

TEST(PageLines, AWideGapPartsALineThatStandsAlone) {
  EXPECT_THAT(read(drawn({" Noi nhan:                            CHANH VAN PHONG"})),
              ElementsAre("Noi nhan:", "CHANH VAN PHONG"));
}

TEST(PageLines, APageNumberAboveColumnsIsReadFirst) {
  EXPECT_THAT(read(drawn({
                  "                   4",
                  " Noi nhan:                       CHU TICH",
                  " - Nhu tren;",
                  " - Luu: VT.                      Le Thi Sen",
              })),
              ElementsAre("4", "Noi nhan:", "- Nhu tren;", "- Luu: VT.", "CHU TICH", "Le Thi Sen"));
}

TEST(PageLines, BlanksForNumberAndDayPartNothing) {
  const std::vector<std::string> page = {
      "(Kem theo Ke hoach so:         /KH-UBND ngay       thang 4 nam 2031)",
      "  Noi dung cua phu luc nay duoc cap nhat hang nam theo quy dinh",
  };
  EXPECT_THAT(read(drawn(page)),
              ElementsAre("(Kem theo Ke hoach so: /KH-UBND ngay thang 4 nam 2031)",
                          "Noi dung cua phu luc nay duoc cap nhat hang nam theo quy dinh"));
}

TEST(PageLines, JustifiedLinesStayWhole) {
  EXPECT_THAT(read(drawn({
                  "Cac   phong   chuyen   mon   co   trach   nhiem   bao   cao",
                  "ket   qua    ve   Van   phong   So    truoc   ngay   20",
                  "hang   thang   de   tong   hop.",
              })),
              ElementsAre("Cac phong chuyen mon co trach nhiem bao cao",
                          "ket qua ve Van phong So truoc ngay 20", "hang thang de tong hop."));
}

TEST(PageLines, HangingListMarksBelongToTheirLines) {
  EXPECT_THAT(
      read(drawn({
          "-    Ra soat cac van ban da ban hanh trong ky;",
          "-    Tong hop ket qua, bao cao cap tren;",
          "+    Luu tru ho so theo quy dinh.",
      })),
      ElementsAre("- Ra soat cac van ban da ban hanh trong ky;",
                  "- Tong hop ket qua, bao cao cap tren;", "+ Luu tru ho so theo quy dinh."));
}

TEST(PageLines, ATableIsReadRowByRowCellByCell) {
  EXPECT_THAT(read(drawn({
                  " STT   Noi dung nhiem vu       Chu tri          Thoi gian",
                  " 1     Ra soat van ban, lap    Phong Noi vu     Quy I",
                  "       danh muc                                       ",
                  " 2     Tap huan can bo         Phong Tai chinh  Quy II",
              })),
              ElementsAre("STT", "Noi dung nhiem vu", "Chu tri", "Thoi gian", "1",
                          "Ra soat van ban, lap", "Phong Noi vu", "Quy I", "danh muc", "2",
                          "Tap huan can bo", "Phong Tai chinh", "Quy II"));
}

TEST(PageLines, TheOrderOfTheInputDoesNotMatter) {
  std::vector<PageWord> words = drawn({
      "  SO Y TE HAI SON      CONG HOA XA HOI CHU NGHIA",
      " Trung tam Phap y        Doc lap - Tu do",
      "",
      "  Trung tam xay dung ke hoach cong tac nam nhu sau, gui cac khoa",
  });
  const std::vector<std::string> expected = read(words);
  std::mt19937 random(7);
  for (int i = 0; i < 20; ++i) {
    std::shuffle(words.begin(), words.end(), random);
    EXPECT_THAT(read(words), ElementsAreArray(expected));
  }
}

TEST(PageLines, JoinedWordsStandWithoutABlankUnlessTheGapIsWide) {
  std::vector<PageWord> words = drawn({"So: /KH thuc", "hien"});
  for (PageWord& word : words) word.joined = true;
  words[1].box.left = words[1].reach.left = words[0].reach.right;
  EXPECT_THAT(read(words), ElementsAre("So:/KH thuc", "hien"));
}

TEST(PageLines, WordsOfAnyHeightDoNotMixTheLinesBesideThem) {
  std::vector<PageWord> words = drawn({"Tong hop ket qua", "bao cao Giam doc"});
  PageWord stamp;
  stamp.text = "SYT";
  stamp.box = stamp.reach = {120, -20, 150, 60};
  stamp.font_size = 60;
  words.push_back(stamp);
  EXPECT_THAT(read(words),
              ::testing::UnorderedElementsAre("Tong hop ket qua", "bao cao Giam doc", "SYT"));
}

TEST(PageLines, NoWordIsLost) {
  std::mt19937 random(11);
  for (int page = 0; page < 200; ++page) {
    std::vector<PageWord> words;
    for (int i = 0; i < 60; ++i) {
      PageWord word;
      word.text = std::to_string(i);
      const double left = static_cast<double>(random() % 500),
                   top = static_cast<double>(random() % 700);
      word.box = {left, top, left + static_cast<double>(random() % 90),
                  top + static_cast<double>(random() % 40)};
      word.reach = word.box;
      word.font_size = 1 + static_cast<double>(random() % 30);
      words.push_back(word);
    }
    std::vector<std::string> seen;
    for (const PageLine& line : lines_of(words)) {
      for (const PageWord& word : line) seen.push_back(word.text);
    }
    std::sort(seen.begin(), seen.end());
    ASSERT_EQ(seen.size(), words.size());
    ASSERT_EQ(std::unique(seen.begin(), seen.end()), seen.end());
  }
}

TEST(PageLines, NoWordsNoLines) { EXPECT_TRUE(lines_of({}).empty()); }

}  // namespace
}  // namespace trichyeu
