// What a mention says that the cited document is about, and whether a title says the same.
//
//   "Nghị định số 5/2021/NĐ-CP ngày 3/2/2021 của Chính phủ về quản lý cảng; …"    về quản lý cảng
//   "Luật Lưu trữ số 33/2024/QH15"                                                 Luật Lưu trữ
#pragma once

#include <string>
#include <string_view>

namespace trichyeu {

// The words of the subject at the beginning of what stands behind the mention in its line, or the
// name inside the mention; empty where it says neither. Of long prose the first words.
[[nodiscard]] std::string subject_of(std::string_view mention, std::string_view behind);

// Whether less than half of the subject's words stand in the title: a subject is often shortened, a
// title often longer, and prose may follow the subject.
[[nodiscard]] bool differs_from_title(std::string_view subject, std::string_view title);

}  // namespace trichyeu
