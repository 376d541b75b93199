// Names in keys and IRIs: small ASCII letters, figures, dots and hyphens.
//
//   "Lưu trữ"        luu-tru
//   "12/QĐ-UBND"     12-qd-ubnd
#pragma once

#include <string>
#include <string_view>

namespace trichyeu {

[[nodiscard]] std::string slug_of(std::string_view text);

}  // namespace trichyeu
