#include <gtest/gtest.h>

#include "normalizer/fold.h"
#include "normalizer/letters.h"
#include "tools/register/days.h"
#include "tools/register/text_keys.h"

namespace trichyeu {
namespace {

TEST(TextKeys, FoldLetterCaseMarksAndStrokes) {
  EXPECT_EQ(search_key("Đẩy NHANH tiến độ"), "day nhanh tien do");
  EXPECT_EQ(search_key("Ώ 漢 Ÿ"), fold_marks(lowercase("Ώ 漢 Ÿ")));
  EXPECT_EQ(letters_and_digits("Tiến độ: 10%, đạt."), "tiendo10dat");
}

TEST(TextKeys, AreEqualForEqualWork) {
  EXPECT_EQ(content_key(search_key("Rà soát, bổ sung quy hoạch bến thủy.")),
            content_key(search_key("- rà soát bổ sung quy hoạch  bến thuỷ")));
  EXPECT_NE(content_key(search_key("Rà soát, bổ sung quy hoạch bến thủy.")),
            content_key(search_key("Rà soát, bổ sung quy hoạch bến bãi.")));
  EXPECT_FALSE(content_key(search_key("Thực hiện hằng năm.")));
}

TEST(Days, AreThoseOfTheCalendar) {
  EXPECT_TRUE(is_day("2024-02-29"));
  EXPECT_FALSE(is_day("2023-02-29"));
  EXPECT_FALSE(is_day("2023-02"));
  EXPECT_EQ(day_after("2024-02-29"), "2024-03-01");
  EXPECT_EQ(day_after("2023-12-31"), "2024-01-01");
  EXPECT_EQ(day_after("2023"), "");
}

TEST(Days, ReadAsVietnamesePrintsThem) {
  EXPECT_EQ(day_in("29/9/2022"), "2022-09-29");
  EXPECT_EQ(day_in("29-09-2022"), "2022-09-29");
  EXPECT_EQ(day_in("2022-09-29"), "2022-09-29");
  for (const char* none : {"", "31/02/2022", "9/2022", "hôm nay", "1/1/22"})
    EXPECT_EQ(day_in(none), "") << none;
}

}  // namespace
}  // namespace trichyeu
