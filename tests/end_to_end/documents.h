// Documents to convert: made here, so that what must come out is known.
#pragma once

#include <string>
#include <string_view>
#include <vector>

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

// The letter that sends it, with an official letter's letterhead.
inline constexpr std::string_view letter_text =
    "UBND TỈNH ĐẠI AN\n"
    "SỞ Y TẾ\n"
    "Số: 412/SYT-NVY\n"
    "V/v triển khai Kế hoạch phòng, chống dịch\n"
    "\n"
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\n"
    "Đại An, ngày 22 tháng 3 năm 2023\n"
    "\n"
    "Kính gửi: Trung tâm Y tế các huyện.\n"
    "\n"
    "Sở Y tế gửi Kế hoạch số 83/KH-SYT ngày 22/3/2023 để các đơn vị triển khai.\n"
    "\n"
    "Nơi nhận:\n"
    "- Như trên;\n"
    "- Lưu: VT.\n"
    "GIÁM ĐỐC\n"
    "Trần Văn Lâm\n";

// A text without anything of a plan, that still cites a law.
inline constexpr std::string_view story_text =
    "Sáng nay trời nắng to, bà con ra đồng từ sớm.\n"
    "\n"
    "Bà nhắc cháu rằng Nghị định số 56/2017/NĐ-CP ngày 09/5/2017 của Chính phủ có nói về trẻ em.\n";

// A PDF of `pages` pages, each with one line in Latin letters. An empty `password` encrypts
// nothing.
[[nodiscard]] std::string small_pdf(int pages, const std::string& password = {});

// A scanned page as PNG, with one line in a font of Leptonica's own.
[[nodiscard]] std::string page_image(const char* line);

// Pages of a PDF, from 1; of an empty path one that is blank.
struct Leaves {
  std::string path;
  std::vector<int> pages;
};
// All of them as one PDF, in order; a page may come twice.
[[nodiscard]] std::string bound_pdf(const std::vector<Leaves>& parts);

}  // namespace trichyeu::testing
