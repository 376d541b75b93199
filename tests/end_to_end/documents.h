// Documents to convert: made here, so that what must come out is known.
#pragma once

#include <string>
#include <string_view>

namespace trichyeu::testing {

inline constexpr std::string_view plan_text =
    "UBND TỈNH ĐẠI AN\n"
    "SỞ Y TẾ\n"
    "\n"
    "Số: 83/KH-SYT\n"
    "\n"
    "Đại An, ngày 22 tháng 3 năm 2023\n"
    "\n"
    "KẾ HOẠCH\n"
    "\n"
    "Phòng, chống dịch bệnh mùa hè năm 2023\n"
    "\n"
    "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2023 của Ủy ban nhân dân tỉnh Đại An, Sở Y tế xây "
    "dựng kế hoạch như sau:\n"
    "\n"
    "I. NHIỆM VỤ\n"
    "\n"
    "1. Giám sát ổ dịch tại các xã.\n"
    "\n"
    "- Đơn vị chủ trì: Phòng Nghiệp vụ Y.\n"
    "\n"
    "- Thời gian thực hiện: Tháng 6 năm 2023.\n";

// A text without anything of a plan, that still cites a law.
inline constexpr std::string_view story_text =
    "Sáng nay trời nắng to, bà con ra đồng từ sớm.\n"
    "\n"
    "Bà nhắc cháu rằng Nghị định số 56/2017/NĐ-CP ngày 09/5/2017 của Chính phủ có nói về trẻ em.\n";

// A PDF of `pages` pages, each with one line in Latin letters. An empty `password` encrypts
// nothing.
[[nodiscard]] std::string small_pdf(int pages, const std::string& password = {});

}  // namespace trichyeu::testing
