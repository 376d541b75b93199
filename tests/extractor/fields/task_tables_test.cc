#include "extractor/fields/task_tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/built_in_grammars.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct CellText {
  std::string_view text;
  int column_span = 1;
  int row_span = 1;
};

class TaskTables : public ::testing::Test {
 protected:
  using Rows = std::vector<std::vector<CellText>>;

  // "work; lead; coordinating; time" of every task.
  std::vector<std::string> tasks(const Rows& rows) {
    tree_ = {};
    read_ = task_table_of(table_of(rows), nullptr, tree_, units_, testing::built_in_grammars());
    return described(read_);
  }

  // The same of a second table behind the one that was read last.
  std::vector<std::string> next_tasks(const Rows& rows) {
    const Table table = table_of(rows);
    return described(task_table_of(table, &read_, tree_, units_, testing::built_in_grammars()));
  }

  std::vector<std::string> described(const TaskTable& table) const {
    std::vector<std::string> all;
    for (const TaskRow& row : table.rows) {
      std::string work;
      for (const std::size_t block : row.work) work += (work.empty() ? "" : " + ") + text(block);
      all.push_back(work + "; " + field(row, Role::lead) + "; " + field(row, Role::coordinate) +
                    "; " + field(row, Role::time));
    }
    return all;
  }

  // Texts of a role's cells, "*" before one that is inherited; "-" where the row has none.
  std::string field(const TaskRow& row, Role role) const {
    std::string all;
    for (const FieldCell& cell : row.fields) {
      if (cell.role != role) continue;
      if (!all.empty()) all += " + ";
      if (!cell.inherited.empty()) all += "*";
      all += text(cell.first);
      if (cell.last != cell.first) all += ".." + text(cell.last);
      if (cell.year != 0) all += "@" + std::to_string(cell.year);
    }
    return all.empty() ? "-" : all;
  }

  TaskTable read_;

 private:
  Table table_of(const Rows& rows) {
    Table table;
    for (const std::vector<CellText>& cells : rows) {
      Row& row = table.rows.emplace_back();
      for (const CellText& cell : cells)
        row.cells.push_back({add(cell.text), cell.column_span, cell.row_span});
    }
    return table;
  }

  std::string text(std::size_t block) const {
    return std::string(tree_.blocks[block].bytes.of(tree_.text));
  }

  std::size_t add(std::string_view text) {
    Block block;
    block.kind = BlockKind::cell;
    block.bytes.from_byte = tree_.text.size();
    tree_.text += text;
    block.bytes.to_byte = tree_.text.size();
    block.content = block.bytes;
    tree_.text += '\n';
    tree_.blocks.push_back(block);
    return tree_.blocks.size() - 1;
  }

  DocumentTree tree_;
  UnitReader units_{testing::built_in_grammars()};
};

TEST_F(TaskTables, AFirstColumnOfNumbersNeedsNoHeading) {
  EXPECT_THAT(tasks({{{""}, {"Nhiệm vụ"}, {"Chủ trì"}},
                     {{"A"}, {"XÂY DỰNG"}, {""}},
                     {{"1"}, {"Rà soát"}, {"Sở A"}},
                     {{"2"}, {"Lập"}, {"Sở B"}},
                     {{"3"}, {"Nộp"}, {"Sở A"}}}),
              ElementsAre("Rà soát; Sở A; -; -", "Lập; Sở B; -; -", "Nộp; Sở A; -; -"));
}

TEST_F(TaskTables, ColumnsAreKnownByTheirHeadings) {
  EXPECT_THAT(tasks({{{"STT"}, {"Nội dung nhiệm vụ"}, {"Cơ quan chủ trì"}, {"Thời gian"}},
                     {{"1"}, {"Rà soát quy chế"}, {"Sở Tư pháp"}, {"Quý I"}}}),
              ElementsAre("Rà soát quy chế; Sở Tư pháp; -; Quý I"));
}

TEST_F(TaskTables, GroupRowOfOneCellIsNoTaskAndShiftsNoColumn) {
  EXPECT_THAT(tasks({{{"STT"}, {"Nội dung nhiệm vụ"}, {"Cơ quan chủ trì"}, {"Thời gian"}},
                     {{"I"}, {"Nhóm nhiệm vụ chung", 3}},
                     {{"II. Nhóm nhiệm vụ riêng", 4}},
                     {{"1"}, {"Rà soát quy chế"}, {"Sở Tư pháp"}, {"Quý I"}}}),
              ElementsAre("Rà soát quy chế; Sở Tư pháp; -; Quý I"));
}

TEST_F(TaskTables, CellOverSeveralRowsHoldsForEach) {
  EXPECT_THAT(tasks({{{"STT"}, {"Nội dung nhiệm vụ"}, {"Cơ quan chủ trì"}, {"Thời gian"}},
                     {{"1"}, {"Rà soát quy chế"}, {"Sở Tư pháp", 1, 2}, {"Quý I"}},
                     {{"2"}, {"Biên soạn tài liệu"}, {"Quý II"}}}),
              ElementsAre("Rà soát quy chế; Sở Tư pháp; -; Quý I",
                          "Biên soạn tài liệu; *Sở Tư pháp; -; Quý II"));
}

TEST_F(TaskTables, LowerRowOfATwoRowHeadNamesTheColumns) {
  EXPECT_THAT(
      tasks({{{"STT", 1, 2}, {"Nội dung nhiệm vụ", 1, 2}, {"Cơ quan", 2, 1}, {"Thời gian", 1, 2}},
             {{"Chủ trì"}, {"Phối hợp"}},
             {{"1"}, {"Rà soát quy chế"}, {"Sở Tư pháp"}, {"Sở Nội vụ"}, {"Quý I"}}}),
      ElementsAre("Rà soát quy chế; Sở Tư pháp; Sở Nội vụ; Quý I"));
}

TEST_F(TaskTables, TableWithoutColumnsOfAssignmentHasNoTasks) {
  EXPECT_THAT(
      tasks({{{"TT"}, {"Tên cơ sở"}, {"Địa chỉ"}}, {{"1"}, {"Phòng khám A"}, {"Số 4, phố B"}}}),
      IsEmpty());
}

TEST_F(TaskTables, MarkdownHeadOfTwoRowsHasEmptyCellsForWhatIsMerged) {
  EXPECT_THAT(tasks({{{"TT"}, {"Nhiệm vụ"}, {"Phân công"}, {""}, {"Thời gian"}, {""}},
                     {{""}, {""}, {"Chủ trì"}, {"Phối hợp"}, {"Bắt đầu"}, {"Kết thúc"}},
                     {{"1"}, {"Rà soát"}, {"Sở Y tế"}, {"Sở Nội vụ"}, {"01/2024"}, {"6/2024"}}}),
              ElementsAre("Rà soát; Sở Y tế; Sở Nội vụ; 01/2024..6/2024"));
}

TEST_F(TaskTables, RowOfColumnNumbersBelongsToTheHead) {
  EXPECT_THAT(tasks({{{"TT"}, {"Công việc"}, {"Đơn vị chủ trì tham mưu"}, {"Thời gian trình"}},
                     {{"(1)"}, {"(2)"}, {"(3)"}, {"(4)"}},
                     {{"1"}, {"Soạn dự thảo"}, {"Phòng Nghiệp vụ"}, {"Tháng 5"}}}),
              ElementsAre("Soạn dự thảo; Phòng Nghiệp vụ; -; Tháng 5"));
}

TEST_F(TaskTables, TitleRowAboveTheHead) {
  EXPECT_THAT(tasks({{{"Danh mục công việc năm 2024", 3}},
                     {{"TT"}, {"Công việc"}, {"Chủ trì"}},
                     {{"1"}, {"Soạn dự thảo"}, {"Văn phòng"}}}),
              ElementsAre("Soạn dự thảo; Văn phòng; -; -"));
}

TEST_F(TaskTables, TickedYearsAreTheHeadingsOverThem) {
  EXPECT_THAT(
      tasks({{{"TT", 1, 2}, {"Nhiệm vụ", 1, 2}, {"Đơn vị chủ trì", 1, 2}, {"Lộ trình", 4, 1}},
             {{"2022"}, {"2023"}, {"2024"}, {"2025"}},
             {{"1"}, {"Rà soát"}, {"Sở Y tế"}, {"x"}, {"x"}, {""}, {""}},
             {{"2"}, {"Tập huấn"}, {"Sở Y tế"}, {"x"}, {""}, {"X"}, {"✓"}},
             {{"3"}, {"Sơ kết"}, {"Sở Y tế"}, {""}, {""}, {"Quý II"}, {""}}}),
      ElementsAre("Rà soát; Sở Y tế; -; *2022..2023@2022",
                  "Tập huấn; Sở Y tế; -; *2022@2022 + *2024..2025@2024",
                  "Sơ kết; Sở Y tế; -; Quý II@2024"));
}

TEST_F(TaskTables, YearsOverFiguresSayNothingOfWhen) {
  EXPECT_THAT(tasks({{{"TT"}, {"Nhiệm vụ"}, {"Đơn vị chủ trì"}, {"2024"}, {"2025"}},
                     {{"1"}, {"Mua sắm"}, {"Sở Y tế"}, {"1.500"}, {"2.000"}}}),
              ElementsAre("Mua sắm + 1.500 + 2.000; Sở Y tế; -; -"));
}

TEST_F(TaskTables, DittoMarksRepeatTheRowAbove) {
  EXPECT_THAT(
      tasks({{{"TT"}, {"Nhiệm vụ"}, {"Chủ trì"}, {"Phối hợp"}, {"Thời hạn"}},
             {{"1"}, {"Rà soát"}, {"Sở Y tế"}, {"Sở Nội vụ"}, {"Quý I"}},
             {{"2"}, {"Tổng hợp"}, {"- Nt -"}, {"″"}, {"Như trên."}},
             {{"3"}, {"Báo cáo"}, {"nt"}, {"-"}, {"Quý II"}}}),
      ElementsAre("Rà soát; Sở Y tế; Sở Nội vụ; Quý I", "Tổng hợp; *Sở Y tế; *Sở Nội vụ; *Quý I",
                  "Báo cáo; *Sở Y tế; -; Quý II"));
}

TEST_F(TaskTables, GroupRowsOfEveryForm) {
  EXPECT_THAT(tasks({{{"TT"}, {"Nhiệm vụ"}, {"Chủ trì"}, {"Thời hạn"}},
                     {{"A"}, {"HOÀN THIỆN THỂ CHẾ"}, {""}, {""}},
                     {{"I"}, {"Quy chế"}, {"Quy chế"}, {"Quy chế"}},
                     {{"1"}, {"Rà soát"}, {"Sở Y tế"}, {"Quý I"}},
                     {{"II", 1}, {"Cơ sở dữ liệu"}},
                     {{"2"}, {"Số hóa"}, {"Sở Nội vụ"}}}),
              ElementsAre("Rà soát; Sở Y tế; -; Quý I", "Số hóa; Sở Nội vụ; -; -"));
}

TEST_F(TaskTables, RowInLineWithTasksIsOneThoughItsOtherCellsAreEmpty) {
  EXPECT_THAT(tasks({{{"TT"}, {"Nhiệm vụ"}, {"Chủ trì"}},
                     {{"1"}, {"Rà soát"}, {"Sở Y tế"}},
                     {{"2"}, {"Tổng hợp"}, {""}},
                     {{"3"}, {"Báo cáo"}, {"Sở Y tế"}}}),
              ElementsAre("Rà soát; Sở Y tế; -; -", "Tổng hợp; -; -; -", "Báo cáo; Sở Y tế; -; -"));
}

TEST_F(TaskTables, GroupOfAUnitLeadsWhereNoColumnDoes) {
  EXPECT_THAT(tasks({{{"TT"}, {"Nội dung công việc"}, {"Thời gian"}},
                     {{"I"}, {"Sở Y tế"}, {""}},
                     {{"1"}, {"Rà soát"}, {"Quý I"}},
                     {{"II"}, {"Sở Nội vụ"}, {""}},
                     {{"1"}, {"Tổng hợp"}, {"Quý II"}}}),
              ElementsAre("Rà soát; *Sở Y tế; -; Quý I", "Tổng hợp; *Sở Nội vụ; -; Quý II"));
}

TEST_F(TaskTables, RepeatedHeadIsNoTask) {
  EXPECT_THAT(tasks({{{"TT"}, {"Nhiệm vụ"}, {"Chủ trì"}},
                     {{"1"}, {"Rà soát"}, {"Sở Y tế"}},
                     {{"TT"}, {"NHIỆM VỤ"}, {"Chủ trì"}},
                     {{"2"}, {"Tổng hợp"}, {"Sở Y tế"}}}),
              ElementsAre("Rà soát; Sở Y tế; -; -", "Tổng hợp; Sở Y tế; -; -"));
}

TEST_F(TaskTables, WorkOverSeveralRowsIsOneTask) {
  EXPECT_THAT(tasks({{{"TT"}, {"Nhiệm vụ"}, {"Chủ trì"}, {"Thời hạn"}},
                     {{"1", 1, 2}, {"Rà soát", 1, 2}, {"Sở Y tế"}, {"Quý I"}},
                     {{"Sở Nội vụ"}, {"Quý II"}},
                     {{"2"}, {"Tổng hợp"}, {"Sở Y tế"}, {"Quý I"}}}),
              ElementsAre("Rà soát; Sở Y tế + Sở Nội vụ; -; Quý I + Quý II",
                          "Tổng hợp; Sở Y tế; -; Quý I"));
}

TEST_F(TaskTables, RowThatAConverterPartedGoesOn) {
  EXPECT_THAT(
      tasks({{{"TT"}, {"Nhiệm vụ"}, {"Chủ trì"}, {"Phối hợp"}},
             {{"1"}, {"Rà soát quy chế"}, {"Sở Y tế"}, {"Sở Nội vụ"}},
             {{""}, {"làm việc của cơ quan"}, {""}, {"Sở Tư pháp"}},
             {{"2"}, {"Tổng hợp"}, {"Sở Y tế"}, {""}}}),
      ElementsAre("Rà soát quy chế + làm việc của cơ quan; Sở Y tế; Sở Nội vụ + Sở Tư pháp; -",
                  "Tổng hợp; Sở Y tế; -; -"));
}

TEST_F(TaskTables, TableWithoutAHeadGoesOnFromTheOneBefore) {
  tasks({{{"TT"}, {"Nhiệm vụ"}, {"Chủ trì"}, {"Thời hạn"}},
         {{"1"}, {"Rà soát"}, {"Sở Y tế"}, {"Quý I"}}});
  EXPECT_THAT(next_tasks({{{"2"}, {"Tổng hợp"}, {"nt"}, {"Quý II"}}}),
              ElementsAre("Tổng hợp; *Sở Y tế; -; Quý II"));
  EXPECT_THAT(next_tasks({{{"2"}, {"Tổng hợp"}, {"nt"}}}), IsEmpty()) << "another width";
}

TEST_F(TaskTables, TargetsWithTheirMeasureAreNoTasks) {
  EXPECT_THAT(tasks({{{"TT"}, {"Chỉ tiêu"}, {"Đơn vị"}, {"Kết quả"}, {"Cơ quan chủ trì"}},
                     {{"1"}, {"Tỷ lệ hồ sơ trực tuyến"}, {"%"}, {"≥ 80"}, {"Sở Y tế"}}}),
              IsEmpty());
  EXPECT_THAT(tasks({{{"TT"}, {"Chỉ tiêu"}, {"Cơ quan chủ trì"}, {"Thời hạn"}},
                     {{"1"}, {"100% xã có bác sĩ"}, {"Sở Y tế"}, {"Năm 2025"}}}),
              ElementsAre("100% xã có bác sĩ; Sở Y tế; -; Năm 2025"));
}

TEST_F(TaskTables, UnitsUnderABareHeadingLeadAndMeasuresDoNot) {
  EXPECT_THAT(tasks({{{"TT"}, {"Nội dung"}, {"Đơn vị"}, {"Thời gian"}},
                     {{"1"}, {"Rà soát"}, {"Phòng Nghiệp vụ"}, {"Quý I"}}}),
              ElementsAre("Rà soát; Phòng Nghiệp vụ; -; Quý I"));
  EXPECT_THAT(tasks({{{"TT"}, {"Nội dung"}, {"Đơn vị"}, {"Thời gian"}},
                     {{"1"}, {"Tập huấn"}, {"lớp"}, {"Quý I"}}}),
              ElementsAre("Tập huấn + lớp; -; -; Quý I"));
}

TEST_F(TaskTables, WithoutWorkABareUnitIsWhatTheWorkIsAbout) {
  EXPECT_THAT(tasks({{{"STT"}, {"Tên đơn vị"}, {"Địa chỉ"}, {"Thời gian kiểm tra"}},
                     {{"1"}, {"Công ty Cổ phần May An Phong"}, {"Lô B"}, {"Tháng 4/2026"}}}),
              ElementsAre("Công ty Cổ phần May An Phong + Lô B; -; -; Tháng 4/2026"));
}

TEST_F(TaskTables, PersonsAuthoritiesAndNotesAreNoPartOfTheTask) {
  EXPECT_THAT(
      tasks(
          {{{"TT"},
            {"Tên văn bản"},
            {"Cơ quan soạn thảo"},
            {"Lãnh đạo phụ trách"},
            {"Cấp trình"},
            {"Địa điểm"},
            {"Ghi chú"}},
           {{"1"}, {"Quy chế"}, {"Sở Y tế"}, {"Bà Hoa"}, {"UBND tỉnh"}, {"Hội trường"}, {"Mật"}}}),
      ElementsAre("Quy chế + Hội trường; Sở Y tế; -; -"));
}

struct HeadingRole {
  std::string_view heading;
  ColumnRole role;
};

class Headings : public ::testing::TestWithParam<HeadingRole> {};

TEST_P(Headings, NameTheirColumn) {
  EXPECT_EQ(column_role_of(GetParam().heading, testing::built_in_grammars()), GetParam().role)
      << GetParam().heading;
}

INSTANTIATE_TEST_SUITE_P(All, Headings,
                         ::testing::ValuesIn(std::vector<HeadingRole>{
                             {"Số TT", ColumnRole::number},
                             {"Nội dung hoạt động", ColumnRole::work},
                             {"Nhiệm vụ, giải pháp", ColumnRole::work},
                             {"NỘI DUNG CÔNG VIỆC", ColumnRole::work},
                             {"Đầu việc", ColumnRole::work},
                             {"Tên hoạt động", ColumnRole::work},
                             {"Mục tiêu/Chỉ tiêu", ColumnRole::target},
                             {"Cơ quan/đơn vị chủ trì", ColumnRole::lead},
                             {"Cơ quan, tổ chức, cá nhân chủ trì", ColumnRole::lead},
                             {"Chủ trì, tham mưu", ColumnRole::lead},
                             {"Đơn vị đầu mối", ColumnRole::lead},
                             {"Bộ, ngành chủ trì", ColumnRole::lead},
                             {"Phòng/đơn vị chủ trì", ColumnRole::lead},
                             {"Đơn vị chịu trách nhiệm chính", ColumnRole::lead},
                             {"Cơ quan, đơn vị thực hiện", ColumnRole::lead},
                             {"Phân công nhiệm vụ", ColumnRole::lead},
                             {"Cơ quan trình", ColumnRole::lead},
                             {"Chủ trì/Phối hợp", ColumnRole::lead_coordinate},
                             {"Cơ quan chủ trì, phối hợp", ColumnRole::lead_coordinate},
                             {"Cơ quan, tổ chức phối hợp", ColumnRole::coordinate},
                             {"Đơn vị phối hợp thực hiện", ColumnRole::coordinate},
                             {"Đơn vị tham gia", ColumnRole::coordinate},
                             {"Lãnh đạo theo dõi", ColumnRole::person},
                             {"Cấp phê duyệt", ColumnRole::authority},
                             {"Đơn vị thẩm định", ColumnRole::authority},
                             {"Thời gian, tiến độ", ColumnRole::time},
                             {"Thời gian dự kiến", ColumnRole::time},
                             {"Hạn hoàn thành", ColumnRole::time},
                             {"Mốc thời gian", ColumnRole::time},
                             {"Thời gian (tháng/năm)", ColumnRole::time},
                             {"Hoàn thành", ColumnRole::time},
                             {"Năm 2024", ColumnRole::period},
                             {"Quý IV/2024", ColumnRole::period},
                             {"Kết quả, sản phẩm", ColumnRole::product},
                             {"Sản phẩm đầu ra", ColumnRole::product},
                             {"Kết quả cần đạt", ColumnRole::product},
                             {"Kinh phí (triệu đồng)", ColumnRole::other},
                             {"Cơ sở pháp lý", ColumnRole::other},
                             {"ĐVT", ColumnRole::measure},
                             {"Ghi chú", ColumnRole::note},
                             {"Thời hạn giải quyết", ColumnRole::unnamed},
                             {"Tên thủ tục hành chính", ColumnRole::unnamed},
                             {"Họ và tên", ColumnRole::unnamed},
                         }));

}  // namespace
}  // namespace trichyeu
