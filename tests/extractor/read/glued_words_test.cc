#include "extractor/read/glued_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace trichyeu {
namespace {

using ::testing::ElementsAre;

PageWord word_of(const std::string& text) {
  PageWord word;
  word.text = text;
  word.box = {100, 20, 180, 32};
  word.reach = word.box;
  word.joined = true;
  return word;
}

std::vector<std::string> parts_of(const std::string& text) {
  std::vector<PageWord> words;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) words.push_back(word_of(word));
  (void)part_glued_words(words);
  std::vector<std::string> texts;
  for (const PageWord& word : words) texts.push_back(word.text);
  return texts;
}

TEST(GluedWords, ArePartedWhereTextsHaveThemSideBySide) {
  EXPECT_THAT(parts_of("kếhoạch"), ElementsAre("kế", "hoạch"));
  EXPECT_THAT(parts_of("Ủyban"), ElementsAre("Ủy", "ban"));
  EXPECT_THAT(parts_of("TRIỂNKHAI,"), ElementsAre("TRIỂN", "KHAI,"));
  EXPECT_THAT(parts_of("thựchiện"), ElementsAre("thực", "hiện"));
}

TEST(GluedWords, MayBeSeveral) {
  EXPECT_THAT(parts_of("Ủybannhândân"), ElementsAre("Ủy", "ban", "nhân", "dân"));
}

TEST(GluedWords, EachHalfMayGoWithTheWordOnItsSide) {
  EXPECT_THAT(parts_of("Cơ quanchủ trì"), ElementsAre("Cơ", "quan", "chủ", "trì"));
  EXPECT_THAT(parts_of("Cơ quanchủ Ngày"), ElementsAre("Cơ", "quan", "chủ", "Ngày"));
  EXPECT_THAT(parts_of("ông quanchủ trì"), ElementsAre("ông", "quanchủ", "trì"));
}

TEST(GluedWords, NamesSymbolsAndSyllablesStay) {
  for (const char* text :
       {"Êđê", "Đắklắk", "website", "KH-UBND", "QĐ/TW", "hoạch", "đ/c", "2027", "nguyên", "khuỷu"})
    EXPECT_THAT(parts_of(text), ElementsAre(text));
}

TEST(GluedWords, ShareTheirBoxByTheirLetters) {
  std::vector<PageWord> words = {word_of("kếhoạch")};  // 2 letters and 5
  const std::vector<Mend> mends = part_glued_words(words);
  ASSERT_EQ(words.size(), 2U);
  EXPECT_NEAR(words[0].box.right, 100 + 80.0 * 2 / 7, 1e-9);
  EXPECT_DOUBLE_EQ(words[0].box.right, words[1].box.left);
  EXPECT_DOUBLE_EQ(words[1].box.right, 180);
  EXPECT_FALSE(words[0].joined);
  EXPECT_TRUE(words[1].joined);
  ASSERT_EQ(mends.size(), 1U);
  EXPECT_EQ(mends[0].read, "kếhoạch");
  EXPECT_EQ(mends[0].meant, "kế hoạch");
}

}  // namespace
}  // namespace trichyeu
