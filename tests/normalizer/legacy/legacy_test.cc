#include "normalizer/legacy/legacy.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace trichyeu {
namespace {

TEST(FontEncoding, IsToldByTheName) {
  const struct {
    std::string_view name;
    Encoding encoding;
    bool capitals;
  } cases[] = {
      {".VnTime", Encoding::tcvn3, false},
      {".VnTimeH", Encoding::tcvn3, true},
      {".VnArialH,Bold", Encoding::tcvn3, true},
      {"GDNPMG+VnTimeHBold", Encoding::tcvn3, true},
      {"GDNPPL+VnTimeBold", Encoding::tcvn3, false},
      {"VNI-Times", Encoding::vni, false},
      {"ABCDEF+VNI-Helve-BoldItalic", Encoding::vni, false},
      {"Times New Roman", Encoding::unicode, false},
      {"VNtimes new roman", Encoding::unicode, false},
      {"", Encoding::unicode, false},
  };
  for (const auto& one : cases) {
    const FontEncoding font = encoding_of_font(one.name);
    EXPECT_EQ(font.encoding, one.encoding) << one.name;
    EXPECT_EQ(font.capitals, one.capitals) << one.name;
  }
}

TEST(DecodeRun, BelievesTheFontsName) {
  EXPECT_EQ(decode_run("KÕ ho¹ch", ".VnTime").text, "Kế hoạch");
  EXPECT_EQ(decode_run("kÕ ho¹ch nam", ".VnTimeH").text, "KẾ HOẠCH NAM");
  EXPECT_EQ(decode_run("cã", ".VnTime").text, "có");
  EXPECT_EQ(decode_run("Soá", "VNI-Times").text, "Số");
  EXPECT_EQ(decode_run("Soá", "VNI-Times").encoding, Encoding::vni);
}

TEST(DecodeRun, KeepsWhatIsUnicodeAlready) {
  for (const char* font : {"", "Arial", ".VnTime", "VNI-Times"}) {
    const DecodedRun run = decode_run("Kế hoạch có nội dung, phòng và chính sách", font);
    EXPECT_EQ(run.text, "Kế hoạch có nội dung, phòng và chính sách") << font;
    EXPECT_EQ(run.encoding, Encoding::unicode) << font;
  }
}

TEST(DecodeRun, NeedsEvidenceWithoutAName) {
  EXPECT_EQ(decode_run("Céng hßa x· héi chñ nghÜa ViÖt Nam", "F1").text,
            "Cộng hòa xã hội chủ nghĩa Việt Nam");
  for (const char* text : {"5 °C", "déjà vu", "© 2020", "là", "phòng", "§ 5", "500 m²", "café"})
    EXPECT_EQ(decode_run(text, "").text, text);
}

TEST(DecodeRuns, ALetterAndItsMarkMayStandInTwoRuns) {
  const DecodedRuns done = decode_runs({{"U", "VNI-Times"}, {"Ûy ban", "VNI-Times,Bold"}});
  ASSERT_EQ(done.runs.size(), 2U);
  EXPECT_EQ(done.runs[0].text + done.runs[1].text, "Ủy ban");
}

TEST(DecodeRuns, LegacyFontsMayBeShownByWindows1258) {
  // "Së T­ ph¸p ®iÒu phèi, h­íng dÉn kÕ ho¹ch" with Ò, Õ as that shows their bytes
  const DecodedRun run =
      decode_run("Së T\u00AD ph¸p ®i\u0309u phèi, h\u00ADíng dÉn k\u01A0 ho¹ch", ".VnTime");
  EXPECT_EQ(run.text, "Sở Tư pháp điều phối, hướng dẫn kế hoạch");
  EXPECT_EQ(run.encoding, Encoding::tcvn3);
}

TEST(DecodeRuns, EachFontIsWeighedByItself) {
  const DecodedRuns done =
      decode_runs({{"quyÕt ®Þnh ", ".VnTimeH"}, {"cña ", ".VnTime"}, {"Bộ Y tế", "Arial"}});
  ASSERT_EQ(done.runs.size(), 3U);
  EXPECT_EQ(done.runs[0].text, "QUYẾT ĐỊNH ");
  EXPECT_EQ(done.runs[1].text, "của ");
  EXPECT_EQ(done.runs[2].text, "Bộ Y tế");
  EXPECT_EQ(names_of(done.uses), "TCVN3");
}

TEST(DecodeLines, LinesThatSayLittleFollowTheOthers) {
  const DecodedText done = decode_lines(
      "Céng hßa x· héi chñ nghÜa ViÖt Nam\n"
      "§éc lËp - Tù do - H¹nh phóc\n"
      "cã\n"
      "plain ASCII\n");
  EXPECT_EQ(done.text,
            "Cộng hòa xã hội chủ nghĩa Việt Nam\n"
            "Độc lập - Tự do - Hạnh phúc\n"
            "có\n"
            "plain ASCII\n");
  EXPECT_EQ(names_of(done.uses), "TCVN3");
}

TEST(DecodeLines, AFileMayHoldSeveralEncodings) {
  const DecodedText done = decode_lines(
      "Ủy ban nhân dân tỉnh giao Sở Tư pháp\n"
      "Giao c¸c së, ban, ngµnh x©y dùng kÕ ho¹ch\n"
      "Giao caùc sôû, ban, ngaønh xaây döïng keá hoaïch\n");
  EXPECT_EQ(done.text,
            "Ủy ban nhân dân tỉnh giao Sở Tư pháp\n"
            "Giao các sở, ban, ngành xây dựng kế hoạch\n"
            "Giao các sở, ban, ngành xây dựng kế hoạch\n");
  EXPECT_EQ(done.uses.size(), 2U);
}

TEST(DecodeLines, OtherLanguagesStay) {
  for (const std::string text :
       {"Société générale, café crème à la carte où il a été déjà servi\n",
        "Größe der Straße über 5 µm, Maß für Maß, schön\n", "El niño comió una piña en España\n",
        "© 2020 – “quoted” … 25 °C ± 2\n", "привет мир\n"}) {
    EXPECT_EQ(decode_lines(text).text, text);
  }
}

// Letters of Latin-1 alone, rare ones among them: other encodings make commoner syllables of them.
TEST(DecodeLines, SoundVietnameseStaysWhateverItsLetters) {
  for (const std::string text :
       {"rõ, võ, bõ, gõ, rõ, võ, bõ, gõ, rõ, võ\n",
        "Phòng Tài chính, phòng Tôn giáo, ban Dân tôc\n", "ý, mý, tý, hý, ý, mý, tý, hý\n",
        "rã, lã, bã, ngã, rã, lã, bã, ngã\n"}) {
    EXPECT_EQ(decode_lines(text).text, text);
  }
}

TEST(DecodeBytes, NeedsAnEvidentEncoding) {
  const auto done = decode_bytes("ñy ban nh©n d©n"),
             tcvn3 = decode_bytes(
                 "\xF1y ban nh\xA9n d\xA9n t\xD8nh giao S\xEB T\xAD ph\xB8p ch\xF1 tr\xD7\n");
  ASSERT_TRUE(tcvn3);
  EXPECT_EQ(tcvn3->text, "ủy ban nhân dân tỉnh giao Sở Tư pháp chủ trì\n");
  EXPECT_EQ(names_of(tcvn3->uses), "TCVN3");
  EXPECT_FALSE(decode_bytes("caf\xE9 cr\xE8me, d\xE9j\xE0 servi"));
  EXPECT_FALSE(decode_bytes("\xFF\xFE\x80\x81\x90 noise \xC0\xC1"));
  EXPECT_FALSE(decode_bytes("no letter beyond ASCII"));
}

TEST(DecodeLines, LinesThatNoEncodingExplainsAreCounted) {
  const DecodedText done = decode_lines(
      "Ủy ban nhân dân giao S¡ T¢ ph£p ch¥ tr¦ x¨y d¤ng\n"
      "Ủy ban nhân dân tỉnh giao Sở Tư pháp chủ trì ở 5 °C\n");
  EXPECT_EQ(done.garbled_lines, 1U);
  const std::vector<Diagnostic> diagnostics = diagnostics_of(done);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].text("en"),
            "Lines that read like Vietnamese in no encoding, kept as they were: 1.");
}

TEST(Uses, NameWhatWasLost) {
  const std::vector<EncodingUse> uses = {{Encoding::tcvn3, 900, 2, 0}, {Encoding::vni, 40, 0, 3}};
  EXPECT_EQ(names_of(uses), "TCVN3 VNI");
  std::vector<std::string> codes;
  for (const Diagnostic& diagnostic : diagnostics_of(uses)) codes.push_back(diagnostic.code);
  EXPECT_EQ(codes, (std::vector<std::string>{"text-recoded", "characters-unrecovered",
                                             "text-recoded", "letters-restored"}));
  EXPECT_EQ(diagnostics_of(uses)[1].text("en"),
            "Characters without a letter in TCVN3, kept as they were read: 2.");
}

}  // namespace
}  // namespace trichyeu
