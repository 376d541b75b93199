#include "extractor/fields/units.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/built_in_grammars.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The units of a list as a clerk reads them, restored head nouns in front.
std::vector<std::string> split(std::string_view list) {
  const UnitReader units(testing::built_in_grammars());
  std::vector<std::string> out;
  for (const UnitPhrase& unit : units.split({0, list.size()}, list, Naming::running)) {
    const std::string head = unit.restored.empty() ? "" : unit.restored + " ";
    out.push_back(head + std::string(unit.bytes.of(list)));
  }
  return out;
}

TEST(Units, CutAtSemicolonsAndBeforeNamedUnits) {
  EXPECT_THAT(split("Văn phòng Sở; các phòng chuyên môn."),
              ElementsAre("Văn phòng Sở", "các phòng chuyên môn"));
  EXPECT_THAT(split("Thanh tra Sở và Công đoàn ngành, Văn phòng Sở"),
              ElementsAre("Thanh tra Sở", "Công đoàn ngành", "Văn phòng Sở"));
}

TEST(Units, CollectivesStayWhole) {
  for (const std::string_view whole :
       {"các tổ chức, cá nhân liên quan", "Các phòng, đơn vị thuộc và trực thuộc Sở",
        "các trường MN, TH, THCS", "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
        "UBND các huyện, thị xã, thành phố", "các ban, ngành, đơn vị quận, địa phương",
        "cán bộ, công chức, viên chức", "Các phòng chuyên môn, nghiệp vụ (CM) cơ quan Sở",
        "các sở, ban, ngành, đoàn thể tỉnh"}) {
    EXPECT_THAT(split(whole), ElementsAre(std::string(whole)));
  }
}

TEST(Units, NamesKeepTheirCommasAndConjunctions) {
  EXPECT_THAT(split("Sở Văn hóa, Thể thao và Du lịch, Sở Kế hoạch và Đầu tư và Sở Lao động - "
                    "Thương binh và Xã hội"),
              ElementsAre("Sở Văn hóa, Thể thao và Du lịch", "Sở Kế hoạch và Đầu tư",
                          "Sở Lao động - Thương binh và Xã hội"));
}

TEST(Units, ASharedHeadNounIsRestored) {
  EXPECT_THAT(split("Văn phòng, các phòng: Tổ chức cán bộ, Giáo dục Tiểu học, Giáo dục Thường "
                    "xuyên và Đại học."),
              ElementsAre("Văn phòng", "phòng Tổ chức cán bộ", "phòng Giáo dục Tiểu học",
                          "phòng Giáo dục Thường xuyên và Đại học"));
}

TEST(Units, BodiesOfOneLevelShareTheirHead) {
  EXPECT_THAT(
      split("Công an tỉnh, UBND các xã Nậm Lanh, Tà Sin và phường Tân Hòa"),
      ElementsAre("Công an tỉnh", "UBND xã Nậm Lanh", "UBND xã Tà Sin", "UBND phường Tân Hòa"));
  EXPECT_THAT(split("UBND các phường: Đông Lĩnh, Bắc Sa"),
              ElementsAre("UBND phường Đông Lĩnh", "UBND phường Bắc Sa"));
  EXPECT_THAT(split("UBND các xã, phường"), ElementsAre("UBND các xã, phường"));
}

TEST(Units, ACommaInsideAShortFormPartsNothing) {
  EXPECT_THAT(split("Phòng VH,TT&DL, Văn phòng"), ElementsAre("Phòng VH,TT&DL", "Văn phòng"));
}

TEST(Units, APersonIsNoneButTheOfficeBehindTheName) {
  EXPECT_THAT(split("ThS. Lê Thị Hoa, Trưởng phòng Đào tạo"), ElementsAre("Trưởng phòng Đào tạo"));
  EXPECT_THAT(split("đồng chí Lê Văn Bình"), IsEmpty());
}

TEST(Units, OneOfficeOverSeveralClassesStaysWhole) {
  EXPECT_THAT(split("Bộ trưởng, Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ"),
              ElementsAre("Bộ trưởng", "Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ"));
}

TEST(Units, NamesLearntFromLabelsAreReadWholeInRunningText) {
  UnitReader units(testing::built_in_grammars());
  units.learn("Ban Hỗ trợ sản xuất phát triển kinh tế");
  const std::string_view text = "Ban Hỗ trợ sản xuất phát triển kinh tế rà soát";
  const ByteSpan cut{0, std::string_view("Ban Hỗ trợ sản xuất").size()};
  EXPECT_EQ(units.as_learnt(cut, text).of(text), "Ban Hỗ trợ sản xuất phát triển kinh tế");
}

TEST(Units, AClassWithItsOwnModifierIsCut) {
  EXPECT_THAT(split("Các Phòng GDĐT quận, huyện, trường THPT, đơn vị trực thuộc"),
              ElementsAre("Các Phòng GDĐT quận, huyện", "trường THPT", "đơn vị trực thuộc"));
}

TEST(Units, SharesAndClausesAreNoPartOfAName) {
  EXPECT_THAT(split("Sở Tài chính (chủ trì), Sở Y tế"), ElementsAre("Sở Tài chính", "Sở Y tế"));
  EXPECT_THAT(split("viên chức được cử để tham gia đào tạo"), ElementsAre("viên chức"));
  EXPECT_THAT(split("Công an quận, Phòng Tư pháp, ..."),
              ElementsAre("Công an quận", "Phòng Tư pháp"));
}

TEST(Units, NamesAreNeverCutInsideALetter) {
  EXPECT_THAT(split("Phòng Bản đồ; UBND xã Gò Ó"), ElementsAre("Phòng Bản đồ", "UBND xã Gò Ó"));
  EXPECT_THAT(split("Tổ “Hòa giải” – "), ElementsAre("Tổ “Hòa giải”"));
}

TEST(Units, ConjunctionsInCapitalsPartToo) {
  EXPECT_THAT(split("SỞ TÀI CHÍNH VÀ SỞ Y TẾ"), ElementsAre("SỞ TÀI CHÍNH", "SỞ Y TẾ"));
}

TEST(Units, APersonIsNoUnitButTheOfficeIs) {
  EXPECT_THAT(split("đồng chí Lê Văn Bình, Phó Giám đốc Sở"), ElementsAre("Phó Giám đốc Sở"));
}

TEST(Units, NothingFromNothing) { EXPECT_THAT(split(" . "), IsEmpty()); }

TEST(Units, HeadsAreToldFromOtherWords) {
  const UnitReader units(testing::built_in_grammars());
  EXPECT_TRUE(units.begins_unit("Sở Y tế chủ trì"));
  EXPECT_TRUE(units.begins_unit("các đơn vị trực thuộc"));
  EXPECT_FALSE(units.begins_unit("Ban hành kế hoạch"));
  EXPECT_FALSE(units.begins_unit("Tổ chức hội nghị"));
  EXPECT_FALSE(units.begins_unit("Khoa học và công nghệ"));
  EXPECT_TRUE(units.is_units_only("Các phòng chuyên môn, nghiệp vụ thuộc Sở Giáo dục và Đào tạo"));
  EXPECT_FALSE(units.is_units_only("Sở Y tế xây dựng kế hoạch"));
}

TEST(Units, EqualUnitsHaveOneKey) {
  const UnitReader units(testing::built_in_grammars());
  EXPECT_EQ(units.key("Các phòng chuyên môn"), units.key("các phòng chuyên môn"));
  EXPECT_EQ(units.key("Ủy ban nhân dân tỉnh"), units.key("Uỷ ban nhân dân tỉnh"));
  EXPECT_NE(units.key("Sở Y tế"), units.key("Sở Nội vụ"));
}

}  // namespace
}  // namespace trichyeu
