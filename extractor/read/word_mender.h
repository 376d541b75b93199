// Words whose letters were read right and whose marks were not, mended by the words beside them.
//
//   "Thâm định cấp lại giây phép"  ->  "Thẩm định cấp lại giấy phép"
//   "phông chữ"                        stays: "phòng chữ" is nowhere written
//
// A word changes only where hardly a text has it beside its neighbours, and where texts have
// another of the same letters there far more often than chance; the more often, the surer
// recognition was of what it read. Marks that recognition does not confuse (letter_marks.h) are
// never exchanged.
#pragma once

#include <string>
#include <vector>

#include "extractor/read/page_tables.h"

namespace trichyeu {

struct Mend {
  std::string read;     // "Thâm"
  std::string meant;    // "Thẩm"
  std::string because;  // what bears it out: "thẩm định"; empty: a second reading
};

// Changes words of `page`; in the order in which they stand. `before`: what was mended
// already, on it and on the page before, which tells how well it is printed.
[[nodiscard]] std::vector<Mend> mend_words(PageText& page, const std::vector<Mend>& before = {});

}  // namespace trichyeu
