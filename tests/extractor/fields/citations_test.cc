// Whole mentions, as they must come out of one paragraph: the forms of citation, damaged ones,
// lists, short forms, look-alikes.
#include "extractor/fields/fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/plain_tree.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Grammars& grammars() {
  static const Result<Grammars> loaded = Grammars::load();
  EXPECT_TRUE(loaded.ok()) << loaded.error().message;
  return loaded.value();
}

struct Outcome {
  std::vector<Citation> citations;
  std::vector<Diagnostic> diagnostics;
};

Outcome outcome_of(const std::string& text, const Header& header = {},
                   ZoneKind zone = ZoneKind::main) {
  Outcome outcome;
  const DocumentTree tree = testing::plain_tree(text, zone);
  outcome.citations = extract_citations(tree, header, grammars(), outcome.diagnostics);
  for (const Citation& citation : outcome.citations) {
    EXPECT_EQ(citation.value.place.bytes.of(tree.text), citation.value.text);
  }
  return outcome;
}

// "type | number | date | issuer"
std::vector<std::string> facts_of(const Outcome& outcome) {
  std::vector<std::string> facts;
  for (const Citation& c : outcome.citations) {
    facts.push_back(c.type + " | " + c.number + " | " + c.date + " | " + c.issuer);
  }
  return facts;
}

std::vector<std::string> texts_of(const Outcome& outcome) {
  std::vector<std::string> texts;
  for (const Citation& c : outcome.citations) texts.push_back(c.value.text);
  return texts;
}

std::vector<std::string> codes_of(const Outcome& outcome) {
  std::vector<std::string> codes;
  for (const Diagnostic& d : outcome.diagnostics) codes.push_back(d.code);
  return codes;
}

struct OneMention {
  const char* text;
  const char* mention;
  const char* facts;
};

class OneMentionTest : public ::testing::TestWithParam<OneMention> {};

TEST_P(OneMentionTest, IsFoundWhole) {
  const Outcome outcome = outcome_of(GetParam().text);
  EXPECT_THAT(texts_of(outcome), ElementsAre(GetParam().mention));
  EXPECT_THAT(facts_of(outcome), ElementsAre(GetParam().facts));
}

INSTANTIATE_TEST_SUITE_P(
    Individual, OneMentionTest,
    ::testing::Values(
        OneMention{"Thực hiện Kế hoạch số 417/KH-UBND ngày 02/5/2023 của Ủy ban nhân dân thành phố "
                   "về cây xanh",
                   "Kế hoạch số 417/KH-UBND ngày 02/5/2023 của Ủy ban nhân dân thành phố",
                   "Kế hoạch | 417/KH-UBND | 2023-05-02 | Ủy ban nhân dân thành phố"},
        OneMention{"tại kế hoạch số 417/KH-UBND và yêu cầu", "kế hoạch số 417/KH-UBND",
                   "Kế hoạch | 417/KH-UBND |  | "},
        OneMention{"theo Quyết định 615/QĐ-TTg.", "Quyết định 615/QĐ-TTg",
                   "Quyết định | 615/QĐ-TTg |  | "},
        OneMention{"theo QĐ 615/QĐ-TTg.", "QĐ 615/QĐ-TTg", "Quyết định | 615/QĐ-TTg |  | "},
        OneMention{"Quyết định số: 615/QĐ-TTg", "Quyết định số: 615/QĐ-TTg",
                   "Quyết định | 615/QĐ-TTg |  | "},
        OneMention{"Quyết định số 44/QĐ-SYT ngày 5/6/2022 của Giám đốc Sở Y tế về việc",
                   "Quyết định số 44/QĐ-SYT ngày 5/6/2022 của Giám đốc Sở Y tế",
                   "Quyết định | 44/QĐ-SYT | 2022-06-05 | Giám đốc Sở Y tế"},
        OneMention{
            "Công văn số 151/QLD-VP ngày 26 tháng 9 năm 2017 của Cục Quản lý Dược – Bộ Y tế;",
            "Công văn số 151/QLD-VP ngày 26 tháng 9 năm 2017 của Cục Quản lý Dược – Bộ Y tế",
            "Công văn | 151/QLD-VP | 2017-09-26 | Cục Quản lý Dược – Bộ Y tế"},
        OneMention{"Công văn 285/CCTTHC", "Công văn 285/CCTTHC", "Công văn | 285/CCTTHC |  | "},
        OneMention{"Quyết định số 9/QĐ-UBND của UBND tỉnh Vĩnh Sơn ngày 01/3/2021",
                   "Quyết định số 9/QĐ-UBND của UBND tỉnh Vĩnh Sơn ngày 01/3/2021",
                   "Quyết định | 9/QĐ-UBND | 2021-03-01 | UBND tỉnh Vĩnh Sơn"},
        OneMention{"Quyết định số 9/QĐ-BQLC ngày 01/3/2021 của Ban Quản lý chợ An Phú về việc",
                   "Quyết định số 9/QĐ-BQLC ngày 01/3/2021 của Ban Quản lý chợ An Phú",
                   "Quyết định | 9/QĐ-BQLC | 2021-03-01 | Ban Quản lý chợ An Phú"},
        OneMention{
            "TRIỂN KHAI KẾ HOẠCH SỐ 417/KH-UBND NGÀY 02/5/2023 CỦA UBND TỈNH VĨNH SƠN VỀ CÂY XANH",
            "KẾ HOẠCH SỐ 417/KH-UBND NGÀY 02/5/2023 CỦA UBND TỈNH VĨNH SƠN",
            "Kế hoạch | 417/KH-UBND | 2023-05-02 | UBND TỈNH VĨNH SƠN"}));

INSTANTIATE_TEST_SUITE_P(
    NormativeAndJoint, OneMentionTest,
    ::testing::Values(
        OneMention{
            "Thông tư số 08/2021/TT-BNV ngày 14 tháng 5 năm 2021 của Bộ trưởng Bộ Nội vụ hướng dẫn",
            "Thông tư số 08/2021/TT-BNV ngày 14 tháng 5 năm 2021 của Bộ trưởng Bộ Nội vụ",
            "Thông tư | 08/2021/TT-BNV | 2021-05-14 | Bộ trưởng Bộ Nội vụ"},
        OneMention{"Nghị quyết số 77/2019/QH14 ngày 18-11-2019 của Quốc hội",
                   "Nghị quyết số 77/2019/QH14 ngày 18-11-2019 của Quốc hội",
                   "Nghị quyết | 77/2019/QH14 | 2019-11-18 | Quốc hội"},
        OneMention{"Bộ luật Dân sự số 91/2015/QH13", "Bộ luật Dân sự số 91/2015/QH13",
                   "Bộ luật | 91/2015/QH13 |  | "},
        OneMention{"Nghị quyết số 61.3/2025/NQ-CP", "Nghị quyết số 61.3/2025/NQ-CP",
                   "Nghị quyết | 61.3/2025/NQ-CP |  | "},
        OneMention{"Nghị định của Chính phủ số 901/2018/NĐ-CP ngày 02/5/2018",
                   "Nghị định của Chính phủ số 901/2018/NĐ-CP ngày 02/5/2018",
                   "Nghị định | 901/2018/NĐ-CP | 2018-05-02 | Chính phủ"},
        OneMention{
            "Thông tư liên tịch số 12/2009/TTLT-BYT-BTC ngày 3/4/2009 của Bộ Y tế và Bộ Tài chính.",
            "Thông tư liên tịch số 12/2009/TTLT-BYT-BTC ngày 3/4/2009 của Bộ Y tế và Bộ Tài chính",
            "Thông tư liên tịch | 12/2009/TTLT-BYT-BTC | 2009-04-03 | Bộ Y tế và Bộ Tài chính"},
        OneMention{"Chương trình số 15/CTr-SGDĐT-HND giữa Sở Giáo dục và Đào tạo và Hội Nông dân.",
                   "Chương trình số 15/CTr-SGDĐT-HND giữa Sở Giáo dục và Đào tạo và Hội Nông dân",
                   "Chương trình | 15/CTr-SGDĐT-HND |  | Sở Giáo dục và Đào tạo và Hội Nông dân"},
        OneMention{"Báo cáo thẩm định số 61/STP-VBQP", "Báo cáo thẩm định số 61/STP-VBQP",
                   "Báo cáo | 61/STP-VBQP |  | "},
        OneMention{"Chương trình phối hợp số 15/CTrPH-SGDĐT-CA",
                   "Chương trình phối hợp số 15/CTrPH-SGDĐT-CA",
                   "Chương trình phối hợp | 15/CTrPH-SGDĐT-CA |  | "},
        OneMention{"tại điểm a khoản 2 Điều 5 Nghị định số 901/2018/NĐ-CP",
                   "điểm a khoản 2 Điều 5 Nghị định số 901/2018/NĐ-CP",
                   "Nghị định | 901/2018/NĐ-CP |  | "}));

INSTANTIATE_TEST_SUITE_P(
    Party, OneMentionTest,
    ::testing::Values(
        OneMention{"Chỉ thị số 77-CT/TU, ngày 3-2-2021 của Ban Thường vụ Tỉnh ủy, Sở Y tế",
                   "Chỉ thị số 77-CT/TU, ngày 3-2-2021 của Ban Thường vụ Tỉnh ủy",
                   "Chỉ thị | 77-CT/TU | 2021-02-03 | Ban Thường vụ Tỉnh ủy"},
        OneMention{"Nghị quyết số 36-NQ/TW ngày 24/01/2018 của Bộ Chính trị (khóa XII) về",
                   "Nghị quyết số 36-NQ/TW ngày 24/01/2018 của Bộ Chính trị (khóa XII)",
                   "Nghị quyết | 36-NQ/TW | 2018-01-24 | Bộ Chính trị (khóa XII)"},
        OneMention{"Kết luận số 92 - KL/TW", "Kết luận số 92 - KL/TW", "Kết luận | 92-KL/TW |  | "},
        OneMention{"Kế hoạch số 12-KH/HU của Huyện ủy An Phú",
                   "Kế hoạch số 12-KH/HU của Huyện ủy An Phú",
                   "Kế hoạch | 12-KH/HU |  | Huyện ủy An Phú"}));

INSTANTIATE_TEST_SUITE_P(
    Dates, OneMentionTest,
    ::testing::Values(
        OneMention{"Quyết định số 9/QĐ-TTg ngày 14.9.2020", "Quyết định số 9/QĐ-TTg ngày 14.9.2020",
                   "Quyết định | 9/QĐ-TTg | 2020-09-14 | "},
        OneMention{"Quyết định số 9/QĐ-TTg ngày 06 / 7 /2005",
                   "Quyết định số 9/QĐ-TTg ngày 06 / 7 /2005",
                   "Quyết định | 9/QĐ-TTg | 2005-07-06 | "},
        OneMention{"Quyết định số 9/QĐ-TTg ngày 01/4/24 của", "Quyết định số 9/QĐ-TTg ngày 01/4/24",
                   "Quyết định | 9/QĐ-TTg | 2024-04-01 | "},
        OneMention{"Quyết định số 9/QĐ-TTg ngày 03 tháng bốn năm 2018",
                   "Quyết định số 9/QĐ-TTg ngày 03 tháng bốn năm 2018",
                   "Quyết định | 9/QĐ-TTg | 2018-04-03 | "},
        OneMention{"Quyết định số 9/QĐ-TTg tháng 01/2023", "Quyết định số 9/QĐ-TTg tháng 01/2023",
                   "Quyết định | 9/QĐ-TTg | 2023-01 | "},
        OneMention{"Nghị định số 9/2020/NĐ-CP ngày 05/3 của Chính phủ",
                   "Nghị định số 9/2020/NĐ-CP ngày 05/3 của Chính phủ",
                   "Nghị định | 9/2020/NĐ-CP | 2020-03-05 | Chính phủ"}));

INSTANTIATE_TEST_SUITE_P(
    Damaged, OneMentionTest,
    ::testing::Values(
        OneMention{"Quyết định số 44 /2005/QĐ- UBND", "Quyết định số 44 /2005/QĐ- UBND",
                   "Quyết định | 44/2005/QĐ-UBND |  | "},
        OneMention{"Quyết định số471/QĐ-TTg", "Quyết định số471/QĐ-TTg",
                   "Quyết định | 471/QĐ-TTg |  | "},
        OneMention{"Nghị định số 61/2018/NĐCP", "Nghị định số 61/2018/NĐCP",
                   "Nghị định | 61/2018/NĐCP |  | "},
        OneMention{"Quyết định số 977/QD-TTG", "Quyết định số 977/QD-TTG",
                   "Quyết định | 977/QĐ-TTg |  | "},
        OneMention{"Chỉ thị số l5-CT/TU", "Chỉ thị số l5-CT/TU", "Chỉ thị | 15-CT/TU |  | "},
        OneMention{"Nghị định số 1O8/2020/NĐ-CP", "Nghị định số 1O8/2020/NĐ-CP",
                   "Nghị định | 108/2020/NĐ-CP |  | "},
        OneMention{"Quyết định số 15\\QĐ-UBND", "Quyết định số 15\\QĐ-UBND",
                   "Quyết định | 15/QĐ-UBND |  | "},
        OneMention{"Kế hoạch số 5/KH-SGDDT", "Kế hoạch số 5/KH-SGDDT",
                   "Kế hoạch | 5/KH-SGDĐT |  | "},
        OneMention{"Quyết định số 10/2007/QĐ_SYT ngày 11/5/2007",
                   "Quyết định số 10/2007/QĐ_SYT ngày 11/5/2007",
                   "Quyết định | 10/2007/QĐ-SYT | 2007-05-11 | "},
        OneMention{"Nghị định số 61/2018/NĐ—CP;", "Nghị định số 61/2018/NĐ—CP",
                   "Nghị định | 61/2018/NĐ-CP |  | "},
        OneMention{"Nghị định số 61/2018/NĐ-CP ngày 08/6/20180 của Chính phủ",
                   "Nghị định số 61/2018/NĐ-CP ngày 08/6/20180 của Chính phủ",
                   "Nghị định | 61/2018/NĐ-CP | 2018-06-08 | Chính phủ"},
        OneMention{"Nghị định số 61/2018/NĐ-CP ngày 08/6/2018 Chính phủ về một cửa",
                   "Nghị định số 61/2018/NĐ-CP ngày 08/6/2018 Chính phủ",
                   "Nghị định | 61/2018/NĐ-CP | 2018-06-08 | Chính phủ"},
        OneMention{"Nghị định số 61/2018/NĐ-CP ngày 08/6/2018 của Chính phủ Quy định về",
                   "Nghị định số 61/2018/NĐ-CP ngày 08/6/2018 của Chính phủ",
                   "Nghị định | 61/2018/NĐ-CP | 2018-06-08 | Chính phủ"}));

INSTANTIATE_TEST_SUITE_P(
    ByName, OneMentionTest,
    ::testing::Values(
        OneMention{"theo Luật Phòng, chống tham nhũng và", "Luật Phòng, chống tham nhũng",
                   "Luật |  |  | "},
        OneMention{"Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;",
                   "Luật Lưu trữ ngày 21 tháng 6 năm 2024", "Luật |  | 2024-06-21 | "},
        OneMention{"Luật thi đua, khen thưởng năm 2022", "Luật thi đua, khen thưởng năm 2022",
                   "Luật |  | 2022 | "},
        OneMention{"Hiến pháp 2013", "Hiến pháp 2013", "Hiến pháp |  | 2013 | "},
        OneMention{"Luật Lưu trữ (2011) và", "Luật Lưu trữ (2011)", "Luật |  | 2011 | "},
        OneMention{"dự án Luật Cây xanh (thay thế);", "Luật Cây xanh (thay thế)", "Luật |  |  | "},
        OneMention{"theo Luật Trồng và bảo vệ cây xanh, người dân phải",
                   "Luật Trồng và bảo vệ cây xanh", "Luật |  |  | "},
        OneMention{"Luật Trồng cây, bảo vệ mặt nước;", "Luật Trồng cây, bảo vệ mặt nước",
                   "Luật |  |  | "},
        OneMention{"theo Luật Cây xanh và tăng cường kiểm tra", "Luật Cây xanh", "Luật |  |  | "},
        OneMention{"thực hiện Chiến lược trồng rừng giai đoạn 2021 - 2030;",
                   "Chiến lược trồng rừng giai đoạn 2021 - 2030", "Chiến lược |  |  | "},
        OneMention{"Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI về",
                   "Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI",
                   "Nghị quyết |  |  | Ban Chấp hành Trung ương khóa XI"},
        OneMention{"phê duyệt Đề án “Trường học xanh” của Sở", "Đề án “Trường học xanh”",
                   "Đề án |  |  | "},
        OneMention{"Căn cứ Kế hoạch kiểm tra chợ của Sở Y tế năm 2023",
                   "Kế hoạch kiểm tra chợ của Sở Y tế năm 2023", "Kế hoạch |  | 2023 | Sở Y tế"},
        OneMention{
            "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Kế toán, Luật Giá ngày 02 tháng 5 "
            "năm 2024;",
            "Luật sửa đổi, bổ sung một số điều của Luật Kế toán, Luật Giá ngày 02 tháng 5 năm 2024",
            "Luật |  | 2024-05-02 | "}));

class NoMentionTest : public ::testing::TestWithParam<const char*> {};

TEST_P(NoMentionTest, IsNoCitation) { EXPECT_THAT(texts_of(outcome_of(GetParam())), IsEmpty()); }

INSTANTIATE_TEST_SUITE_P(
    LookAlikes, NoMentionTest,
    ::testing::Values("Kế hoạch này", "tại Kế hoạch", "Chỉ thị này có hiệu lực",
                      "các nghị quyết của HĐND", "các luật, pháp lệnh", "Luật sư và luật gia",
                      "kỷ luật lao động", "trực 24/7", "trước 30/6", "2/3 số đại biểu",
                      "100/100 trường", "Quý I/2023", "Mẫu số 01/TT", "Biểu 02-BC",
                      "mã số 1.005678", "QCVN 77:2019/BXD", "TCVN 6909:2001", "Số: 83/KH-UBND",
                      "(Kèm theo Kế hoạch số 83/KH-UBND)",
                      "(Ban hành kèm theo Quyết định số 5/QĐ-UBND ngày 02/3/2023)",
                      "- Lưu: VT, KGVX.15", "khóa XII", "Đại hội XIII", "kỳ họp thứ 6",
                      "Hội nghị lần thứ 6", "năm học 2023-2024", "Trường Đại học Luật Vĩnh Sơn",
                      "Điều 3. Chánh Văn phòng chịu trách nhiệm",
                      "Nghị quyết Đại hội Đảng các cấp"));

TEST(CitationsTest, RecipientsAndSignaturesAreNotSearched) {
  EXPECT_THAT(
      outcome_of("- UBND tỉnh (Kế hoạch số 417/KH-UBND);", {}, ZoneKind::recipients).citations,
      IsEmpty());
}

TEST(CitationsTest, ListsShareDateAndIssuerBackwards) {
  const Outcome outcome = outcome_of(
      "Quyết định số 41-QĐ/TW và Quyết định số 42-QĐ/TW ngày 12/12/2013 của Bộ Chính trị");
  EXPECT_THAT(facts_of(outcome), ElementsAre("Quyết định | 41-QĐ/TW | 2013-12-12 | Bộ Chính trị",
                                             "Quyết định | 42-QĐ/TW | 2013-12-12 | Bộ Chính trị"));
  EXPECT_EQ(outcome.citations[0].value.text, "Quyết định số 41-QĐ/TW");
  EXPECT_EQ(outcome.citations[0].value.inherited, "date issuer");
  EXPECT_LT(outcome.citations[0].value.confidence, outcome.citations[1].value.confidence);
}

TEST(CitationsTest, ListsWithOwnDatesShareTheIssuerAlone) {
  EXPECT_THAT(
      facts_of(outcome_of(
          "Nghị định số 7/2020/NĐ-CP ngày 14/9/2020 và Nghị định số 8/2020/NĐ-CP ngày 15/9/2020 "
          "của Chính phủ")),
      ElementsAre("Nghị định | 7/2020/NĐ-CP | 2020-09-14 | Chính phủ",
                  "Nghị định | 8/2020/NĐ-CP | 2020-09-15 | Chính phủ"));
}

TEST(CitationsTest, AYearBeforeTheNextNumberIsNotOfTheList) {
  EXPECT_THAT(facts_of(outcome_of("các Quyết định số 622/QĐ-UBND ngày 21/3/2024, số 75/QĐ-UBND "
                                  "ngày 30/5/2025 của UBND tỉnh")),
              ElementsAre("Quyết định | 622/QĐ-UBND | 2024-03-21 | UBND tỉnh",
                          "Quyết định | 75/QĐ-UBND | 2025-05-30 | UBND tỉnh"));
}

TEST(CitationsTest, OfTwoNumbersWithTwoDaysEachHasItsOwn) {
  EXPECT_THAT(facts_of(outcome_of("Nghị quyết số 38/NQ-CP, 39/NQ-CP ngày 6, 17/5/2025 của Chính "
                                  "phủ")),
              ElementsAre("Nghị quyết | 38/NQ-CP | 2025-05-06 | Chính phủ",
                          "Nghị quyết | 39/NQ-CP | 2025-05-17 | Chính phủ"));
}

TEST(CitationsTest, ADateOfAnotherYearThanTheNumbersIsNotShared) {
  EXPECT_THAT(facts_of(outcome_of("Nghị định 14/2016/NĐ-CP và Nghị định 13/2024/NĐ-CP ngày "
                                  "05/02/2024 của Chính phủ")),
              ElementsAre("Nghị định | 14/2016/NĐ-CP |  | Chính phủ",
                          "Nghị định | 13/2024/NĐ-CP | 2024-02-05 | Chính phủ"));
}

TEST(CitationsTest, TypesMayDifferWhereTheSymbolTellsTheIssuer) {
  EXPECT_THAT(facts_of(outcome_of("Quyết định 7/2017/QĐ-UBND, Chỉ thị 06/CT-UBND của UBND tỉnh")),
              ElementsAre("Quyết định | 7/2017/QĐ-UBND |  | UBND tỉnh",
                          "Chỉ thị | 06/CT-UBND |  | UBND tỉnh"));
  EXPECT_THAT(facts_of(outcome_of("Quy định 74-QĐ/TW và Kết luận số 8-KL/TW của Ban Bí thư")),
              ElementsAre("Quy định | 74-QĐ/TW |  | ", "Kết luận | 8-KL/TW |  | Ban Bí thư"));
}

TEST(CitationsTest, ListsShareTypeForwards) {
  EXPECT_THAT(facts_of(outcome_of(
                  "các Quyết định số 15/QĐ-TTg, 16/QĐ-TTg và số 17/QĐ-TTg ngày 05/01/2023")),
              ElementsAre("Quyết định | 15/QĐ-TTg | 2023-01-05 | ",
                          "Quyết định | 16/QĐ-TTg | 2023-01-05 | ",
                          "Quyết định | 17/QĐ-TTg | 2023-01-05 | "));
  EXPECT_THAT(facts_of(outcome_of("các Thông tư: 26/2020/TT-BYT, 27/2020/TT-BYT")),
              ElementsAre("Thông tư | 26/2020/TT-BYT |  | ", "Thông tư | 27/2020/TT-BYT |  | "));
}

TEST(CitationsTest, ListsShareASymbol) {
  const Outcome outcome = outcome_of("Kết luận số 41, 42 và 43-KL/TW của Ban Bí thư");
  EXPECT_THAT(facts_of(outcome), ElementsAre("Kết luận | 41-KL/TW |  | Ban Bí thư",
                                             "Kết luận | 42-KL/TW |  | Ban Bí thư",
                                             "Kết luận | 43-KL/TW |  | Ban Bí thư"));
  EXPECT_THAT(texts_of(outcome), ElementsAre("Kết luận số 41", "42", "43-KL/TW của Ban Bí thư"));
}

TEST(CitationsTest, AnIssuerBeforeTheNumbersIsOfAllOfThem) {
  EXPECT_THAT(facts_of(outcome_of("các quyết định của UBND tỉnh: số 5/QĐ-UBND ngày 5/1/2023; số "
                                  "6/QĐ-UBND ngày 6/1/2023")),
              ElementsAre("Quyết định | 5/QĐ-UBND | 2023-01-05 | UBND tỉnh",
                          "Quyết định | 6/QĐ-UBND | 2023-01-06 | UBND tỉnh"));
}

TEST(CitationsTest, AnAmendingLawHasNotTheNumberOfTheLawItAmends) {
  EXPECT_THAT(
      facts_of(outcome_of("Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 45/2013/QH13")),
      ElementsAre("Luật |  |  | ", "Luật | 45/2013/QH13 |  | "));
  EXPECT_THAT(
      facts_of(outcome_of("Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 77/2019/QH14")),
      ElementsAre("Luật | 77/2019/QH14 |  | "));
}

TEST(CitationsTest, AProgrammeInASubjectIsNoMention) {
  EXPECT_THAT(
      texts_of(outcome_of("Quyết định số 5/QĐ-TTg về thực hiện Chương trình trồng rừng giai "
                          "đoạn 2021 - 2030")),
      ElementsAre("Quyết định số 5/QĐ-TTg"));
}

TEST(CitationsTest, SemicolonsShareNothing) {
  EXPECT_THAT(
      facts_of(
          outcome_of("Chỉ thị số 17-CT/TU; Quyết định số 37/QĐ-UBND ngày 02/3/2021 của UBND tỉnh")),
      ElementsAre("Chỉ thị | 17-CT/TU |  | ", "Quyết định | 37/QĐ-UBND | 2021-03-02 | UBND tỉnh"));
}

TEST(CitationsTest, RepeatsAreResolvedButNotCompleted) {
  const Outcome outcome =
      outcome_of("Chỉ thị số 77-CT/TU ngày 3/2/2021 của Tỉnh ủy\nthực hiện Chỉ thị số 77-CT/TU;");
  ASSERT_EQ(outcome.citations.size(), 2U);
  EXPECT_EQ(outcome.citations[1].date, "");
  EXPECT_EQ(outcome.citations[1].resolved_date, "2021-02-03");
  EXPECT_EQ(outcome.citations[1].resolved_issuer, "Tỉnh ủy");
  EXPECT_EQ(outcome.citations[1].target, outcome.citations[0].target);
}

TEST(CitationsTest, ShortFormsLeadToWhatTheyWereDefinedFor) {
  const Outcome outcome = outcome_of(
      "Quyết định số 91/QĐ-UBND về thực hiện Đề án “Sông sạch” (sau đây gọi tắt là Đề án "
      "915);\nkết quả Đề án 915.");
  EXPECT_THAT(texts_of(outcome), ElementsAre("Quyết định số 91/QĐ-UBND", "Đề án “Sông sạch”",
                                             "Đề án 915", "Đề án 915"));
  EXPECT_EQ(outcome.citations[3].target, outcome.citations[1].target);
  EXPECT_EQ(outcome.citations[3].kind, CitationKind::named);
}

TEST(CitationsTest, ShortFormsOfWordsAreFoundToo) {
  EXPECT_THAT(
      texts_of(outcome_of("Đề án “Trường học xanh đến năm 2030” (gọi tắt là Đề án Trường xanh).\n"
                          "Kinh phí của Đề án Trường xanh lấy từ ngân sách.")),
      ElementsAre("Đề án “Trường học xanh đến năm 2030”", "Đề án Trường xanh",
                  "Đề án Trường xanh"));
}

TEST(CitationsTest, AShortFormOfTwoDocumentsIsReported) {
  EXPECT_THAT(
      codes_of(outcome_of(
          "Đề án “Sông sạch” (gọi tắt là Đề án 915)\nĐề án “Núi xanh” (gọi tắt là Đề án 915)")),
      ElementsAre("short-form-redefined"));
}

TEST(CitationsTest, ANameInsideAPlansNameIsAMentionOfItsOwn) {
  EXPECT_THAT(texts_of(outcome_of(
                  "nhiệm vụ tại Kế hoạch thực hiện Đề án “Sông sạch” năm 2022 của UBND tỉnh và")),
              ElementsAre("Kế hoạch thực hiện Đề án “Sông sạch” năm 2022 của UBND tỉnh",
                          "Đề án “Sông sạch”"));
}

TEST(CitationsTest, BlankNumbersAreRecorded) {
  const Outcome outcome = outcome_of(
      "Thực hiện Kế hoạch số /KH-SGDĐT ngày tháng 3 năm 2024 của Sở Giáo dục và Đào tạo");
  EXPECT_THAT(facts_of(outcome), ElementsAre("Kế hoạch |  | 2024-03 | Sở Giáo dục và Đào tạo"));
  EXPECT_THAT(codes_of(outcome), ElementsAre("citation-number-blank"));
}

TEST(CitationsTest, OrderAndSeparatorsAreMendedBesides) {
  const auto canonical = [](const std::string& text) {
    return outcome_of(text).citations.at(0).canonical_number;
  };
  EXPECT_EQ(canonical("Quy định số 31/QĐ-TW"), "31-QĐ/TW");
  EXPECT_EQ(canonical("Quy định số 66/QĐ/TW"), "66-QĐ/TW");
  EXPECT_EQ(canonical("Kết luận số 80-KL/TƯ"), "80-KL/TW");
  EXPECT_EQ(canonical("Nghị định số 61/2018/NĐCP"), "61/2018/NĐ-CP");
  EXPECT_EQ(canonical("Kế hoạch số 19 KH-PGDĐT"), "19/KH-PGDĐT");
  EXPECT_EQ(canonical("Quyết định 1204 QĐ/TWĐTN"), "1204-QĐ/TWĐTN");
  EXPECT_EQ(canonical("văn bản số 4021VPCP-CN"), "4021/VPCP-CN");
  EXPECT_EQ(canonical("Kết luận số 80-KL/TW"), "");
}

TEST(CitationsTest, RepairsSayWhatWasRead) {
  const Citation citation = outcome_of("Chỉ thị số l5-CT/TU").citations.at(0);
  EXPECT_EQ(citation.value.repair, "l5-CT/TU: read as 15-CT/TU");
  EXPECT_LT(citation.value.confidence, 0.8);
}

TEST(CitationsTest, DoubtsAreReported) {
  EXPECT_THAT(codes_of(outcome_of("Quyết định số 5/QĐ-TTg ngày 31/2/2020")),
              ElementsAre("citation-date-impossible"));
  EXPECT_THAT(codes_of(outcome_of("Nghị định số 5/2019/NĐ-CP ngày 1/2/2020")),
              ElementsAre("citation-year-mismatch"));
  EXPECT_THAT(codes_of(outcome_of("Kế hoạch số 5/QĐ-UBND")), ElementsAre("citation-type-mismatch"));
  EXPECT_THAT(codes_of(outcome_of(
                  "Quyết định số 5/QĐ-TTg ngày 1/2/2020\nQuyết định số 5/QĐ-TTg ngày 1/8/2020")),
              ElementsAre("citation-date-conflict"));
  EXPECT_THAT(
      codes_of(outcome_of("Quyết định số 5/QĐ-TTg ngày 1/2/2020\nQuyết định số 5/QĐ-TTg năm 2020")),
      IsEmpty());
  Header header;
  header.date = PrintedDate{{}, "2020-01-31"};
  EXPECT_THAT(codes_of(outcome_of("Quyết định số 5/QĐ-TTg ngày 1/2/2020", header)),
              ElementsAre("citation-date-later"));
}

TEST(CitationsTest, TheDocumentDoesNotCiteItself) {
  Header header;
  header.number = Number{{}, "KH-UBND"};
  header.number->value.text = "83/KH-UBND";
  header.date = PrintedDate{{}, "2023-03-02"};
  EXPECT_THAT(texts_of(outcome_of("Kế hoạch số 83/KH-UBND ngày 02/3/2023", header)), IsEmpty());
  EXPECT_THAT(texts_of(outcome_of("Kế hoạch 83/KH-UBND năm 2023 về cây xanh", header)), IsEmpty());
  EXPECT_THAT(texts_of(outcome_of("Kế hoạch số 83/KH-UBND ngày 05/6/2022 của UBND tỉnh", header)),
              ElementsAre("Kế hoạch số 83/KH-UBND ngày 05/6/2022 của UBND tỉnh"));
}

TEST(CitationsTest, RolesComeFromTheWordsBefore) {
  const auto roles = [](const std::string& text) {
    std::vector<std::string> roles;
    for (const Citation& c : outcome_of(text).citations) roles.push_back(c.role);
    return roles;
  };
  EXPECT_THAT(
      roles("Căn cứ Luật Lưu trữ; Nghị định số 7/2020/NĐ-CP về lưu trữ; Kế hoạch số 5/KH-UBND"),
      ElementsAre("basis", "basis", "basis"));
  EXPECT_THAT(roles("Quyết định số 15/QĐ-UBND sửa đổi, bổ sung Quyết định số 10/QĐ-UBND"),
              ElementsAre("mention", "amends"));
  EXPECT_THAT(roles("Nghị định số 15/2020/NĐ-CP sửa đổi một số điều của Nghị định số 7/2016/NĐ-CP"),
              ElementsAre("mention", "amends"));
  EXPECT_THAT(roles("Quyết định số 15/QĐ-UBND thay thế Quyết định số 10/QĐ-UBND"),
              ElementsAre("mention", "replaces"));
  EXPECT_THAT(roles("Quy chế ban hành kèm theo Quyết định số 10/QĐ-UBND"),
              ElementsAre("issuedWith"));
  EXPECT_THAT(roles("Thực hiện Quyết định số 10/QĐ-TTg phê duyệt Đề án “Sông sạch”"),
              ElementsAre("implements", "approves"));
  EXPECT_THAT(roles("Theo đề nghị của Giám đốc Sở Y tế tại Tờ trình số 66/TTr-SYT"),
              ElementsAre("proposal"));
}

TEST(CitationsTest, LocatorsStandApart) {
  EXPECT_EQ(outcome_of("tại khoản 2 Điều 5 Luật Lưu trữ").citations.at(0).locator,
            "khoản 2 Điều 5");
  EXPECT_EQ(outcome_of("tại khoản 2 Điều 5 của Luật Lưu trữ").citations.at(0).locator,
            "khoản 2 Điều 5");
}

TEST(CitationsTest, TargetsAndIdentifiersHoldNoGuess) {
  const auto one = [](const std::string& text, const Header& header = {}) {
    return outcome_of(text, header).citations.at(0);
  };
  const Citation decree = one("Nghị định số 107/2020/NĐ-CP ngày 14/9/2020 của Chính phủ");
  EXPECT_EQ(decree.target, "vbqppl:nghi-dinh:cp:2020-09-14:107");
  EXPECT_EQ(decree.iri, "/akn/vn/act/nghi-dinh/chinh-phu/2020-09-14/107-2020-nd-cp");
  EXPECT_EQ(one("Nghị định số 107/2020/NĐ-CP").target, "vbqppl:nghi-dinh:cp:2020:107");
  EXPECT_EQ(one("Nghị định số 107/2020/NĐ-CP").iri, "");
  EXPECT_EQ(one("Luật Lưu trữ").target, "vbqppl:luat:qh:?:luu-tru");
  EXPECT_EQ(one("Luật Lưu trữ năm 2024").target, "vbqppl:luat:qh:2024-06-21:33");
  EXPECT_EQ(one("Luật Khám chữa bệnh").target, one("Luật Khám bệnh, chữa bệnh").target);
  EXPECT_EQ(one("Hiến pháp năm 2013").target, "vbqppl:hien-phap:qh:2013:nn");
  EXPECT_EQ(one("Thông tư liên tịch số 12/2009/TTLT-BYT-BTC ngày 3/4/2009").iri,
            "/akn/vn/act/thong-tu-lien-tich/bo-y-te+bo-tai-chinh/2009-04-03/12-2009-ttlt-byt-btc");
  EXPECT_EQ(one("Công văn số 2500/BTP-PBGDPL ngày 08/7/2019 của Bộ Tư pháp").target,
            "admin:cong-van:bo-tu-phap:2019-07-08:2500-btp-pbgdpl");

  const std::string plan = "Kế hoạch số 232/KH-UBND ngày 29/9/2022 của UBND thành phố";
  EXPECT_EQ(one(plan).target, "admin:ke-hoach:ubnd@?:2022-09-29:232");
  EXPECT_EQ(one(plan).iri, "");
  Header header;
  header.place = Value{};
  header.place->text = "Cần Thơ";
  EXPECT_EQ(one(plan, header).target, "admin:ke-hoach:ubnd@can-tho:2022-09-29:232");
  EXPECT_EQ(one(plan, header).iri, "/akn/vn/doc/ke-hoach/ubnd-can-tho/2022-09-29/232-kh-ubnd");
  EXPECT_EQ(one("Chỉ thị số 15-CT/TU ngày 21/11/2022 của Thành ủy", header).iri,
            "/akn/vn/doc/chi-thi/thanh-uy-can-tho/2022-11-21/15-ct-tu");
}

TEST(CitationsTest, DistrictsAreNoProvinces) {
  const auto target = [](const std::string& text) {
    return outcome_of(text).citations.at(0).target;
  };
  EXPECT_EQ(target("Kế hoạch số 5/KH-UBND ngày 1/2/2020 của UBND tỉnh Bình Dương"),
            "admin:ke-hoach:ubnd@binh-duong:2020-02-01:5");
  EXPECT_EQ(target("Kế hoạch số 5/KH-UBND ngày 1/2/2020 của UBND huyện Bình Dương, tỉnh Lai Châu"),
            "admin:ke-hoach:ubnd@binh-duong.lai-chau:2020-02-01:5");
  EXPECT_EQ(target("Kế hoạch số 5/KH-UBND ngày 1/2/2020 của UBND quận 3"),
            "admin:ke-hoach:ubnd@3.?:2020-02-01:5");
  EXPECT_EQ(target("Kế hoạch số 5/KH-UBND ngày 1/2/2020 của UBND thành phố Lai Châu"),
            "admin:ke-hoach:ubnd@lai-chau.?:2020-02-01:5");
}

TEST(CitationsTest, ABodyOfTheProvinceIsOfTheOneNamedElsewhere) {
  const Outcome outcome = outcome_of(
      "Quyết định số 5/QĐ-UBND ngày 1/2/2020 của UBND tỉnh Lai Châu;\n"
      "Quyết định số 6/QĐ-UBND ngày 1/2/2020 của UBND tỉnh;");
  EXPECT_EQ(outcome.citations.at(1).target, "admin:quyet-dinh:ubnd@lai-chau:2020-02-01:6");
}

TEST(CitationsTest, WhatIsSentAlongIsAttached) {
  EXPECT_EQ(outcome_of("theo dõi tại Chỉ thị số 77-CT/TU (gửi kèm theo)").citations.at(0).role,
            "attached");
}

}  // namespace
}  // namespace trichyeu
