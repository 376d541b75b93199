#include "normalizer/legacy/tcvn3_repair.h"

#include <unicode/uchar.h>

#include <string>
#include <utility>
#include <vector>

#include "models/span.h"
#include "normalizer/fold.h"
#include "normalizer/letters.h"
#include "normalizer/syllable.h"
#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

// A shorter text may well be without an ư.
constexpr std::size_t least_letters_to_miss_one = 100;

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)); }

std::size_t word_end(std::string_view text, std::size_t byte) {
  for (CodePoint next = code_point_at(text, byte); next.bytes > 0 && is_letter(next.value);
       next = code_point_at(text, byte)) {
    byte += next.bytes;
  }
  return byte;
}

std::size_t word_start(std::string_view text, std::size_t byte) {
  for (CodePoint before = code_point_before(text, byte);
       before.bytes > 0 && is_letter(before.value); before = code_point_before(text, byte)) {
    byte -= before.bytes;
  }
  return byte;
}

std::vector<ByteSpan> words_of(std::string_view text) {
  std::vector<ByteSpan> words;
  for (std::size_t byte = 0; byte < text.size();) {
    const std::size_t end = word_end(text, byte);
    if (end > byte) words.push_back({byte, end});
    byte = end > byte ? end : byte + code_point_at(text, byte).bytes;
  }
  return words;
}

bool has_u_horn(std::string_view text) {
  return text.find("ư") != std::string_view::npos || text.find("Ư") != std::string_view::npos;
}

std::string_view u_horn_beside(std::string_view left, std::string_view right) {
  return is_all_capitals(std::string(left) + std::string(right)) ? "Ư" : "ư";
}

// "tr" + ư + "ờng": only an onset can stand before ư.
bool makes_syllable(std::string_view left, std::string_view right) {
  if (left.empty() && right.empty()) return false;
  if (!left.empty() && !is_onset(left)) return false;
  return is_syllable(std::string(left) + "ư" + std::string(right));
}

// "tr-ờng": its parts are nothing by themselves. In "t-i" they may be.
bool surely_one_word(std::string_view left, std::string_view right) {
  const bool marked = fold_marks(right) != right;
  return !left.empty() && marked && !is_word_without_onset(right);
}

Rewrite replace_hyphens(std::string_view text, bool has_u) {
  std::string chosen;
  return rewrite_code_points(
      text, [&](char32_t c, std::size_t byte) -> std::optional<std::string_view> {
        if (c != U'\u2212' && c != U'-') return std::nullopt;
        const std::size_t after = byte + code_point_at(text, byte).bytes;
        const std::size_t from = word_start(text, byte);
        const std::string_view left = text.substr(from, byte - from);
        const std::string_view right = text.substr(after, word_end(text, after) - after);
        if (!makes_syllable(left, right)) return std::nullopt;
        if (c == U'-' && has_u && !surely_one_word(left, right)) return std::nullopt;
        chosen = u_horn_beside(left, right);
        return chosen;
      });
}

bool is_o_horn(char32_t c) {
  constexpr std::u32string_view letters = U"ơờởỡớợƠỜỞỠỚỢ";
  return letters.find(c) != std::u32string_view::npos;
}

// The byte of the o with a horn before which an ư makes the word a syllable; the word's end where
// there is none.
std::size_t place_of_lost_u(std::string_view word) {
  for (std::size_t byte = 0; byte < word.size();) {
    const CodePoint here = code_point_at(word, byte);
    if (is_o_horn(here.value))
      return makes_syllable(word.substr(0, byte), word.substr(byte)) ? byte : word.size();
    byte += here.bytes;
  }
  return word.size();
}

Restored insert_lost_u(std::string_view text) {
  TextRewriter out(text);
  std::size_t letters = 0;
  for (const ByteSpan span : words_of(text)) {
    const std::string_view word = span.of(text);
    const std::size_t place = is_syllable(word) ? word.size() : place_of_lost_u(word);
    if (place == word.size()) continue;
    out.keep_until(span.from_byte + place);
    out.insert(u_horn_beside(word.substr(0, place), word.substr(place)));
    ++letters;
  }
  return {std::move(out).finish(), letters};
}

// How a word's letters stand: ASCII ones tell the writer's case, others may have lost it.
struct LetterCase {
  int ascii_capitals = 0;
  bool ascii_small = false;
  bool other_small = false;
};

LetterCase case_of(std::string_view word) {
  LetterCase found;
  for (std::size_t byte = 0; byte < word.size();) {
    const CodePoint here = code_point_at(word, byte);
    byte += here.bytes;
    const bool small = u_islower(static_cast<UChar32>(here.value));
    if (here.value >= 0x80) {
      found.other_small = found.other_small || small;
    } else {
      found.ascii_small = found.ascii_small || small;
      found.ascii_capitals += small ? 0 : 1;
    }
  }
  return found;
}

bool surely_capitals(const LetterCase& word) {
  return !word.ascii_small && word.other_small && word.ascii_capitals >= 2;
}

bool only_blanks(std::string_view between) {
  return between.find_first_not_of(" \t") == std::string_view::npos;
}

// "Xã" beside "HộI" is in capitals too.
void spread(std::string_view text, const std::vector<ByteSpan>& words, std::vector<bool>& capitals,
            std::size_t from, std::size_t to) {
  const std::size_t gap_from = std::min(words[from].to_byte, words[to].to_byte);
  const std::size_t gap_to = std::max(words[from].from_byte, words[to].from_byte);
  const bool beside = only_blanks(text.substr(gap_from, gap_to - gap_from));
  if (capitals[from] && beside && !case_of(words[to].of(text)).ascii_small) capitals[to] = true;
}

}  // namespace

Restored restore_lost_u(std::string_view decoded) {
  const bool misses_u =
      !has_u_horn(decoded) && code_point_count(decoded) >= least_letters_to_miss_one;
  Rewrite hyphens = replace_hyphens(decoded, has_u_horn(decoded));
  if (!misses_u || !hyphens.map.edits().empty()) return {std::move(hyphens), 0};
  return insert_lost_u(decoded);
}

Rewrite capitalize_words_in_capitals(std::string_view decoded) {
  const std::vector<ByteSpan> words = words_of(decoded);
  std::vector<bool> capitals;
  for (const ByteSpan word : words) capitals.push_back(surely_capitals(case_of(word.of(decoded))));
  for (std::size_t i = 1; i < words.size(); ++i) spread(decoded, words, capitals, i - 1, i);
  for (std::size_t i = words.size(); i-- > 1;) spread(decoded, words, capitals, i, i - 1);
  TextRewriter out(decoded);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!capitals[i]) continue;
    out.keep_until(words[i].from_byte);
    out.replace(words[i].size(), uppercase(words[i].of(decoded)));
  }
  return std::move(out).finish();
}

}  // namespace trichyeu
