// Roman numerals by their strokes. Recognition takes "III" for "HI" or "II" and "II" for "H"; the
// upright strokes of the print can be counted.
//
//   I I I  .      3 strokes above the middle, in it and below: III
//   H             2 above the middle, 1 in it: the letter, not II
//   V I I I       5 above the middle; V was read, so VIII and not XIII
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extractor/read/page_image.h"

namespace trichyeu {

// Pixels of a page; half open.
struct PixelBox {
  int left = 0, top = 0, right = 0, bottom = 0;
};

// How many bytes at the beginning of `word` may be a numeral's: letters that numerals are made of
// or that recognition takes them for, at least one of the former or an H. 0 where none may be.
[[nodiscard]] std::size_t numeral_length(std::string_view word);

// What stands behind a numeral in its word and is as tall as it.
struct TallSigns {
  bool slash = false;  // right behind it, often touching it
  int digits = 0;
  int brackets = 0;
};

// The numeral, up to XX, that the strokes at the beginning of the word in `at` make; `read` is what
// was read there, `behind` what does not count. Nothing where they make none, or more than one as
// near to what was read.
[[nodiscard]] std::optional<std::string> numeral_by_strokes(const Pix& grey, const PixelBox& at,
                                                            std::string_view read,
                                                            const TallSigns& behind = {});

// Whether a full stop is printed behind the numeral; `at` goes from its left to the next word.
[[nodiscard]] bool has_stop_behind(const Pix& grey, const PixelBox& at);

}  // namespace trichyeu
