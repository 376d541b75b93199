// How much a text looks like Vietnamese: what tells the encodings from each other.
#pragma once

#include <string_view>

namespace trichyeu {

struct Evidence {
  double likelihood = 0;  // natural logarithm; 0 and below, comparable for one text's decodings
  int marked = 0;         // words with a letter or sign beyond ASCII, acronyms left out
  int syllables = 0;      // those of them that are syllables
};

// Of a text as decoded, NFC. Each letter counts by its frequency in running text, each marked word
// by whether it is spelled like a syllable, in one letter case.
//
//   "Điều 1"  marked 1, syllables 1         "§iÒu 1"  marked 1, syllables 0
[[nodiscard]] Evidence evidence_of(std::string_view decoded);

}  // namespace trichyeu
