#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extractor/convert.h"
#include "extractor/fields/name_case.h"
#include "tests/support/built_in_grammars.h"
#include "tests/support/normal_text.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;

Header header_of(std::string_view text, std::vector<Diagnostic>* diagnostics = nullptr) {
  const Conversion run = convert(testing::source_of(text), testing::built_in_grammars());
  if (diagnostics != nullptr) *diagnostics = run.plans.front().diagnostics;
  return run.plans.front().header;
}

constexpr std::string_view body = "\nI. NHIỆM VỤ\n1. Văn phòng Sở rà soát hồ sơ./.\n";

TEST(Header, ReadsALetterhead) {
  const Header header = header_of(
      "UBND TỈNH VĨNH SƠN\nSỞ GIÁO DỤC\nVÀ ĐÀO TẠO\nSố: 83/KH-SGDĐT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA "
      "VIỆT NAM\n"
      "Độc lập - Tự do - Hạnh phúc\nVĩnh Sơn, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\nThư viện giai "
      "đoạn 2024-2026" +
      std::string(body));
  ASSERT_TRUE(header.issuer && header.number && header.date && header.type && header.title &&
              header.period);
  EXPECT_EQ(header.issuer->value.text, "Sở Giáo dục và Đào tạo");
  EXPECT_EQ(header.issuer->parent, "UBND tỉnh Vĩnh Sơn");
  EXPECT_EQ(header.number->value.text, "83/KH-SGDĐT");
  EXPECT_EQ(header.number->symbol, "KH-SGDĐT");
  EXPECT_EQ(header.place->text, "Vĩnh Sơn");
  EXPECT_EQ(header.date->iso, "2024-03-05");
  EXPECT_EQ(header.type->code, "KH");
  EXPECT_EQ(header.type->value.text, "Kế hoạch");
  EXPECT_EQ(header.title->text, "Thư viện giai đoạn 2024-2026");
  EXPECT_EQ(header.period->start, "2024-01-01");
  EXPECT_EQ(header.period->end, "2026-12-31");
}

TEST(Header, ABlankNumberIsEmptyAndSaidSo) {
  std::vector<Diagnostic> diagnostics;
  const Header header = header_of(
      "SỞ Y TẾ\nSố:        /KH-SYT\nAn Phong, ngày     tháng 01 năm 2023\nKẾ HOẠCH\nPhòng dịch" +
          std::string(body),
      &diagnostics);
  ASSERT_TRUE(header.number);
  EXPECT_EQ(header.number->value.text, "");
  EXPECT_EQ(header.number->symbol, "KH-SYT");
  EXPECT_EQ(header.date->iso, "2023-01");
  EXPECT_THAT(diagnostics,
              ::testing::Contains(::testing::Field(&Diagnostic::code, "number-blank")));
}

TEST(Header, ALostSlashIsPutBackAndRecorded) {
  const Header header =
      header_of("SỞ Y TẾ\nSố: 19 KH-SYT\nKẾ HOẠCH\nPhòng dịch" + std::string(body));
  ASSERT_TRUE(header.number);
  EXPECT_EQ(header.number->value.text, "19/KH-SYT");
  EXPECT_NE(header.number->value.repair, "");
}

TEST(Header, LinesThatAPortalBrokeAreJoined) {
  const Header header = header_of(
      "ỦY\nBAN NHÂN DÂN\nTỈNH VĨNH SƠN\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - "
      "Tự do - Hạnh phúc\n|\nSố:\n33/KH-UBND\n|\nVĩnh\nSơn, ngày 24 tháng 12\nnăm 2009\n|\nKẾ "
      "HOẠCH\nPhòng dịch" +
      std::string(body));
  ASSERT_TRUE(header.issuer && header.number && header.date && header.place);
  EXPECT_EQ(header.issuer->value.text, "Ủy ban nhân dân tỉnh Vĩnh Sơn");
  EXPECT_EQ(header.issuer->parent, "");
  EXPECT_EQ(header.number->value.text, "33/KH-UBND");
  EXPECT_EQ(header.place->text, "Vĩnh Sơn");
  EXPECT_EQ(header.date->iso, "2009-12-24");
}

TEST(Header, ColumnsPartedByStrokesAreReadApart) {
  const Header header = header_of(
      "UBND HUYỆN AN PHÚ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPHÒNG Y TẾ | Độc lập - Tự do - Hạnh "
      "phúc\nSố: 33/KH-PYT | An Phú, ngày 9 tháng 9 năm 2022\nKẾ HOẠCH\nPhòng dịch" +
      std::string(body));
  ASSERT_TRUE(header.issuer && header.date);
  EXPECT_EQ(header.issuer->value.text, "Phòng Y tế");
  EXPECT_EQ(header.issuer->parent, "UBND huyện An Phú");
  EXPECT_EQ(header.date->iso, "2022-09-09");
}

TEST(Header, ALostHyphenIsPutBackAndRecorded) {
  const Header header =
      header_of("UBND TỈNH VĨNH SƠN\nSố: 19/QĐUBND\nKẾ HOẠCH\nPhòng dịch" + std::string(body));
  ASSERT_TRUE(header.number);
  EXPECT_EQ(header.number->value.text, "19/QĐ-UBND");
  EXPECT_EQ(header.number->symbol, "QĐ-UBND");
  EXPECT_NE(header.number->value.repair, "");
}

TEST(Header, WhoDecidesIsNoPartOfTheTitle) {
  const auto title = [](const std::string& lines) {
    return header_of("ỦY BAN NHÂN DÂN\nTỈNH VĨNH SƠN\nSố: 19/QĐ-UBND\nQUYẾT ĐỊNH\n" + lines +
                     "\nCăn cứ Luật Thư viện;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành Kế hoạch.\n")
        .title->text;
  };
  EXPECT_EQ(title("BAN HÀNH KẾ HOẠCH\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH VĨNH SƠN"),
            "BAN HÀNH KẾ HOẠCH");
  EXPECT_EQ(title("QUY CHẾ CỦA\nỦY BAN NHÂN DÂN TỈNH VĨNH SƠN"),
            "QUY CHẾ CỦA ỦY BAN NHÂN DÂN TỈNH VĨNH SƠN");
}

TEST(Header, TheYearUntilWhichIsNoPeriod) {
  EXPECT_FALSE(header_of("KẾ HOẠCH\nTrồng rừng đến năm 2030" + std::string(body)).period);
  EXPECT_TRUE(header_of("KẾ HOẠCH\nTrồng rừng năm 2030" + std::string(body)).period);
}

TEST(Header, AnOfficeMayGoOverTwoLines) {
  const Header header = header_of("KẾ HOẠCH\nPhòng dịch" + std::string(body) +
                                  "Nơi nhận:\n- Lưu: VT.\nTL. BỘ TRƯỞNG, CHỦ NHIỆM\nCỤC TRƯỞNG CỤC "
                                  "QUẢN LÝ\nDƯỢC\nLê Văn Bình\n");
  ASSERT_TRUE(header.signature.capacity && header.signature.position);
  EXPECT_EQ(header.signature.capacity->text, "TL. Bộ trưởng, Chủ nhiệm");
  EXPECT_EQ(header.signature.position->text, "Cục trưởng Cục Quản lý Dược");
}

TEST(Header, ADamagedNumberIsNoBody) {
  const auto header = [](std::string_view number) {
    return header_of("UBND TỈNH VĨNH SƠN\nSỞ VĂN HÓA,\n" + std::string(number) +
                     "\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nVĩnh Sơn, ngày 05 tháng 3 năm 2024\n"
                     "KẾ HOẠCH\nThư viện" +
                     std::string(body));
  };
  const Header symbol = header("Số: ˆ@KH-SVH");
  ASSERT_TRUE(symbol.issuer && symbol.number);
  EXPECT_EQ(symbol.issuer->value.text, "Sở Văn hóa");
  EXPECT_EQ(symbol.number->symbol, "KH-SVH");
  EXPECT_EQ(symbol.number->value.text, "");
  const Header lost = header("SỐ: Ổ 34&⁄H");
  ASSERT_TRUE(lost.issuer);
  EXPECT_EQ(lost.issuer->value.text, "Sở Văn hóa");
  EXPECT_FALSE(lost.number);
}

TEST(Header, WithoutALetterheadTheIssuerNamesItself) {
  const Header header = header_of(
      "KẾ HOẠCH\nPhổ biến pháp luật\nCăn cứ Luật Thư viện, Phòng Tư pháp (TP) huyện An Phong xây "
      "dựng Kế hoạch như sau:" +
      std::string(body));
  ASSERT_TRUE(header.issuer);
  EXPECT_EQ(header.issuer->value.text, "Phòng Tư pháp huyện An Phong");
  EXPECT_NE(header.issuer->value.repair, "");
  EXPECT_FALSE(header.number || header.date || header.place);
}

TEST(Header, SignatureAndRecipients) {
  const Header header =
      header_of("KẾ HOẠCH\nPhòng dịch" + std::string(body) +
                "Nơi nhận:\n- UBND tỉnh (để b/c);\n- Các phòng; trạm y tế;\n- Lưu: VT, NV.\n"
                "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nThS. Lê Văn Bình\n");
  ASSERT_TRUE(header.signature.capacity && header.signature.position && header.signature.signer);
  EXPECT_EQ(header.signature.capacity->text, "KT. Giám đốc");
  EXPECT_EQ(header.signature.position->text, "Phó Giám đốc");
  EXPECT_EQ(header.signature.signer->text, "Lê Văn Bình");
  std::vector<std::string> recipients, purposes;
  for (const Recipient& recipient : header.recipients) {
    recipients.push_back(recipient.value.text);
    purposes.push_back(recipient.purpose);
  }
  EXPECT_THAT(recipients, ElementsAre("UBND tỉnh (để b/c)", "Các phòng; trạm y tế", "Lưu: VT, NV"));
  EXPECT_THAT(purposes, ElementsAre("để báo cáo", "", ""));
}

TEST(Header, OfTwoSignaturesTheFirstIsTaken) {
  const Header header =
      header_of("KẾ HOẠCH\nPhòng dịch" + std::string(body) +
                "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLê Văn Bình\nTRƯỞNG BAN\nTrần Thị Mai\n");
  EXPECT_EQ(header.signature.signer->text, "Lê Văn Bình");
  EXPECT_EQ(header.signature.position->text, "Phó Giám đốc");
}

TEST(Header, AnImpossibleDayIsLeftOutAndSaidSo) {
  std::vector<Diagnostic> diagnostics;
  const Header header =
      header_of("SỞ Y TẾ\nSố: 5/KH-SYT\nAn Phong, ngày 31 tháng 2 năm 2024\nKẾ HOẠCH\nPhòng dịch" +
                    std::string(body),
                &diagnostics);
  EXPECT_EQ(header.date->iso, "2024-02");
  EXPECT_THAT(diagnostics,
              ::testing::Contains(::testing::Field(&Diagnostic::code, "date-impossible")));
}

TEST(Header, ADecisionWithItsPlanHasTheDecisionsHead) {
  const Header header = header_of(
      "BỘ Y TẾ\nSố: 15/QĐ-BYT\nHà Nội, ngày 05 tháng 01 năm 2024\nQUYẾT ĐỊNH\nBan hành Kế hoạch "
      "phòng dịch\n"
      "BỘ TRƯỞNG BỘ Y TẾ\nCăn cứ Luật Thư viện;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định "
      "này Kế hoạch.\n"
      "Điều 2. Cục A chịu trách nhiệm thi hành./.\nNơi nhận:\n- Lưu: VT.\nBỘ TRƯỞNG\nLê Văn Bình\n"
      "KẾ HOẠCH\nPhòng dịch năm 2024\n(Ban hành kèm theo Quyết định số 15/QĐ-BYT ngày "
      "05/01/2024)\nI. NHIỆM VỤ\n"
      "1. Rà soát hồ sơ.\n");
  EXPECT_EQ(header.type->code, "QĐ");
  EXPECT_EQ(header.number->value.text, "15/QĐ-BYT");
  EXPECT_EQ(header.title->text, "Ban hành Kế hoạch phòng dịch");
  EXPECT_EQ(header.signature.signer->text, "Lê Văn Bình");
}

TEST(Header, ATextThatIsNoPlanHasNoHead) {
  std::vector<Diagnostic> diagnostics;
  const Header header = header_of("Hôm nay trời đẹp.\nMọi người đi chơi.\n", &diagnostics);
  EXPECT_FALSE(header.type || header.number || header.issuer || header.title);
  EXPECT_THAT(diagnostics, ::testing::Contains(::testing::Field(&Diagnostic::code, "not-a-plan")));
}

TEST(NameCase, LetterheadsInCapitalsReadAsRunningText) {
  const NameCase names(testing::built_in_grammars());
  EXPECT_EQ(names.running_case("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"),
            "Sở Văn hóa, Thể thao và Du lịch");
  EXPECT_EQ(names.running_case("UBND HUYỆN BÌNH AN"), "UBND huyện Bình An");
  EXPECT_EQ(names.running_case("BỘ KINH TẾ BIỂN"), "Bộ Kinh tế biển");
  EXPECT_EQ(names.running_case("TỈNH ỦY VĨNH SƠN"), "Tỉnh ủy Vĩnh Sơn");
  EXPECT_EQ(names.running_case("ĐOÀN TNCS HUYỆN AN PHÚ"), "Đoàn TNCS huyện An Phú");
  EXPECT_EQ(names.running_case("Sở Y tế"), "Sở Y tế");
  EXPECT_EQ(sentence_case("KẾ HOẠCH LIÊN NGÀNH"), "Kế hoạch liên ngành");
}

// A plan of a file that flows, whose closing is a table of two cells with these lines.
Header header_with_closing(const std::vector<std::string>& left,
                           const std::vector<std::string>& right) {
  std::string text = "SỞ Y TẾ\nSố: 5/KH-SYT\nKẾ HOẠCH\nPhòng dịch" + std::string(body);
  const auto first = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  for (const std::string& line : left) text += line + '\n';
  for (const std::string& line : right) text += line + '\n';
  SourceText source = testing::source_of(text);
  source.tables.push_back({{{0, 0, 0, 1, 1}, {0, 0, 1, 1, 1}}});
  for (std::size_t i = first; i < source.lines.size(); ++i)
    source.lines[i].place = {0, i < first + left.size() ? 0U : 1U};
  return convert(source, testing::built_in_grammars()).plans.front().header;
}

TEST(Header, ATypistsNoteLeftOfASignatureIsNoBodys) {
  const Header header =
      header_with_closing({"Nơi nhận:", "- Như trên;", "- Lưu: VT.", "Anhnt\\KH5"},
                          {"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Văn Bình"});
  ASSERT_TRUE(header.signature.capacity && header.signature.signer);
  EXPECT_EQ(header.signature.capacity->text, "TM. Ủy ban nhân dân KT. Chủ tịch");
  EXPECT_EQ(header.signature.signer->text, "Lê Văn Bình");
}

TEST(Header, OfTwoBodiesTheFirstOnesSignatureIsTaken) {
  const Header header =
      header_with_closing({"CÔNG AN TỈNH", "GIÁM ĐỐC", "Lê Văn Bình"},
                          {"SỞ XÂY DỰNG", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị Mai"});
  ASSERT_TRUE(header.signature.position && header.signature.signer);
  EXPECT_FALSE(header.signature.capacity);
  EXPECT_EQ(header.signature.position->text, "Giám đốc");
  EXPECT_EQ(header.signature.signer->text, "Lê Văn Bình");
}

}  // namespace
}  // namespace trichyeu
