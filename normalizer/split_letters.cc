// A line is read word by word. A group of two or three words that makes one syllable is a
// candidate; it is a sure one where a part is no word in any text. Doubtful ones ("S ở") are joined
// only in a line that holds a sure one: damage comes in runs.
#include <unicode/uchar.h>

#include <algorithm>
#include <string>
#include <vector>

#include "normalizer/steps.h"
#include "normalizer/syllable.h"
#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

struct Word {
  ByteSpan bytes;
  bool letters = false;  // nothing but letters
  std::string_view of(std::string_view text) const { return bytes.of(text); }
};

struct Join {
  std::size_t first = 0;  // index of a word
  std::size_t words = 0;
  bool sure = false;
};

bool is_all_letters(std::string_view word) {
  for (std::size_t byte = 0; byte < word.size();) {
    const CodePoint here = code_point_at(word, byte);
    if (!u_isalpha(static_cast<UChar32>(here.value))) return false;
    byte += here.bytes;
  }
  return !word.empty();
}

char32_t first_letter(std::string_view word) { return code_point_at(word, 0).value; }
bool is_capital(char32_t value) { return u_isupper(static_cast<UChar32>(value)); }
bool has_one_letter(std::string_view word) { return code_point_at(word, 0).bytes == word.size(); }

// Of Vietnamese letters only đ has a code point past ASCII and is no vowel.
bool begins_with_vowel(std::string_view word) {
  const char32_t first = first_letter(word);
  if (first >= 0x80) return first != U'đ' && first != U'Đ';
  return std::string_view("aeiouyAEIOUY").find(static_cast<char>(first)) != std::string_view::npos;
}
bool is_final_consonant(std::string_view word) {
  static constexpr std::string_view finals[] = {"c", "ch", "m", "n", "ng", "nh", "p", "t",
                                                "C", "CH", "M", "N", "NG", "NH", "P", "T"};
  return std::find(std::begin(finals), std::end(finals), word) != std::end(finals);
}
bool same_case(std::string_view left, std::string_view right) {
  return is_capital(first_letter(left)) == is_capital(first_letter(right));
}

class Line {
 public:
  Line(std::string_view text, std::vector<Word> words) : text_(text), words_(std::move(words)) {}

  [[nodiscard]] std::vector<Join> joins() const {
    std::vector<Join> found;
    for (std::size_t at = 0; at < words_.size();) {
      const Join join = join_at(at);
      if (join.words > 0) found.push_back(join);
      at += std::max<std::size_t>(1, join.words);
    }
    const bool damaged =
        std::any_of(found.begin(), found.end(), [](const Join& join) { return join.sure; });
    if (!damaged) found.clear();
    return found;
  }

 private:
  [[nodiscard]] std::string_view word(std::size_t at) const { return words_[at].of(text_); }
  [[nodiscard]] bool letters(std::size_t at, std::size_t count) const {
    if (at + count > words_.size()) return false;
    return std::all_of(words_.begin() + static_cast<std::ptrdiff_t>(at),
                       words_.begin() + static_cast<std::ptrdiff_t>(at + count),
                       [](const Word& each) { return each.letters; });
  }
  [[nodiscard]] bool makes_syllable(std::size_t at, std::size_t count) const {
    std::string whole;
    for (std::size_t each = at; each < at + count; ++each) whole += word(each);
    return is_syllable(whole);
  }
  [[nodiscard]] bool after_figure(std::size_t at) const {
    return at > 0 && u_isdigit(static_cast<UChar32>(
                         code_point_before(word(at - 1), word(at - 1).size()).value));
  }

  // "QUY Ế T", "h ọ c": consonants, a vowel with marks, consonants.
  [[nodiscard]] bool is_triple(std::size_t at) const {
    if (!letters(at, 3) || !begins_with_vowel(word(at + 1)) || !is_final_consonant(word(at + 2))) {
      return false;
    }
    const bool marked = first_letter(word(at + 1)) >= 0x80;
    return marked && same_case(word(at + 1), word(at + 2)) && makes_syllable(at, 3);
  }

  // "tri ển", "T ỉnh": the second part begins with a vowel and ends the syllable.
  [[nodiscard]] bool is_pair(std::size_t at) const {
    if (!letters(at, 2) || !begins_with_vowel(word(at + 1)) || after_figure(at)) return false;
    const bool shouted = is_capital(first_letter(word(at + 1)));
    const bool fits = !shouted || same_case(word(at), word(at + 1));
    return fits && !is_word_without_onset(word(at)) && makes_syllable(at, 2);
  }

  [[nodiscard]] Join join_at(std::size_t at) const {
    if (is_triple(at)) return {at, 3, true};
    if (!is_pair(at)) return {};
    const bool second_is_word = is_word_without_onset(word(at + 1));
    if (!second_is_word) return {at, 2, true};
    if (!is_onset(word(at))) return {};
    return {at, 2, !has_one_letter(word(at))};
  }

  std::string_view text_;
  std::vector<Word> words_;
};

std::vector<Word> words_of(std::string_view text, ByteSpan line) {
  std::vector<Word> words;
  for (std::size_t at = line.from_byte; at < line.to_byte;) {
    const std::size_t end = std::min(text.find(' ', at), line.to_byte);
    const ByteSpan bytes{at, end};
    words.push_back({bytes, is_all_letters(bytes.of(text))});
    at = end + 1;
  }
  return words;
}

}  // namespace

Rewrite join_split_letters(std::string_view text) {
  TextRewriter out(text);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::vector<Word> words = words_of(text, {at, end});
    for (const Join& join : Line(text, words).joins()) {
      for (std::size_t each = join.first + 1; each < join.first + join.words; ++each) {
        out.keep_until(words[each].bytes.from_byte - 1);
        out.drop(1);
      }
    }
    at = end + 1;
  }
  return std::move(out).finish();
}

}  // namespace trichyeu
