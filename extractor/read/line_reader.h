// Words that recognition doubts, read again with their neighbours alone, and with room above: of a
// whole page it cuts lines so low that marks over marks are lost.
//
//   "câp giây phép"    read again "cấp giấy phép"
//
// The second model reads them, where there is one (recognizer.h), and a page that is full of them.
// A second reading is kept beside the first one (PageWord::second); second_readings.h tells which
// of them holds.
#pragma once

#include "extractor/read/recognizer.h"

namespace trichyeu {

// Changes are added to `page.mends`. `page.rows` are those of its words, and are forgotten.
void read_lines_again(Recognizer& recognizer, Recognition& page);

}  // namespace trichyeu
