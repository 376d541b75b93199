// The lines of a normal text, where they stand and how they were read.
#pragma once

#include <string_view>
#include <vector>

#include "models/source_text.h"
#include "normalizer/normalize.h"

namespace trichyeu {

struct FormLine {
  ByteSpan bytes;  // of NormalText::text, without its U+000A
  int page = 0;
  CellPlace place;
  bool recognised = false;  // from an image, and part of the document's text
};

// All that are not empty, in reading order; none where no page was recognised.
[[nodiscard]] std::vector<FormLine> form_lines_of(const SourceText& source,
                                                  const NormalText& normal);

// What recognition makes of a speck that stands where a line could: "}", "k", "-~Í". Letters and
// numerals that head lists ("A", "V"), figures, ends of documents ("./."), rules and blanks to be
// filled in are none.
[[nodiscard]] bool is_dirt_line(std::string_view text);

}  // namespace trichyeu
