#include "extractor/fields/assignments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/built_in_grammars.h"

namespace trichyeu {
namespace {

struct Sentence {
  std::string_view text;
  std::string_view lead, coordinating;  // parted by "|"
};

std::string listed(const std::vector<AssignedUnit>& units, std::string_view text) {
  std::string out;
  for (const AssignedUnit& assigned : units) {
    if (!out.empty()) out += '|';
    if (!assigned.unit.restored.empty()) out += assigned.unit.restored + " ";
    out += assigned.unit.bytes.of(text);
  }
  return out;
}

class Assignments : public ::testing::TestWithParam<Sentence> {};

TEST_P(Assignments, NameWhoLeadsAndWhoCoordinates) {
  const Sentence& sentence = GetParam();
  const Grammars& grammars = testing::built_in_grammars();
  const UnitReader units(grammars);
  const Assignment found =
      assignment_of({0, sentence.text.size()}, Clauses::all, sentence.text, units, grammars);
  EXPECT_EQ(listed(found.lead, sentence.text), sentence.lead) << sentence.text;
  EXPECT_EQ(listed(found.coordinating, sentence.text), sentence.coordinating) << sentence.text;
}

constexpr Sentence sentences[] = {
    {"Tập huấn cho doanh nghiệp (Phòng Quản lý thương mại chủ trì).", "Phòng Quản lý thương mại",
     ""},
    {"Tập huấn cho doanh nghiệp (Phòng Quản lý thương mại chủ trì, Văn phòng Sở phối hợp).",
     "Phòng Quản lý thương mại", "Văn phòng Sở"},
    {"Công khai quy hoạch (Sở Xây dựng; Sở Tài chính; quý II/2026).", "Sở Xây dựng|Sở Tài chính",
     ""},
    {"Giao Phòng Tổ chức cán bộ làm đầu mối tổng hợp, báo cáo.", "Phòng Tổ chức cán bộ", ""},
    {"Giao cho Thanh tra Sở, Văn phòng Sở theo dõi.", "Thanh tra Sở|Văn phòng Sở", ""},
    {"Nghiên cứu phương án giao Sở Y tế quản lý các trạm.", "", ""},
    {"Phân công đồng chí Phó Giám đốc phụ trách trực tiếp chỉ đạo.", "Phó Giám đốc", ""},
    {"Giao đồng chí Thiếu tá Lò Văn Inh, Phó Trưởng phòng theo dõi.", "Phó Trưởng phòng", ""},
    {"Phòng Tổ chức - Hành chính chủ trì, phối hợp với Phòng Kế hoạch - Tài chính và các phòng, "
     "đơn vị liên quan tham mưu.",
     "Phòng Tổ chức - Hành chính", "Phòng Kế hoạch - Tài chính|các phòng, đơn vị liên quan"},
    {"Quỹ Bảo vệ và phát triển rừng chủ trì tham mưu mức chi trả.", "Quỹ Bảo vệ và phát triển rừng",
     ""},
    {"Trung tâm Kiểm định chất lượng công trình kiểm tra hiện trường.",
     "Trung tâm Kiểm định chất lượng công trình", ""},
    {"Rà soát dữ liệu, do Trung tâm Khuyến công chủ trì, phối hợp với UBND các xã, phường thực "
     "hiện.",
     "Trung tâm Khuyến công", "UBND các xã, phường"},
    {"Căn cứ tình hình thực tế, các doanh nghiệp đăng ký tham gia.", "các doanh nghiệp", ""},
    {"Chậm nhất là ngày 20/12/2025, các đơn vị gửi báo cáo.", "các đơn vị", ""},
    {"Yêu cầu Chủ tịch UBND các xã, phường trực tiếp kiểm tra.", "Chủ tịch UBND các xã, phường",
     ""},
    {"Ủy quyền cho Giám đốc Sở Tài chính ký văn bản.", "Giám đốc Sở Tài chính", ""},
    {"Vệ sinh môi trường sau lũ: Sở Y tế, Sở Xây dựng phối hợp với Hội Nông dân tỉnh triển khai.",
     "Sở Y tế|Sở Xây dựng", "Hội Nông dân tỉnh"},
    {"Công an phường: thường trực tổ liên ngành.", "Công an phường", ""},
    {"Đề nghị UBND các xã, phường: đưa chỉ tiêu vào nghị quyết.", "UBND các xã, phường", ""},
    {"Đ/c Sằm Thị Nhung - Phó Hiệu trưởng: trực tiếp chỉ đạo.", "Phó Hiệu trưởng", ""},
    {"Đánh giá thiệt hại: UBND cấp xã thực hiện; Thống kê tỉnh phối hợp kiểm tra số liệu.",
     "UBND cấp xã", "Thống kê tỉnh"},
    {"Mua sắm xuồng do Công an tỉnh chủ trì, Sở Tài chính thẩm định.", "Công an tỉnh",
     "Sở Tài chính"},
    {"Theo dõi mưa lũ; phối hợp Cổng Thông tin điện tử tỉnh đăng tải.", "",
     "Cổng Thông tin điện tử tỉnh"},
    {"Phòng Tham mưu tổ chức mạng thông tin.", "Phòng Tham mưu", ""},
    {"Các tổ chức chính trị - xã hội vận động hội viên.", "Các tổ chức chính trị - xã hội", ""},
};
INSTANTIATE_TEST_SUITE_P(Sentences, Assignments, ::testing::ValuesIn(sentences));

// In the later lines of an item only words that give the work away name a doer.
TEST(AssignmentsInLaterLines, CountWhereTheyGiveTheWorkAway) {
  const Grammars& grammars = testing::built_in_grammars();
  const UnitReader units(grammars);
  const auto lead = [&](std::string_view text) {
    return listed(assignment_of({0, text.size()}, Clauses::given, text, units, grammars).lead,
                  text);
  };
  EXPECT_EQ(lead("Giao Văn phòng Sở tổng hợp."), "Văn phòng Sở");
  EXPECT_EQ(lead("Các đơn vị tổng hợp, báo cáo."), "");
}

// A label's value is names to its end, unless it is a sentence.
TEST(LabelledAssignments, KeepVerbsInsideNames) {
  const Grammars& grammars = testing::built_in_grammars();
  const UnitReader units(grammars);
  const auto value = [&](std::string_view text) {
    const Assignment found =
        labelled_assignment_of({0, text.size()}, true, "label", text, units, grammars);
    return listed(found.lead, text) + " / " + listed(found.coordinating, text);
  };
  EXPECT_EQ(value("Ban Quản lý dự án đầu tư xây dựng các công trình giao thông; Sở Y tế"),
            "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông|Sở Y tế / ");
  EXPECT_EQ(value("Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh"),
            "Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh / ");
  EXPECT_EQ(value("Các trường phối hợp với Công an phường biên soạn tài liệu"),
            "Các trường / Công an phường");
  EXPECT_EQ(value("Sở Nội vụ (đối với công chức); Sở Xây dựng (phần còn lại)"),
            "Sở Nội vụ|Sở Xây dựng / ");
  EXPECT_EQ(value("như mục 4.1"), " / ");
}

}  // namespace
}  // namespace trichyeu
