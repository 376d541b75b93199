// The steps that normalize() composes, each a plain function from a text to a text and the map
// back.
//
// Each takes valid UTF-8 of any size, runs in linear time, and changes nothing of its own result.
// None but fold_blanks adds or takes away a line.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "models/offset_map.h"

namespace trichyeu {

// Drops what no reader sees: zero-width and direction marks, byte order marks, variation selectors,
// controls other than line ends, tabs and form feeds.
[[nodiscard]] Rewrite drop_invisible(std::string_view text);

// NFC (UAX #15), and past it for what keyboards and converters leave:
//   e U+0301 U+0302 -> "ế"    the vowel's own mark goes before the tone
//   d U+0335        -> "đ"
// Never a compatibility form: "½", "²", "…" stay as printed.
[[nodiscard]] Rewrite compose_letters(std::string_view text);

// Puts Vietnamese letters for those that only look like them: "QÐ-TTg" with U+00D0 -> "QĐ-TTg";
// Cyrillic and Greek inside a word with Latin letters. A word all in Cyrillic stays.
[[nodiscard]] Rewrite replace_look_alikes(std::string_view text);

// Hyphens, bullets and ligatures of fonts:
//   U+2010 U+2011 U+2012 U+2212 -> "-"; U+2013 too between capitals ("KH–UBND")
//   U+00AD -> "-" where it is seen (in a symbol, or between blanks), else nothing
//   U+F0B7 and its like -> "•"; U+F02D -> "-"; U+FB01 -> "fi"
// Quotation marks and dashes stay as printed: values are verbatim.
[[nodiscard]] Rewrite regularize_punctuation(std::string_view text);

// Drops the markup that converters to Markdown leave, and keeps what is printed:
//   "**KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC**" -> without stars     "## I. MỤC TIÊU" -> "I. MỤC TIÊU"
//   "(<http://a.vn/>)" -> "(http://a.vn/)"                  "[Phụ lục](http://a.vn)" -> "Phụ lục"
//   "1\. Rà soát" -> "1. Rà soát"                           "---", "```" -> an empty line
// "* Rà soát" keeps its bullet, "(*)" and "2 * 3" their stars, and tables their pipes. Escaped
// stars are read like plain ones, so that the step changes nothing of its own result.
[[nodiscard]] Rewrite drop_markup(std::string_view text);

struct FoldedBlanks {
  Rewrite rewrite;
  std::vector<std::size_t> gaps_before_byte;         // as in NormalText
  std::vector<std::size_t> page_breaks_before_byte;  // as in NormalText
};
// Every blank of Unicode and the tab become U+0020, runs one, none at a line's ends. CR LF, CR,
// VT, U+0085, U+2028 and U+2029 become U+000A, and so does a form feed inside a line; one beside
// a line end is dropped. A last line without U+000A gets one.
[[nodiscard]] FoldedBlanks fold_blanks(std::string_view text);

// For text layers and OCR, after fold_blanks: joins a syllable that fell apart, "QUY Ế T ĐỊNH" ->
// "QUYẾT ĐỊNH", "tri ển khai" -> "triển khai", where a part is no word and the whole is a syllable.
// "viêm gan B ở trẻ em" stays.
[[nodiscard]] Rewrite join_split_letters(std::string_view text);

}  // namespace trichyeu
