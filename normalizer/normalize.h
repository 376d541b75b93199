// Text in, regular text out, with the way back.
//
//   "**Kế  hoạch** số 83/KH‑UBND"  ->  "Kế hoạch số 83/KH-UBND"
//
// Works on characters only: what a line is and which lines belong together is the structure's job.
// Lines stay: every U+000A of the source is one of the result. Other line ends of Unicode (CR LF,
// CR, VT, U+0085, U+2028, U+2029) are one U+000A each, and a form feed inside a line is one too.
// Markup is dropped from text and Markdown sources only, rules drawn with letters from all; split
// syllables are joined in sources with pages only. The steps are in normalizer/steps.h.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "models/offset_map.h"
#include "models/source_text.h"

namespace trichyeu {

struct NormalText {
  std::string text;  // NFC, single U+0020 as the only blank, each line followed by U+000A
  OffsetMap map;     // from SourceText::text

  // Bytes of `text`, ascending: what stands there had three blanks or more, or a tab, before it in
  // the source. At a line's start it is an indent, else the edge of a column.
  std::vector<std::size_t> gaps_before_byte;
  // Bytes of `text`, ascending: the first text after each form feed of the source.
  std::vector<std::size_t> page_breaks_before_byte;
};

// Normalising twice is normalising once; NFD in gives what NFC gives.
[[nodiscard]] NormalText normalize(const SourceText& source);

}  // namespace trichyeu
