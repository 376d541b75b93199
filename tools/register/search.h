// Words in titles, in lines that cite, and in tasks: with and without tone marks.
//
//   "tiến độ", "tien do", "TIẾN ĐỘ"    find "Đẩy nhanh tiến độ …"; written with marks, lines with
//   the very
//                                      same marks come first
//   "232/KH-UBND"                      the number
//   "\"chuyển đổi số\""                the words side by side
#pragma once

#include <string>

#include "tools/register/audit.h"

namespace trichyeu {

struct Found {
  std::string kind;    // title, block, task
  std::string number;  // of the document
  std::string date;
  Quote quote;
};
// All words must be in one line. The best first; of very many the latest.
[[nodiscard]] Listing<Found> search(Database& database, const std::string& words,
                                    const AuditFilter& filter);

}  // namespace trichyeu
