#include "normalizer/legacy/decode.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "normalizer/fold.h"
#include "tests/normalizer/legacy/encoder.h"

namespace trichyeu {
namespace {

std::string text_of(std::string_view shown, Encoding encoding) {
  return decode(shown, encoding).rewrite.text;
}

struct Case {
  Encoding encoding;
  std::string_view shown;
  std::string_view text;
};

TEST(Decode, GivesWhatTheEncodingSays) {
  const Case cases[] = {
      {Encoding::tcvn3, "KÕ ho¹ch sè 83/KH-UBND", "Kế hoạch số 83/KH-UBND"},
      {Encoding::tcvn3, "§iÒu 1. Së T\u00AD ph¸p ph\u00ADêng", "Điều 1. Sở Tư pháp phường"},
      {Encoding::vni, "Keá hoaïch soá 83/KH-UBND", "Kế hoạch số 83/KH-UBND"},
      {Encoding::vni, "Ñôn vò chuû trì: Sôû Tö phaùp", "Đơn vị chủ trì: Sở Tư pháp"},
      {Encoding::vni, "UÛY BAN, Uûy ban", "ỦY BAN, Ủy ban"},
      {Encoding::viscii, "K\u00AA ho\u00D5ch s\u00AF", "Kế hoạch số"},
      {Encoding::vps, "K‰ hoåch sÓ", "Kế hoạch số"},
      {Encoding::windows_1258, "Kêì hoaòch sôì", "Kế hoạch số"},
      {Encoding::utf8, "Káº¿ hoáº¡ch Ä‘á»ƒ", "Kế hoạch để"},
      {Encoding::unicode, "KÕ ho¹ch", "KÕ ho¹ch"},
  };
  for (const Case& one : cases) EXPECT_EQ(text_of(one.shown, one.encoding), one.text);
}

constexpr std::string_view all_letters[] = {
    "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â", "ầ", "ẩ", "ẫ", "ấ", "ậ",
    "è", "ẻ", "ẽ", "é", "ẹ", "ê", "ề", "ể", "ễ", "ế", "ệ", "ì", "ỉ", "ĩ", "í", "ị", "ò",
    "ỏ", "õ", "ó", "ọ", "ô", "ồ", "ổ", "ỗ", "ố", "ộ", "ơ", "ờ", "ở", "ỡ", "ớ", "ợ", "ù",
    "ủ", "ũ", "ú", "ụ", "ư", "ừ", "ử", "ữ", "ứ", "ự", "ỳ", "ỷ", "ỹ", "ý", "ỵ", "đ"};

// Greedy reading is unambiguous: any letter after any other comes back.
TEST(Decode, EveryPairOfLettersComesBack) {
  for (const Encoding encoding : legacy_encodings) {
    std::string text;
    for (const std::string_view first : all_letters) {
      for (const std::string_view second : all_letters)
        text += "x" + std::string(first) + std::string(second) + "a ";
    }
    EXPECT_EQ(text_of(testing::misread(text, encoding), encoding), text) << name_of(encoding);
  }
}

TEST(Decode, CountsWhatTheEncodingHasNoLetterFor) {
  const Decoding decoding = decode("thÀnh phè \uFFFD sè", Encoding::tcvn3);
  EXPECT_EQ(decoding.rewrite.text, "thÀnh phố \uFFFD số");
  EXPECT_EQ(decoding.unknown, 2U);
  EXPECT_EQ(decode("“sè” – 5 °C", Encoding::tcvn3).unknown, 0U);
}

TEST(Decode, MapsBackToWhatWasShown) {
  const std::string_view shown = "soá 5";
  const Decoding decoding = decode(shown, Encoding::vni);
  EXPECT_EQ(decoding.rewrite.map.to_source({1, 4}).of(shown), "oá");
}

TEST(Decode, SignsInWordsAreLettersAndBulletsStay) {
  EXPECT_EQ(text_of("· L·nh ®¹o ®· ký", Encoding::tcvn3), "· Lãnh đạo đã ký");
  EXPECT_EQ(text_of("l∙nh ®¹o", Encoding::tcvn3), "lãnh đạo");
  EXPECT_EQ(text_of("người · xã", Encoding::viscii), "người ở xã");
}

TEST(Tcvn3, WordsInCapitalsAreInCapitalsThroughout) {
  EXPECT_EQ(text_of("CéNG HßA X· HéI", Encoding::tcvn3), "CỘNG HÒA XÃ HỘI");
  EXPECT_EQ(text_of("UBND x· L¹c, Q§-TTg, X· L¹c", Encoding::tcvn3), "UBND xã Lạc, QĐ-TTg, Xã Lạc");
}

TEST(Tcvn3, AMinusThatMakesASyllableIsALetter) {
  EXPECT_EQ(text_of("tr−ëng, nh− −u ®·i T− ph¸p", Encoding::tcvn3), "trưởng, như ưu đãi Tư pháp");
  EXPECT_EQ(text_of("− Néi dung, 3−4, A−B", Encoding::tcvn3), "− Nội dung, 3−4, A−B");
}

TEST(Tcvn3, AHyphenIsOneWhereTheTextHasNoOtherOrItsPartsAreNoWords) {
  EXPECT_EQ(text_of("h-íng dÉn nh- sè 3/KH-UBND", Encoding::tcvn3), "hướng dẫn như số 3/KH-UBND");
  EXPECT_EQ(text_of("h\u00ADíng dÉn tr-êng t-i", Encoding::tcvn3), "hướng dẫn trường t-i");
}

TEST(Tcvn3, ALetterThatTheTextLostIsPutBackAndCounted) {
  const std::string shown =
      "ñy ban nh©n d©n tØnh vµ c¸c së, ban, ngµnh ë trung ¬ng ®îc giao nhiÖm vô; "
      "thñ trëng c¸c ®¬n vÞ chÞu tr¸ch nhiÖm thi hµnh.";
  const Decoding decoding = decode(shown, Encoding::tcvn3);
  EXPECT_NE(decoding.rewrite.text.find("trung ương được giao"), std::string::npos);
  EXPECT_NE(decoding.rewrite.text.find("đơn vị"), std::string::npos);
  EXPECT_GE(decoding.restored, 2U);
}

}  // namespace
}  // namespace trichyeu
