#include "extractor/read/flow/number_format.h"

#include <gtest/gtest.h>

#include <limits>

namespace trichyeu {
namespace {

struct Case {
  double number;
  std::string_view format, printed;
};

TEST(NumberFormat, DaysAreDays) {
  const Case cases[] = {
      {45641, "dd/mm/yyyy", "15/12/2024"},
      {45641, "d/m/yy", "15/12/24"},
      {45641, "mm/yyyy", "12/2024"},
      {45641, "yyyy", "2024"},
      {45641, "mmm-yy", "12-24"},
      {45641, "[$-42A]dddd, dd mmmm yyyy", "15 12 2024"},
      {45641, "\"ngày \"dd\" tháng \"mm\" năm \"yyyy", "ngày 15 tháng 12 năm 2024"},
      {45641, "dd\\/mm;@", "15/12"},
      {45641.75, "dd/mm/yyyy hh:mm", "15/12/2024 18:00"},
      {45641.75, "h:mm AM/PM", "18:00 "},
      {0.5006, "hh:mm:ss", "12:00:52"},
      {1, "dd/mm/yyyy", "01/01/1900"},
      {61, "dd/mm/yyyy", "01/03/1900"},
      {2'958'465, "dd/mm/yyyy", "31/12/9999"},
  };
  for (const Case& one : cases)
    EXPECT_EQ(formatted_number(one.number, one.format, DaysFrom::year_1900), one.printed)
        << one.format;
  EXPECT_EQ(formatted_number(44179, "dd/mm/yyyy", DaysFrom::year_1904), "15/12/2024");
}

TEST(NumberFormat, NumbersHaveTheirDigits) {
  const Case cases[] = {
      {3, "General", "3"},
      {1.1, "General", "1.1"},
      {0.1 + 0.2, "", "0.3"},
      {-7, "General", "-7"},
      {3, "00", "03"},
      {0.95, "0%", "95%"},
      {0.955, "0.0%", "95.5%"},
      {1234567, "#,##0", "1.234.567"},
      {1234.5, "#,##0.00", "1.234,50"},
      {999, "#,##0", "999"},
      {2.5, "0.00", "2.50"},
      {4, "\"Quý \"0", "Quý 4"},
      {4, "\"Quý \"General", "Quý 4"},
      {-1500, "#,##0;(#,##0)", "(1.500)"},
      {1500, "#,##0\\ \"đ\"", "1.500 đ"},
      {5, "@", "5"},
      {1e300, "General", "1e+300"},
  };
  for (const Case& one : cases)
    EXPECT_EQ(formatted_number(one.number, one.format, DaysFrom::year_1900), one.printed)
        << one.format;
}

TEST(NumberFormat, WhatIsNoDayIsANumber) {
  EXPECT_EQ(formatted_number(-1, "dd/mm/yyyy", DaysFrom::year_1900), "-1");
  EXPECT_EQ(formatted_number(3e9, "dd/mm/yyyy", DaysFrom::year_1900), "3000000000");
  EXPECT_EQ(formatted_number(std::numeric_limits<double>::infinity(), "0", DaysFrom::year_1900),
            "");
}

TEST(NumberFormat, BrokenFormatsPrintSomething) {
  for (const char* format : {"\"never closed", "[never closed", "\\", "_", "*", ";;;", "[$", "[]"})
    EXPECT_LT(formatted_number(5, format, DaysFrom::year_1900).size(), 20U) << format;
}

TEST(NumberFormat, BuiltInFormatsAreKnown) {
  EXPECT_EQ(built_in_format(14), "dd/mm/yyyy");
  EXPECT_EQ(built_in_format(0), "General");
  EXPECT_EQ(built_in_format(-3), "General");
}

}  // namespace
}  // namespace trichyeu
