// From left to right over a word's letters: the best way to part what precedes each place, best
// being the one whose rarest pair of neighbours is most frequent.
#include "extractor/read/glued_words.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "extractor/read/word_pairs.h"
#include "normalizer/letters.h"
#include "normalizer/syllable.h"
#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

constexpr std::size_t most_letters = 40;  // six long words
constexpr std::size_t longest_syllable = 7;
constexpr int least_count = 3;     // of each pair
constexpr int least_common = 100;  // of a word

// The letters of a word, and the signs behind them.
struct Letters {
  std::vector<std::size_t> begin_byte;  // of each, and where the last one ends
  bool marked = false;
};

Letters letters_of(std::string_view text) {
  Letters letters;
  std::size_t byte = 0;
  while (byte < text.size()) {
    const CodePoint here = code_point_at(text, byte);
    const std::string_view letter = text.substr(byte, here.bytes);
    if (!has_letter(letter)) break;
    letters.begin_byte.push_back(byte);
    letters.marked = letters.marked || here.value >= 0x80;
    byte += here.bytes;
  }
  letters.begin_byte.push_back(byte);
  if (has_letter(text.substr(byte))) return {};  // signs inside: a symbol, an address
  return letters;
}

// One way to part the letters before a place, by its last syllable.
struct Way {
  std::size_t from = 0;    // the letter with which the last syllable begins
  std::size_t before = 0;  // likewise the one before it; equal to `from` where it is the first
  int rarest = 0;          // count of its rarest pair
};

class Parting {
 public:
  Parting(std::string_view small, const std::vector<std::size_t>& begin_byte)
      : small_(small), begin_byte_(begin_byte), ways_(begin_byte.size()) {}

  // The letters with which the parts begin, the first aside; empty for none.
  [[nodiscard]] std::vector<std::size_t> best() {
    for (std::size_t end = 1; end < begin_byte_.size(); ++end) {
      for (std::size_t from = end - std::min(end, longest_syllable); from < end; ++from)
        add_ways(from, end);
    }
    return parts_of(ways_.back());
  }

 private:
  [[nodiscard]] std::string_view part(std::size_t from, std::size_t end) const {
    return small_.substr(begin_byte_[from], begin_byte_[end] - begin_byte_[from]);
  }

  void add_ways(std::size_t from, std::size_t end) {
    const std::string_view last = part(from, end);
    if (!is_syllable(last)) return;
    if (from == 0) ways_[end].push_back({0, 0, most_frequent});
    for (const Way& way : ways_[from]) {
      const WordPair* pair = pair_of(part(way.from, from), last);
      if (pair == nullptr || pair->count < least_count) continue;
      ways_[end].push_back({from, way.from, std::min(way.rarest, pair->count)});
    }
  }

  [[nodiscard]] std::vector<std::size_t> parts_of(const std::vector<Way>& ways) const {
    std::vector<std::size_t> parts;
    const Way* way = best_of(ways, begin_byte_.size());
    while (way != nullptr && way->from > 0) {
      parts.insert(parts.begin(), way->from);
      way = best_of(ways_[way->from], way->before);
    }
    return parts;
  }

  // Of those whose last syllable begins with letter `from`; of any for a `from` past the end.
  [[nodiscard]] const Way* best_of(const std::vector<Way>& ways, std::size_t from) const {
    const Way* best = nullptr;
    for (const Way& way : ways) {
      if (from < begin_byte_.size() && way.from != from) continue;
      if (best == nullptr || way.rarest > best->rarest) best = &way;
    }
    return best;
  }

  static constexpr int most_frequent = 1 << 30;

  std::string_view small_;
  const std::vector<std::size_t>& begin_byte_;
  std::vector<std::vector<Way>> ways_;  // by the place where they end
};

// The word from letter `from` to letter `to` of `word`, which has `all` letters.
PageWord cut(const PageWord& word, const Letters& letters, std::size_t from, std::size_t to) {
  const std::size_t all = letters.begin_byte.size() - 1;
  PageWord part = word;
  const std::size_t begin = letters.begin_byte[from];
  part.text =
      to == all ? word.text.substr(begin) : word.text.substr(begin, letters.begin_byte[to] - begin);
  const double step = (word.box.right - word.box.left) / static_cast<double>(all);
  if (from > 0) part.box.left = word.box.left + step * static_cast<double>(from);
  if (to < all) part.box.right = word.box.left + step * static_cast<double>(to);
  if (from > 0) part.reach.left = part.box.left;
  if (to < all) part.reach.right = part.box.right;
  if (to < all) part.joined = false;
  return part;
}

bool are_paired(std::string_view first, std::string_view second) {
  const WordPair* pair = pair_of(first, second);
  return pair != nullptr && pair->count >= least_count;
}

// "Cơ quanchủ trì": each half goes with the word on its own side. What stands behind the last word
// of a cell's line is another cell's: there a common word will do.
std::vector<std::size_t> halves_by_neighbours(const std::string& small, const Letters& letters,
                                              const std::string& before, const std::string& after) {
  std::vector<std::size_t> halves;
  for (std::size_t at = 1; at + 1 < letters.begin_byte.size(); ++at) {
    const std::string first = small.substr(0, letters.begin_byte[at]);
    const std::string second = small.substr(letters.begin_byte[at]);
    if (is_syllable(first) && is_syllable(second) && are_paired(before, first) &&
        (are_paired(second, after) || count_of(second) >= least_common))
      halves.push_back(at);
  }
  return halves.size() == 1 ? halves : std::vector<std::size_t>{};
}

std::vector<PageWord> parted(const PageWord& word, const std::string& before,
                             const std::string& after) {
  const Letters letters = letters_of(word.text);
  const std::size_t all = letters.begin_byte.empty() ? 0 : letters.begin_byte.size() - 1;
  if (!letters.marked || all > most_letters) return {};
  const std::string small = lowercase(word.text.substr(0, letters.begin_byte.back()));
  if (is_syllable(small)) return {};
  std::vector<std::size_t> parts = Parting(small, letters.begin_byte).best();
  if (parts.empty()) parts = halves_by_neighbours(small, letters, before, after);
  if (parts.empty()) return {};
  parts.push_back(all);
  std::vector<PageWord> words;
  std::size_t from = 0;
  for (const std::size_t to : parts)
    words.push_back(cut(word, letters, std::exchange(from, to), to));
  return words;
}

}  // namespace

std::vector<Mend> part_glued_words(std::vector<PageWord>& words) {
  std::vector<Mend> mends;
  std::vector<PageWord> all;
  for (std::size_t at = 0; at < words.size(); ++at) {
    PageWord& word = words[at];
    const std::string after = at + 1 < words.size() ? lowercase(words[at + 1].text) : "";
    const std::vector<PageWord> parts =
        parted(word, all.empty() ? "" : lowercase(all.back().text), after);
    if (parts.empty()) {
      all.push_back(std::move(word));
      continue;
    }
    std::string meant;
    for (const PageWord& part : parts) meant += (meant.empty() ? "" : " ") + part.text;
    mends.push_back({word.text, meant, lowercase(meant)});
    all.insert(all.end(), parts.begin(), parts.end());
  }
  words = std::move(all);
  return mends;
}

}  // namespace trichyeu
