#include "tools/register/status_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tools/register/delimited_text.h"
#include "tools/register/subject.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::vector<std::string>> cells_of(std::string_view bytes) {
  std::vector<std::vector<std::string>> rows;
  DelimitedText text(bytes);
  while (const auto row = text.next()) rows.push_back(row->cells);
  return rows;
}

TEST(DelimitedText, ReadsQuotedCellsOfCsv) {
  EXPECT_THAT(cells_of("\xEF\xBB\xBF"
                       "a,b\r\n\"x, \"\"y\"\"\nz\",2\r\n"),
              ElementsAre(ElementsAre("a", "b"), ElementsAre("x, \"y\"\nz", "2")));
  EXPECT_THAT(cells_of("a;b;c,d\n1;;3"),
              ElementsAre(ElementsAre("a", "b", "c,d"), ElementsAre("1", "", "3")));
}

TEST(DelimitedText, LeavesQuotationMarksOfTsvAlone) {
  EXPECT_THAT(cells_of("a\tb\n\"x\" y\t\n"),
              ElementsAre(ElementsAre("a", "b"), ElementsAre("\"x\" y", "")));
}

TEST(DelimitedText, CountsLines) {
  DelimitedText text("a,b\n\n\"1\n2\",3\n4,5");
  EXPECT_EQ(text.next()->line, 1);
  EXPECT_EQ(text.next()->line, 3);
  EXPECT_EQ(text.next()->line, 5);
  EXPECT_FALSE(text.next());
}

TEST(DelimitedText, EndsWhereAQuotationDoesNot) {
  EXPECT_THAT(cells_of("a,b\n\"x,1\n"), ElementsAre(ElementsAre("a", "b"), ElementsAre("x,1\n")));
}

TEST(StatusFile, KnowsColumnsByTheirHeads) {
  const auto file = StatusFile::parse(
      "Số hiệu\tGhi chú\tTình trạng\tNgày hết hiệu lực\tTên\n"
      "05/2020/NĐ-CP\t-\tHết hiệu lực toàn bộ\t01/7/2025\tQuy định về bến bãi\n"
      "\t-\tCòn hiệu lực\t\tKhông số\n"
      "9/2021/TT-BXD\t-\tHết hiệu lực một phần\t\tQuy định về nhà ở\n");
  ASSERT_TRUE(file.ok()) << file.error().message;
  EXPECT_EQ(file->size(), 2U);
  EXPECT_EQ(file->without_number(), 1U);
  const auto rows = file->rows_of("5/2020/nd-cp");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0]->line, 2);
  EXPECT_EQ(rows[0]->status, LegalStatus::expired);
  EXPECT_EQ(rows[0]->expires, "2025-07-01");
  EXPECT_EQ(rows[0]->title, "Quy định về bến bãi");
  EXPECT_EQ(file->rows_of("9/2021/tt-bxd")[0]->status, LegalStatus::partly_expired);
  EXPECT_TRUE(file->rows_of("1/2020/nd-cp").empty());
}

TEST(StatusFile, SaysWhichLineIsWrongAndWhatIsExpected) {
  const auto no_number = StatusFile::parse("ten\ttinh_trang\nA\tB\n");
  EXPECT_THAT(no_number.error().message,
              HasSubstr("line 1: no column holds the documents' numbers"));
  EXPECT_THAT(no_number.error().advice, HasSubstr("so_hieu"));
  const auto no_status = StatusFile::parse("so_hieu\tloai\n1/KH\tKH\n");
  EXPECT_THAT(no_status.error().advice, HasSubstr("tinh_trang"));
  const auto torn = StatusFile::parse("so_hieu,ten\n1/KH,A\n2/KH\n");
  EXPECT_THAT(torn.error().message, HasSubstr("line 3: 1 cells, where the heads are 2"));
  EXPECT_FALSE(StatusFile::parse("").ok());
}

TEST(Subject, StandsBehindTheMentionOrInIt) {
  const std::string mention = "Nghị định số 5/2021/NĐ-CP của Chính phủ";
  EXPECT_EQ(subject_of(mention, " về quản lý bến bãi; Thông tư số 1"), "về quản lý bến bãi");
  EXPECT_EQ(subject_of("Luật Bến bãi ven sông số 5/2021/QH15", ""), "Luật Bến bãi ven sông");
  EXPECT_EQ(subject_of(mention, " và Thông tư số 1"), "");
}

TEST(Subject, DiffersOnlyWhereFewWordsAreTheTitles) {
  EXPECT_FALSE(differs_from_title("về quản lý bến bãi, Ủy ban nhân dân tỉnh yêu cầu",
                                  "Quy định về quản lý bến bãi"));
  EXPECT_TRUE(differs_from_title("về phí thăm quan bảo tàng", "Quy định về quản lý bến bãi"));
  EXPECT_FALSE(differs_from_title("về", "Quy định về quản lý bến bãi"));
}

}  // namespace
}  // namespace trichyeu
