// Lines that a reader gives cell by cell, and the table that the tree holds of them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "extractor/structure/structure.h"
#include "tests/support/normal_text.h"
#include "tests/support/structured.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

// Two pages; a row of three cells, the middle one empty, and a row of one cell over all columns.
SourceText source() {
  SourceText source = testing::source_of(
      "I. NHIỆM VỤ\n1\nSở A\nRà soát\ntoàn bộ quy chế\nII. Nhóm chung\n2\n1\nHoàn thành trong "
      "năm.\n");
  source.media_type = "application/pdf";
  const std::vector<CellPlace> places = {{},
                                         {0, 0, false},
                                         {0, 2, false},
                                         {0, 3, false},
                                         {0, 3, false},
                                         {0, 4, false},
                                         {},
                                         {0, 0, true},
                                         {}};
  for (std::size_t i = 0; i < places.size(); ++i) {
    source.lines[i].place = places[i];
    source.lines[i].page = i < 6 ? 1 : 2;
    const double top = 20 * static_cast<double>(i + 1);
    source.lines[i].box = {85, top, 300, top + 12};
  }
  for (int number = 1; number <= 2; ++number) {
    SourcePage page;
    page.number = number;
    page.width = 595;
    page.height = 842;
    source.pages.push_back(page);
  }
  source.tables.push_back(
      {{{1, 0, 0, 1, 1}, {1, 0, 1, 1, 1}, {1, 0, 2, 1, 1}, {1, 1, 0, 1, 2}, {1, 2, 0, 1, 3}}});
  return source;
}

class RuledTables : public ::testing::Test {
 protected:
  RuledTables() {
    const SourceText read = source();
    tree_ = testing::tree_of(read);
    for (const Zone& zone : tree_.zones) {
      walk(zone.nodes, [&](const Node& node) {
        if (const auto* table = std::get_if<Table>(&node)) tables_.push_back(*table);
        if (const auto* mark = std::get_if<Mark>(&node))
          marks_.emplace_back(mark->kind, mark->text);
      });
    }
  }

  std::vector<std::string> texts_of(const Row& row) const {
    std::vector<std::string> texts;
    for (const Cell& cell : row.cells)
      texts.emplace_back(tree_.blocks[cell.block].bytes.of(tree_.text));
    return texts;
  }

  DocumentTree tree_;
  std::vector<Table> tables_;
  std::vector<std::pair<MarkKind, std::string>> marks_;
};

TEST_F(RuledTables, EveryCellIsABlockAndEmptyOnesTakeTheirPlace) {
  ASSERT_THAT(tables_, SizeIs(1));
  ASSERT_THAT(tables_[0].rows, SizeIs(3));
  EXPECT_THAT(texts_of(tables_[0].rows[0]), ElementsAre("1", "", "Sở A"));
  EXPECT_THAT(texts_of(tables_[0].rows[1]), ElementsAre("Rà soát toàn bộ quy chế"));
  EXPECT_THAT(texts_of(tables_[0].rows[2]), ElementsAre("II. Nhóm chung"));
  EXPECT_EQ(tables_[0].rows[2].cells[0].column_span, 3);
}

TEST_F(RuledTables, TextHoldsCellsInOrderAndNoRepeatedHead) {
  EXPECT_EQ(
      tree_.text,
      "I. NHIỆM VỤ\n1\n\nSở A\nRà soát toàn bộ quy chế\nII. Nhóm chung\nHoàn thành trong năm.\n");
}

TEST_F(RuledTables, RepeatedHeadIsARunningHead) {
  EXPECT_THAT(marks_, ElementsAre(std::pair(MarkKind::page_number, "2"),
                                  std::pair(MarkKind::running_head, "1")));
}

}  // namespace
}  // namespace trichyeu
