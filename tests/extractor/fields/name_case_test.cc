#include "extractor/fields/name_case.h"

#include <gtest/gtest.h>

#include "tests/support/built_in_grammars.h"

namespace trichyeu {
namespace {

std::string running(std::string_view capitals, std::string_view text = {}) {
  return NameCase(testing::built_in_grammars(), text).running_case(capitals);
}

TEST(NameCase, NamesOfTheListsReadAsRunningText) {
  EXPECT_EQ(running("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"), "Sở Văn hóa, Thể thao và Du lịch");
  EXPECT_EQ(running("PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ"), "Phòng Kinh tế, Hạ tầng và Đô thị");
  EXPECT_EQ(running("TÒA ÁN NHÂN DÂN TỈNH AN PHONG"), "Tòa án nhân dân tỉnh An Phong");
  EXPECT_EQ(running("NGÂN HÀNG CHÍNH SÁCH XÃ HỘI"), "Ngân hàng Chính sách xã hội");
  EXPECT_EQ(running("BỘ KINH TẾ BIỂN"), "Bộ Kinh tế biển");
  EXPECT_EQ(running("Sở Y tế"), "Sở Y tế");
}

TEST(NameCase, APlaceBehindItsHeadIsANameThroughout) {
  EXPECT_EQ(running("UBND HUYỆN BÌNH AN"), "UBND huyện Bình An");
  EXPECT_EQ(running("HUYỆN ỦY EA LÁ"), "Huyện ủy Ea Lá");
  EXPECT_EQ(running("TỈNH ĐOÀN TÂN GIANG"), "Tỉnh đoàn Tân Giang");
}

TEST(NameCase, AbbreviationsAndNumeralsStay) {
  EXPECT_EQ(running("ĐOÀN TNCS HỒ CHÍ MINH"), "Đoàn TNCS Hồ Chí Minh");
  EXPECT_EQ(running("CHI CỤC HẢI QUAN KHU VỰC XVIII"), "Chi cục Hải quan khu vực XVIII");
  EXPECT_EQ(running("CHI CỤC HẢI QUAN KHU VỰC VI"), "Chi cục Hải quan khu vực VI");
}

TEST(NameCase, AnOfficeKeepsItsSecondWordSmall) {
  EXPECT_EQ(running("PHÓ CHỈ HUY TRƯỞNG KIÊM THAM MƯU TRƯỞNG"),
            "Phó Chỉ huy trưởng kiêm Tham mưu trưởng");
}

TEST(NameCase, TheDocumentsOwnSpellingComesFirst) {
  EXPECT_EQ(running("TRUNG TÂM Y TẾ AN PHONG"), "Trung tâm Y tế an phong");
  EXPECT_EQ(running("TRUNG TÂM Y TẾ AN PHONG", "Y TẾ AN PHONG\nAn Phong, ngày 3 tháng 2\n"),
            "Trung tâm Y tế An Phong");
  EXPECT_EQ(running("TRUNG TÂM DỊCH VỤ VIỆC LÀM", "giao Trung tâm Dịch vụ việc làm rà soát"),
            "Trung tâm Dịch vụ việc làm");
}

TEST(NameCase, ASentencesFirstLetterIsNoSpelling) {
  EXPECT_EQ(running("BAN CÔNG TÁC XÃ HỘI", "Làm tốt. Công tác xã hội được quan tâm."),
            "Ban Công tác xã hội");
  EXPECT_EQ(running("TỈNH ỦY LAM GIANG", "trình Tỉnh ủy; báo cáo Tỉnh ủy."), "Tỉnh ủy Lam Giang");
  EXPECT_EQ(running("UBND XÃ PHÚ LẠC", "Xã Phú Lạc có mười thôn."), "UBND xã Phú Lạc");
}

}  // namespace
}  // namespace trichyeu
