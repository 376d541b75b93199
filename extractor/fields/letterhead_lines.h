// The lines of a letterhead as they were meant: converters flatten its two columns into one, part
// them by "|", and break lines inside a name.
//
//   "ỦY\nBAN NHÂN DÂN"              one line: a body's name begins over both
//   "Số:\n33/KH-UBND"               one line
//   "Số: 33/KH-UBND | Vĩnh Sơn, ngày 5 tháng 3 năm 2020 |"      two lines
//   "-------", "***", "|"           a rule: the column above it ends
#pragma once

#include <string_view>
#include <vector>

#include "extractor/grammar/grammar.h"
#include "models/span.h"

namespace trichyeu {

struct LetterheadLine {
  enum class Kind { words, motto, rule };  // motto: stamps too
  ByteSpan bytes;                          // of the document's text; may hold U+000A
  Kind is = Kind::words;
};

// `lines`: the letterhead's lines in reading order, as spans of `text`.
[[nodiscard]] std::vector<LetterheadLine> letterhead_lines(const std::vector<ByteSpan>& lines,
                                                           std::string_view text,
                                                           const Grammars& grammars);

// Whether the line begins with a word that heads a unit's name: "SỞ", "ỦY BAN NHÂN DÂN".
[[nodiscard]] bool begins_body(std::string_view line, const Grammars& grammars);

}  // namespace trichyeu
