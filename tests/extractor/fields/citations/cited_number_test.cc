#include "extractor/fields/citations/cited_number.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trichyeu {
namespace {

using ::testing::ElementsAre;

const Registers& registers() {
  static const Result<Grammars> grammars = Grammars::load();
  EXPECT_TRUE(grammars.ok()) << grammars.error().message;
  static const Registers loaded(grammars.value());
  return loaded;
}

CitedNumber parsed(std::string_view printed, bool damaged = false) {
  const std::optional<CitedNumber> number = parse_number(printed, damaged, registers());
  EXPECT_TRUE(number) << printed;
  return number.value_or(CitedNumber{});
}

TEST(CitedNumberTest, IsTakenApart) {
  const CitedNumber number = parsed("61.3/2025/NQ-CP");
  EXPECT_EQ(number.running, "61.3");
  EXPECT_EQ(number.year, "2025");
  EXPECT_EQ(number.type_code, "NQ");
  EXPECT_THAT(number.issuers, ElementsAre("CP"));
  EXPECT_EQ(number.symbol, "2025/NQ-CP");
  EXPECT_FALSE(number.of_party(registers()));
}

TEST(CitedNumberTest, ALetterHasNoType) {
  const CitedNumber number = parsed("2500/BTP-PLHS");
  EXPECT_EQ(number.type_code, "");
  EXPECT_THAT(number.issuers, ElementsAre("BTP", "PLHS"));
}

TEST(CitedNumberTest, AnIssuerMayBeWrittenLikeAType) {
  EXPECT_EQ(parsed("31c/NQ-CP").running, "31c");
  EXPECT_THAT(parsed("66/TTr-SYT").issuers, ElementsAre("SYT"));
}

TEST(CitedNumberTest, ThePartyIsKnownByItsOrgans) {
  EXPECT_TRUE(parsed("15-CT/TU").of_party(registers()));
  EXPECT_EQ(parsed("15-CT/TU").separator, '-');
}

TEST(CitedNumberTest, BlanksAreNoRepair) {
  EXPECT_EQ(parsed("44 /2005/QĐ- UBND").text, "44/2005/QĐ-UBND");
  EXPECT_EQ(parsed("44 /2005/QĐ- UBND").repair, "");
}

TEST(CitedNumberTest, LetterCaseAndMarksComeFromTheRegister) {
  EXPECT_EQ(parsed("5/Kh-Ubnd").text, "5/KH-UBND");
  EXPECT_EQ(parsed("5/QD-TTG").text, "5/QĐ-TTg");
  EXPECT_EQ(parsed("5/KH-BGD&DT").text, "5/KH-BGD&ĐT");
  EXPECT_NE(parsed("5/QD-TTG").repair, "");
}

TEST(CitedNumberTest, ADotMayStandForTheHyphen) {
  EXPECT_EQ(parsed("01/1999/QĐ.UB").text, "01/1999/QĐ.UB");
  EXPECT_EQ(parsed("01/1999/QĐ.UB").canonical, "01/1999/QĐ-UB");
}

TEST(CitedNumberTest, UnknownLettersStayAsPrinted) {
  EXPECT_EQ(parsed("285/CCTTHC").text, "285/CCTTHC");
}

TEST(CitedNumberTest, LettersStandForFiguresOnlyWhereDamaged) {
  EXPECT_EQ(parsed("1O8/2020/NĐ-CP", true).text, "108/2020/NĐ-CP");
  EXPECT_EQ(parsed("15lQĐ-UBND", true).text, "15/QĐ-UBND");
  EXPECT_FALSE(parse_number("l5-CT/TU", false, registers()));
}

}  // namespace
}  // namespace trichyeu
