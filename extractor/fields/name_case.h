// Letterheads print bodies in capitals; values carry them as running text writes them.
//
//   "SỞ GIÁO DỤC VÀ ĐÀO TẠO"     ->  "Sở Giáo dục và Đào tạo"
//   "UBND HUYỆN BÌNH SƠN"        ->  "UBND huyện Bình Sơn"
#pragma once

#include <string>
#include <string_view>

#include "extractor/grammar/grammar.h"

namespace trichyeu {

// Text without capitals throughout is returned as it is. Names come from the word lists; words
// behind a locality's kind (huyện, xã) are a place's name; the rest is small but for the first
// letter. Letters change only in case.
[[nodiscard]] std::string running_case(std::string_view capitals, const Grammars& grammars);

// "KẾ HOẠCH LIÊN NGÀNH" -> "Kế hoạch liên ngành".
[[nodiscard]] std::string sentence_case(std::string_view capitals);

}  // namespace trichyeu
