#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extractor/grammar/grammar.h"

namespace trichyeu {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(WordList, GivesCellsByColumn) {
  const Result<WordList> list =
      WordList::parse("code\tname\nKH\tKế hoạch\nQĐ\tQuyết định|Q.định\n", "types.tsv");
  ASSERT_TRUE(list.ok());
  EXPECT_EQ(list->size(), 2U);
  EXPECT_EQ(list->cell(0, "name"), "Kế hoạch");
  EXPECT_TRUE(list->has_column("code"));
  EXPECT_FALSE(list->has_column("issuer"));
  EXPECT_THAT(list->entries("name"), ElementsAre("Kế hoạch", "Quyết định", "Q.định"));
}

TEST(WordList, FindsRowsByWholeCellAndByVariant) {
  const Result<WordList> list = WordList::parse("code\tname\nA\tx|y\nB\ty\nC\tz\n", "types.tsv");
  ASSERT_TRUE(list.ok());
  EXPECT_THAT(list->rows_with("name", "y"), ElementsAre(0U, 1U));
  EXPECT_THAT(list->rows_with("name", "x|y"), ElementsAre(0U));
  EXPECT_THAT(list->rows_with("name", "Y"), ElementsAre());
}

TEST(WordList, ShortRowsEndInEmptyCells) {
  const Result<WordList> list = WordList::parse("code\tname\nA\r\n\nB\tb\n", "types.tsv");
  ASSERT_TRUE(list.ok());
  EXPECT_EQ(list->size(), 2U);
  EXPECT_EQ(list->cell(0, "code"), "A");
  EXPECT_EQ(list->cell(0, "name"), "");
}

TEST(WordList, RefusesARowThatIsTooLong) {
  const Result<WordList> list = WordList::parse("code\nA\tb\n", "types.tsv");
  ASSERT_FALSE(list.ok());
  EXPECT_EQ(list.error().code, ErrorCode::grammar_invalid);
  EXPECT_THAT(list.error().message, HasSubstr("types.tsv: line 2"));
  EXPECT_FALSE(list.error().advice.empty());
}

TEST(WordList, RefusesAnEmptyFile) { EXPECT_FALSE(WordList::parse("\n", "types.tsv").ok()); }

}  // namespace
}  // namespace trichyeu
