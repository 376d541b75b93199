// Words of a page and what texts say of them beside their neighbours (word_pairs.h).
//
// A word and its neighbours are looked up without the signs around them; a sign between two words
// parts them. Lines follow each other in reading order, so that the last word of one stands beside
// the first of the next, but not from cell to cell.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/read/page_tables.h"
#include "extractor/read/word_mender.h"

namespace trichyeu {

// A word of the page, as it is looked up.
struct WordPlace {
  PageWord* word = nullptr;
  std::size_t from_byte = 0, to_byte = 0;  // its letters within the word's text
  std::string letters;                     // small; empty where it has none, or signs inside
  bool parted_before = false;              // from the word before it, by a sign or a cell's end
};

[[nodiscard]] WordPlace place_of(PageWord& word);

// They point into `page`.
[[nodiscard]] std::vector<WordPlace> places_of(PageText& page);

// Sets `letters`, which are small, in the letter case of what stands at `place`: a mend without a
// reason. Nothing, and no change, where that case is mixed, as in a symbol.
[[nodiscard]] std::optional<Mend> respelt(WordPlace& place, std::string_view letters);

class Neighbours {
 public:
  // Of the word at places[at].
  Neighbours(const std::vector<WordPlace>& places, std::size_t at);

  // How often texts have `word` there.
  [[nodiscard]] int count_with(std::string_view word) const;

  // Likewise of pairs that chance does not make. 0 where they are fewer than `least`, or few even
  // though both neighbours bear `word` out.
  [[nodiscard]] int support_of(std::string_view word, int least) const;

  // Whether no sign parts the word from either side.
  [[nodiscard]] bool are_two() const;

  // Whether both neighbours have it beside them more often than chance would;
  [[nodiscard]] bool both_bear_out(std::string_view word) const;
  // or one of them far more often.
  [[nodiscard]] bool bear_out_strongly(std::string_view word) const;

  // The words that bear it out: "thẩm định".
  [[nodiscard]] std::string phrase_with(std::string_view word) const;

 private:
  std::string before_, after_;  // empty where there is none, or a sign between
};

}  // namespace trichyeu
