// Which words stand side by side in administrative Vietnamese: word_pairs.tsv, made by
// tools/word-pairs.
//
//   count_of("thẩm", "định")    as often as it came in the texts
//   count_of("thâm", "định")    0
//
// Words are NFC in small letters.
#pragma once

#include <string_view>
#include <vector>

namespace trichyeu {

struct WordPair {
  std::string_view first, second;
  int count = 0;
  int lift = 0;  // times as often as chance would have it
};

// Null where the two do not stand side by side.
[[nodiscard]] const WordPair* pair_of(std::string_view first, std::string_view second);

// How often `word` stands in the texts.
[[nodiscard]] int count_of(std::string_view word);

// Likewise with the neighbour beside which it stands most.
[[nodiscard]] int commonest_count_of(std::string_view word);

// All known words that are `word` but for their marks, itself among them where it is known.
[[nodiscard]] const std::vector<std::string_view>& words_like(std::string_view word);

}  // namespace trichyeu
