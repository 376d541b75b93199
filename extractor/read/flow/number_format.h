// Numbers and days as a spreadsheet prints them (ECMA-376 18.8.30, 18.8.31).
//
//   45641      "dd/mm/yyyy"  "15/12/2024"      0.95     "0%"      "95%"
//   45641      "mmm-yy"      "12-24"           1234567  "#,##0"   "1.234.567"
//   3          "00"          "03"              1.1      "General" "1.1"
//
// As Vietnamese Excel does, save that months are always numbers and names of weekdays are left out.
#pragma once

#include <string>
#include <string_view>

namespace trichyeu {

// Day 0 of a workbook's dates.
enum class DaysFrom { year_1900, year_1904 };

[[nodiscard]] std::string formatted_number(double number, std::string_view format, DaysFrom from);

// The format that every workbook has under this number; "General" for the others.
[[nodiscard]] std::string_view built_in_format(int id);

}  // namespace trichyeu
