#include "extractor/structure/stamps.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/structured.h"

namespace trichyeu {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

// A page of lines, 12 points high, each at its own place.
class Page {
 public:
  Page& line(std::string_view text, double left, double top, double right) {
    SourceLine line;
    line.bytes.from_byte = source_.text.size();
    source_.text += text;
    line.bytes.to_byte = source_.text.size();
    source_.text += '\n';
    line.page = 1;
    line.box = {left, top, right, top + 12};
    source_.lines.push_back(line);
    return *this;
  }
  // The document's text, without what was set apart.
  [[nodiscard]] std::string text() const { return testing::tree_of(source_).text; }

 private:
  SourceText source_;
};

Page letterhead() {
  Page page;
  page.line("ỦY BAN NHÂN DÂN", 100, 60, 240)
      .line("XÃ BÌNH LÃNG", 110, 75, 230)
      .line("Số: 42/KH-UBND", 120, 95, 220);
  return page;
}

TEST(Stamps, ASignatureEndsWithItsTime) {
  Page page;
  page.line("SAO Y", 450, 20, 540)
      .line("Ủy ban nhân dân xã Bình Lâm", 420, 34, 560)
      .line("05/01/2026 10:12:35 +07:00", 430, 48, 560)
      .line("ỦY BAN NHÂN DÂN", 100, 60, 240);
  EXPECT_THAT(page.text(), AllOf(HasSubstr("ỦY BAN NHÂN DÂN"), Not(HasSubstr("Bình Lâm"))));
}

TEST(Stamps, ASignatureNamesWhoSignedAndWhereBetweenSignerAndTime) {
  Page page;
  page.line("Ký bởi: Ủy ban nhân dân xã", 400, 20, 560)
      .line("Cơ quan: Tỉnh Đại An", 400, 34, 520)
      .line("Thời gian ký: 24/12/2025 16:20:11 +07:00", 400, 48, 560)
      .line("ỦY BAN NHÂN DÂN", 100, 60, 240);
  EXPECT_THAT(page.text(), AllOf(HasSubstr("ỦY BAN NHÂN DÂN"), Not(HasSubstr("Đại An"))));
}

TEST(Stamps, TextOverATimeIsNoSignature) {
  Page page = letterhead();
  page.line("Cơ quan: Tỉnh Đại An", 60, 200, 300)
      .line("Thời gian ký: 24/12/2025 16:20:11 +07:00", 60, 215, 300);
  EXPECT_THAT(page.text(), HasSubstr("Đại An"));
}

TEST(Stamps, AnArrivalStampHoldsItsOfficeAndEntries) {
  Page page = letterhead();
  page.line("SỞ NỘI VỤ TỈNH ĐẠI AN", 60, 118, 200)
      .line("CÔNG VĂN ĐẾN", 85, 132, 175)
      .line("KẾ HOẠCH", 270, 132, 350)
      .line("Số: 1245", 60, 146, 110)
      .line("Nâng cao chất lượng phục vụ người dân", 210, 148, 480)
      .line("Ngày: 12/6/2025", 60, 160, 150)
      .line("Chuyển: ........", 60, 174, 150);
  EXPECT_THAT(page.text(),
              AllOf(HasSubstr("KẾ HOẠCH"), HasSubstr("Nâng cao"), HasSubstr("42/KH-UBND"),
                    Not(HasSubstr("SỞ NỘI VỤ")), Not(HasSubstr("1245")),
                    Not(HasSubstr("12/6/2025")), Not(HasSubstr("Chuyển"))));
}

TEST(Stamps, EntriesElsewhereOnThePageStay) {
  Page page = letterhead();
  page.line("CÔNG VĂN ĐẾN", 85, 132, 175)
      .line("KẾ HOẠCH", 270, 132, 350)
      .line("Ngày: 12/6/2025", 400, 146, 500)
      .line("Số: 1245", 60, 500, 110);
  EXPECT_THAT(page.text(), AllOf(HasSubstr("12/6/2025"), HasSubstr("1245")));
}

TEST(Stamps, AWordOfABrokenTitleIsNoStamp) {
  Page title = letterhead();
  title.line("KẾ HOẠCH", 270, 140, 350)
      .line("BẢO VỆ TÀI LIỆU", 250, 155, 370)
      .line("MẬT", 290, 170, 330)
      .line("NĂM 2024", 270, 185, 350);
  EXPECT_THAT(title.text(), HasSubstr("MẬT"));
  Page aside = letterhead();
  aside.line("KẾ HOẠCH", 270, 140, 350)
      .line("BẢO VỆ TÀI LIỆU", 250, 155, 370)
      .line("MẬT", 140, 170, 180);
  EXPECT_THAT(aside.text(), Not(HasSubstr("MẬT")));
  Page over = letterhead();
  over.line("KHẨN", 140, 115, 190).line("KẾ HOẠCH", 270, 140, 350);
  EXPECT_THAT(over.text(), Not(HasSubstr("KHẨN")));
}

TEST(Stamps, WhatStandsOverAStampAboveTheNumberIsTheIssuer) {
  Page page;
  page.line("ỦY BAN NHÂN DÂN", 100, 60, 240)
      .line("XÃ BÌNH LÃNG", 110, 75, 230)
      .line("CÔNG VĂN ĐẾN", 120, 90, 220)
      .line("Số: 42/KH-UBND", 120, 130, 220);
  EXPECT_THAT(page.text(), HasSubstr("XÃ BÌNH LÃNG"));
}

}  // namespace
}  // namespace trichyeu
