// What must hold of everything that a reader returns.
#pragma once

#include "models/source_text.h"
#include "tests/fuzz/fuzzer.h"

namespace trichyeu::fuzz {

inline void claim_source(const SourceText& source) {
  const ByteSpan whole{0, source.text.size()};
  std::size_t line_end = 0;
  for (const SourceLine& line : source.lines) {
    claim(whole.contains(line.bytes), "a line is inside the text");
    claim(line.bytes.from_byte >= line_end, "lines ascend");
    claim(line.bytes.of(source.text).find('\n') == std::string_view::npos, "a line is one line");
    line_end = line.bytes.to_byte;
  }
  std::size_t word_end = 0;
  for (const PlacedWord& word : source.words) {
    claim(whole.contains(word.bytes), "a word is inside the text");
    claim(word.bytes.from_byte >= word_end, "words ascend");
    word_end = word.bytes.to_byte;
  }
  for (const SourcePage& page : source.pages) {
    claim(whole.contains(page.bytes), "a page is inside the text");
  }
}

}  // namespace trichyeu::fuzz
