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
  // A field's text; "-" where the row has none.
  std::string text_of(const std::optional<std::size_t>& block) const {
    return block ? std::string(tree_.blocks[*block].bytes.of(tree_.text)) : "-";
  }

  // "work; lead; coordinating; time" of every task.
  std::vector<std::string> tasks(const std::vector<std::vector<CellText>>& rows) {
    tree_ = {};
    Table table;
    for (const std::vector<CellText>& cells : rows) {
      Row& row = table.rows.emplace_back();
      for (const CellText& cell : cells)
        row.cells.push_back({add(cell.text), cell.column_span, cell.row_span});
    }
    rows_ = task_rows_of(table, tree_, testing::built_in_grammars());
    std::vector<std::string> all;
    for (const TaskRow& row : rows_) {
      all.push_back(text_of(row.work.front()) + "; " + text_of(row.lead) + "; " +
                    text_of(row.coordinating) + "; " + text_of(row.time));
    }
    return all;
  }

  std::vector<TaskRow> rows_;

 private:
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
};

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
                          "Biên soạn tài liệu; Sở Tư pháp; -; Quý II"));
  EXPECT_THAT(rows_[0].inherited, IsEmpty());
  EXPECT_THAT(rows_[1].inherited, ElementsAre(Role::lead));
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

}  // namespace
}  // namespace trichyeu
