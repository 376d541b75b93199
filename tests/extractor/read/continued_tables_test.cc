// Two pages of one table each, put together by the writer that all readers use.
#include "extractor/read/continued_tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "extractor/read/source_writer.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using Rows = std::vector<std::vector<std::string>>;

PageWord word(const std::string& text, double left, double top) {
  PageWord word;
  word.text = text;
  word.box = {left, top, left + 20, top + 12};
  word.reach = word.box;
  word.font_size = 12;
  return word;
}

class Pages {
 public:
  explicit Pages(Reading reading = Reading::text) : reading_(reading) {}

  // A page number at the top (the page's own where it is 0), then a table; `width` of its columns.
  Pages& add(const Rows& rows, double width = 100, int printed = 0) {
    PageText page;
    ++number_;
    page.lines.push_back({word(std::to_string(printed > 0 ? printed : number_), 300, 30)});
    page.places.emplace_back();
    Grid grid;
    for (std::size_t c = 0; c <= rows[0].size(); ++c)
      grid.column_edges.push_back(50 + (c == 0 ? 0 : 30 + width * static_cast<double>(c)));
    for (std::size_t r = 0; r < rows.size(); ++r) {
      for (std::size_t c = 0; c < rows[r].size(); ++c) {
        if (!rows[r][c].empty()) {
          page.lines.push_back(
              {word(rows[r][c], grid.column_edges[c], 100 + 20 * static_cast<double>(r))});
          page.places.push_back({0, grid.cells.size(), false});
        }
        grid.cells.push_back({static_cast<int>(r), static_cast<int>(c), 1, 1, {}});
      }
    }
    grid.box = {grid.column_edges.front(), 100, grid.column_edges.back(), 800};
    page.grids.push_back(grid);
    SourcePage source;
    source.number = number_;
    source.height = 842;
    source.reading = reading_;
    writer_.add_page(source, page);
    return *this;
  }

  SourceText finish() { return std::move(writer_).finish(); }

 private:
  Reading reading_;
  int number_ = 0;
  SourceWriter writer_{"application/pdf"};
};

// "table/row/column text", "-" outside tables, "=" before what is repeated.
std::vector<std::string> lines_of(const SourceText& source) {
  std::vector<std::string> lines;
  for (const SourceLine& line : source.lines) {
    std::string text = "-";
    if (line.place.in_table()) {
      const SourceCell& cell = source.tables[line.place.table].cells[line.place.cell];
      text = std::to_string(line.place.table) + "/" + std::to_string(cell.row) + "/" +
             std::to_string(cell.column);
    }
    lines.push_back((line.place.repeated ? "=" : "") + text + " " +
                    std::string(line.bytes.of(source.text)));
  }
  return lines;
}

TEST(ContinuedTables, RowsOfTheNextPageFollowAndTheirHeadIsRepeated) {
  const SourceText source =
      Pages().add({{"TT", "Work"}, {"1", "Check"}}).add({{"TT", "Work"}, {"2", "Report"}}).finish();
  EXPECT_EQ(source.tables.size(), 1u);
  EXPECT_THAT(lines_of(source),
              ElementsAre("- 1", "0/0/0 TT", "0/0/1 Work", "0/1/0 1", "0/1/1 Check", "- 2",
                          "=0/0/0 TT", "=0/0/1 Work", "0/2/0 2", "0/2/1 Report"));
}

TEST(ContinuedTables, PartedRowGoesOnInItsCells) {
  const SourceText source =
      Pages().add({{"1", "Check", "Sở"}}).add({{"", "rules", "A"}, {"2", "Report", "B"}}).finish();
  EXPECT_THAT(lines_of(source),
              ElementsAre("- 1", "0/0/0 1", "0/0/1 Check", "0/0/1 rules", "0/0/2 Sở", "0/0/2 A",
                          "- 2", "0/1/0 2", "0/1/1 Report", "0/1/2 B"));
  EXPECT_EQ(source.text, "1\n1\nCheck\nrules\nSở\nA\n2\n2\nReport\nB\n");
  EXPECT_EQ(source.pages[0].bytes.of(source.text), "1\n1\nCheck\nrules\nSở\nA\n");
  EXPECT_EQ(source.pages[1].bytes.of(source.text), "2\n2\nReport\nB\n");
  ASSERT_EQ(source.words.size(), source.lines.size());
  for (std::size_t i = 0; i < source.words.size(); ++i)
    EXPECT_EQ(source.words[i].bytes, source.lines[i].bytes);
  EXPECT_EQ(source.lines[3].page, 2);
}

TEST(ContinuedTables, RowGoesOnOverSeveralPages) {
  const SourceText source = Pages()
                                .add({{"1", "Check"}})
                                .add({{"", "all"}})
                                .add({{"", "rules"}, {"2", "Report"}})
                                .finish();
  EXPECT_THAT(lines_of(source),
              ElementsAre("- 1", "0/0/0 1", "0/0/1 Check", "0/0/1 all", "0/0/1 rules", "- 2", "- 3",
                          "0/1/0 2", "0/1/1 Report"));
}

TEST(ContinuedTables, WordsInOneCellAreATableOnlyWhereTheyGoOnFromOne) {
  const SourceText source =
      Pages().add({{"", "rules"}}).add({{"1", "Check"}}).add({{"", "all"}}, 60).finish();
  EXPECT_EQ(source.tables.size(), 1u);
  EXPECT_THAT(lines_of(source),
              ElementsAre("- 1", "- rules", "- 2", "0/0/0 1", "0/0/1 Check", "- 3", "- all"));
}

TEST(ContinuedTables, TextBelowAnEmptyCellIsARowOfItsOwn) {
  const SourceText source = Pages().add({{"1", "Check", ""}}).add({{"", "rules", "A"}}).finish();
  EXPECT_THAT(lines_of(source),
              ElementsAre("- 1", "0/0/0 1", "0/0/1 Check", "- 2", "0/1/1 rules", "0/1/2 A"));
}

TEST(ContinuedTables, LostNumberOfARecognisedRowJoinsNoRows) {
  const SourceText source =
      Pages(Reading::ocr).add({{"1", "Check"}}).add({{"", "Report"}}).finish();
  EXPECT_THAT(lines_of(source),
              ElementsAre("- 1", "0/0/0 1", "0/0/1 Check", "- 2", "0/1/1 Report"));
}

TEST(ContinuedTables, OtherColumnsAreAnotherTable) {
  EXPECT_EQ(Pages().add({{"1", "Check"}}).add({{"2", "Report"}}, 60).finish().tables.size(), 2u);
  EXPECT_EQ(Pages().add({{"1", "Check"}}).add({{"2", "Report", "A"}}).finish().tables.size(), 2u);
}

// A table of enough words to tell that its page comes again.
Rows long_rows() {
  Rows rows;
  for (int row = 1; row <= 12; ++row)
    rows.push_back({std::to_string(row), "Check" + std::to_string(row)});
  return rows;
}

TEST(ContinuedTables, PageScannedTwiceIsPassedOver) {
  const SourceText source =
      Pages().add(long_rows()).add(long_rows(), 100, 1).add({{"13", "Report"}}).finish();
  EXPECT_EQ(source.pages[1].repeats, 1);
  EXPECT_EQ(source.tables.size(), 2u);
  const std::vector<std::string> lines = lines_of(source);
  EXPECT_EQ(lines[lines.size() - 2], "0/12/0 13");
  EXPECT_EQ(lines[lines.size() - 1], "0/12/1 Report");
}

}  // namespace
}  // namespace trichyeu
