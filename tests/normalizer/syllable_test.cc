#include "normalizer/syllable.h"

#include <gtest/gtest.h>

namespace trichyeu {
namespace {

TEST(Syllable, KnowsSyllables) {
  for (const char* word :
       {"kế",    "hoạch", "nghiệp", "tương", "đường", "quyết", "quý",   "quốc",
        "giá",   "gì",    "gìn",    "giếng", "giêng", "khuỷu", "khuya", "ngoằng",
        "oanh",  "yêu",   "ý",      "ỦY",    "Đắk",   "LẮK",   "thuở",  "thuế",
        "xoong", "ghế",   "kỹ",     "huỳnh", "toát",  "a",     "người", "rượu"}) {
    EXPECT_TRUE(is_syllable(word)) << word;
  }
}

TEST(Syllable, KnowsWhatIsNone) {
  for (const char* word : {"", "QĐ", "TTg", "strong", "toánn", "s", "ngh", "web", "panô", "măc",
                           "toàt", "cế", "nghà", "kà", "gế", "áá", "toản2", "KH-UBND"}) {
    EXPECT_FALSE(is_syllable(word)) << word;
  }
}

TEST(Syllable, TellsPartsOfWords) {
  EXPECT_TRUE(is_onset("Ngh"));
  EXPECT_TRUE(is_onset("Đ"));
  EXPECT_FALSE(is_onset("ng h"));
  EXPECT_TRUE(is_word_without_onset("Ở"));
  EXPECT_FALSE(is_word_without_onset("ển"));
}

}  // namespace
}  // namespace trichyeu
