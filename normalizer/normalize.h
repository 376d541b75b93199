// Text in, regular text out, with the way back.
//
//   "**Kế  hoạch** số 83/KH‑UBND"  ->  "Kế hoạch số 83/KH-UBND"
//
// Works on characters only: what a line is and which lines belong together is the structure's job.
// Lines stay: every U+000A of the source is one of the result.
#pragma once

#include <string>
#include <string_view>

#include "models/offset_map.h"
#include "models/source_text.h"

namespace trichyeu {

struct NormalText {
  std::string text;  // NFC, single U+0020 as the only blank, each line followed by U+000A
  OffsetMap map;     // from SourceText::text
};

// Normalising twice is normalising once; NFD in gives what NFC gives.
[[nodiscard]] NormalText normalize(const SourceText& source);

}  // namespace trichyeu
