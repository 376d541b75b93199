#include "tools/register/work_name.h"

#include <gtest/gtest.h>

namespace trichyeu {
namespace {

TEST(WorkName, OfANumberWithItsYearIsOneWithAndWithoutADate) {
  const WorkName dated =
      work_name("vbqppl:nghi-dinh:cp:2020-03-05:30", "30/2020/NĐ-CP", "", "an-phu");
  const WorkName undated = work_name("vbqppl:nghi-dinh:cp:2020:30", "30/2020/NĐ-CP", "", "");
  EXPECT_EQ(dated.key, "vbqppl:nghi-dinh:cp:2020:30");
  EXPECT_EQ(undated.key, dated.key);
  EXPECT_TRUE(undated.resolved);
  EXPECT_EQ(dated.year, 2020);
}

TEST(WorkName, OfALawThatIsNamedWithItsDateIsThatOfItsNumber) {
  const WorkName named = work_name("vbqppl:luat:qh:2012-06-20:14", "", "", "");
  EXPECT_EQ(named.key, work_name("vbqppl:luat:qh:2012:14", "14/2012/QH13", "", "").key);
}

TEST(WorkName, KeepsTheDayWhereNumbersBeginAnewEveryYear) {
  const WorkName plan =
      work_name("admin:ke-hoach:ubnd@an-giang:2022-09-29:232", "232/KH-UBND", "", "");
  EXPECT_EQ(plan.key, "admin:ke-hoach:ubnd@an-giang:2022-09-29:232");
  EXPECT_EQ(plan.series, "admin:ke-hoach:ubnd@an-giang:2022:232");
  EXPECT_TRUE(plan.resolved);
}

TEST(WorkName, OfAnUnknownProvinceIsOfThePlaceThatCites) {
  const WorkName here =
      work_name("admin:ke-hoach:ubnd@?:2022-09-29:232", "232/KH-UBND", "", "dai-an");
  const WorkName there =
      work_name("admin:ke-hoach:ubnd@?:2022-09-29:232", "232/KH-UBND", "", "an-phu");
  const WorkName named =
      work_name("admin:ke-hoach:ubnd@dai-an.?:2022-09-29:232", "232/KH-UBND", "", "an-phu");
  EXPECT_NE(here.key, there.key);
  EXPECT_EQ(named.key, here.key);
  EXPECT_TRUE(here.resolved);
  EXPECT_FALSE(work_name("admin:ke-hoach:ubnd@?:2022-09-29:232", "232/KH-UBND", "", "").resolved);
}

TEST(WorkName, IsUnresolvedWithoutDateIssuerOrNumber) {
  EXPECT_FALSE(work_name("dang:chi-thi:tw:?:32", "32-CT/TW", "", "").resolved);
  EXPECT_FALSE(work_name("admin:ke-hoach:?:2022-09-29:232", "232/KH", "", "dai-an").resolved);
  EXPECT_FALSE(work_name("vbqppl:luat:qh:?:luu-tru", "", "", "").resolved);
  EXPECT_EQ(work_name("", "", "Đề án 06", "dai-an").key, "?:?:?:?:dean06|dai-an");
}

TEST(WorkName, ReadsShortAndStrangeTargets) {
  for (const char* target : {":", "::::", "a", "a:b:c:d:", "?:?:?:?:?"})
    EXPECT_FALSE(work_name(target, "", "", "").resolved) << target;
}

TEST(NumberKey, FoldsWhatOneNumberMayBePrintedAs) {
  EXPECT_EQ(number_key("05 /2020/NĐ-CP"), "5/2020/nd-cp");
  EXPECT_EQ(number_key("5/2020/ND-CP"), "5/2020/nd-cp");
  EXPECT_EQ(number_key("0/KH"), "0/kh");
  EXPECT_EQ(number_key(""), "");
}

TEST(YearInNumber, StandsBetweenStrokes) {
  EXPECT_EQ(year_in_number("30/2020/NĐ-CP"), "2020");
  EXPECT_EQ(year_in_number("232/KH-UBND"), "");
  EXPECT_EQ(year_in_number("12/20201/X"), "");
  EXPECT_EQ(year_in_number("2020"), "");
}

}  // namespace
}  // namespace trichyeu
