// Letterheads and signatures whose two columns stand side by side.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extractor/convert.h"
#include "tests/support/built_in_grammars.h"
#include "tests/support/normal_text.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;

Header header_of(std::string_view head, std::string_view foot = {}) {
  const std::string text = std::string(head) +
                           "KẾ HOẠCH\nPhòng dịch năm 2026\nI. NHIỆM VỤ\n1. Văn phòng rà soát./.\n" +
                           std::string(foot);
  return convert(testing::source_of(text), testing::built_in_grammars()).plans.front().header;
}

std::vector<std::string> recipients_of(const Header& header) {
  std::vector<std::string> out;
  for (const Recipient& recipient : header.recipients) out.push_back(recipient.value.text);
  return out;
}

TEST(HeaderColumns, TheIssuerStandsBetweenSuperiorAndNumber) {
  const Header header = header_of(
      "CÔNG AN TỈNH AN PHONG       CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
      "CÔNG AN XÃ                     Độc lập - Tự do - Hạnh phúc\n  BÌNH TÂN\n"
      "Số: 5/KH-CAX           Bình Tân, ngày 3 tháng 2 năm 2026\n");
  ASSERT_TRUE(header.issuer && header.number && header.place);
  EXPECT_EQ(header.issuer->value.text, "Công an xã Bình Tân");
  EXPECT_EQ(header.issuer->parent, "Công an tỉnh An Phong");
  EXPECT_NE(header.issuer->value.repair.find("Độc lập"), std::string::npos);
  EXPECT_EQ(header.number->value.text, "5/KH-CAX");
  EXPECT_EQ(header.place->text, "Bình Tân");
}

TEST(HeaderColumns, ARightCellIsNeverTheIssuer) {
  const Header header = header_of(
      "| TỈNH ĐOÀN AN PHONG<br>\\*\\*\\* | **ĐOÀN TNCS HỒ CHÍ MINH** |\n|---|---|\n"
      "| Số: 5-KH/TĐTN | *An Phong, ngày 3 tháng 2 năm 2026* |\n\n");
  ASSERT_TRUE(header.issuer);
  EXPECT_EQ(header.issuer->value.text, "Tỉnh đoàn An Phong");
}

TEST(HeaderColumns, ASignerRightOfTheRecipients) {
  const Header header = header_of("SỞ Y TẾ\n",
                                  "Nơi nhận:                  KT. GIÁM ĐỐC\n"
                                  "- UBND tỉnh;              PHÓ GIÁM ĐỐC\n"
                                  "- Các phòng,\n  trạm y tế;\n"
                                  "- Lưu: VT.               Đại úy Lò Văn Pao\n");
  ASSERT_TRUE(header.signature.capacity && header.signature.position && header.signature.signer);
  EXPECT_EQ(header.signature.position->text, "Phó Giám đốc");
  EXPECT_EQ(header.signature.signer->text, "Lò Văn Pao");
  EXPECT_THAT(recipients_of(header), ElementsAre("UBND tỉnh", "Các phòng, trạm y tế", "Lưu: VT"));
}

TEST(HeaderColumns, OfTwoBodiesTheLeftSigns) {
  const Header header = header_of("SỞ Y TẾ\n",
                                  "ĐẠI DIỆN SỞ Y TẾ             ĐẠI DIỆN HỘI NÔNG DÂN TỈNH\n"
                                  "    GIÁM ĐỐC                     CHỦ TỊCH\n"
                                  "  Y Blơm Niê                   Trần Bá Kiên\n"
                                  "Nơi nhận:\n- Lưu: VT.\n");
  ASSERT_TRUE(header.signature.capacity && header.signature.position && header.signature.signer);
  EXPECT_EQ(header.signature.capacity->text, "Đại diện Sở Y tế");
  EXPECT_EQ(header.signature.position->text, "Giám đốc");
  EXPECT_EQ(header.signature.signer->text, "Y Blơm Niê");
  EXPECT_THAT(recipients_of(header), ElementsAre("Lưu: VT"));
}

TEST(HeaderColumns, ASecondOfficeGoesOnWithTheFirst) {
  const Header header = header_of("BỘ CHỈ HUY QUÂN SỰ TỈNH AN PHONG\n",
                                  "Nơi nhận:\n- Lưu: VT.\nKT. CHỈ HUY TRƯỞNG\nPHÓ CHỈ HUY TRƯỞNG\n"
                                  "KIÊM THAM MƯU TRƯỞNG\nThượng tá Lò Văn Pao\n");
  ASSERT_TRUE(header.signature.capacity && header.signature.position);
  EXPECT_EQ(header.signature.capacity->text, "KT. Chỉ huy trưởng");
  EXPECT_EQ(header.signature.position->text, "Phó Chỉ huy trưởng kiêm Tham mưu trưởng");
}

}  // namespace
}  // namespace trichyeu
