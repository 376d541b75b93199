// A plan in six lines: what it is, and how much was found.
//
//   Kế hoạch 83/KH-SYT, 2023-03-22, Sở Y tế
//   Văn bản viện dẫn: 12
//   Nhiệm vụ: 14
//   Đơn vị: 6
//   Thời hạn: 14
//   Lưu ý: 1
#pragma once

#include <string>
#include <string_view>

#include "models/plan.h"

namespace trichyeu {

// In "vi" or "en".
[[nodiscard]] std::string summary(const Plan& plan, std::string_view language);

}  // namespace trichyeu
