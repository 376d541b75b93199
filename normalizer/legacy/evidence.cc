#include "normalizer/legacy/evidence.h"

#include <unicode/uchar.h>

#include <cmath>

#include "normalizer/legacy/code_table.h"
#include "normalizer/letters.h"
#include "normalizer/syllable.h"
#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

// Natural logarithms of rough frequencies in Vietnamese text.
constexpr double ascii = -3.2;      // a mean letter
constexpr double capital = -1.5;    // on top of the letter's own
constexpr double typography = -6;   // quotation marks, dashes, hard blanks
constexpr double foreign = -11;     // letters and signs of other texts: "ñ", "¹", controls
constexpr double no_syllable = -5;  // of marked words, few are none
constexpr double letters_counted = 10000;

bool is_typography(char32_t c) {
  return (c >= 0x2000 && c <= 0x2027) || c == 0xA0 || (c >= 0xF000 && c <= 0xF0FF);
}

double likelihood_of(char32_t c) {
  if (c < 0x20 && c != U'\t' && c != U'\n' && c != U'\r' && c != U'\f') return foreign;
  if (c < 0x80) return ascii;
  const double frequency = frequency_of(c);
  if (frequency > 0) {
    return std::log(frequency / letters_counted) +
           (u_isupper(static_cast<UChar32>(c)) ? capital : 0);
  }
  return is_typography(c) ? typography : foreign;
}

// Signs too: in a text that is not decoded yet, they stand for letters.
bool is_of_word(char32_t c) {
  if (c < 0x80) return u_isalpha(static_cast<UChar32>(c));
  return !is_typography(c);
}

// What a word's letters say, gathered from left to right.
class Word {
 public:
  void add(char32_t c) {
    const auto letter = static_cast<UChar32>(c);
    const bool large = u_isupper(letter), small = u_islower(letter);
    marked_ = marked_ || c >= 0x80;
    marked_otherwise_ = marked_otherwise_ || (c >= 0x80 && c != U'Đ');
    mixed_ = mixed_ || (large && seen_small_) || (small && large_ > 1);
    seen_small_ = seen_small_ || small;
    large_ += large ? 1 : 0;
  }
  [[nodiscard]] bool marked() const { return marked_; }
  // "QĐ", "GDĐT"
  [[nodiscard]] bool acronym() const { return !marked_otherwise_ && !seen_small_; }
  // "hẠch", "CộNG": no keyboard writes that
  [[nodiscard]] bool mixed() const { return mixed_; }

 private:
  bool marked_ = false;
  bool marked_otherwise_ = false;
  bool seen_small_ = false;
  bool mixed_ = false;
  int large_ = 0;
};

void weigh(std::string_view letters, const Word& word, Evidence& evidence) {
  if (!word.marked() || word.acronym()) return;
  ++evidence.marked;
  const bool single = code_point_count(letters) == 1;  // "ở", but not every vowel with a tone
  const bool spelled = single ? is_word_without_onset(letters) : is_syllable(letters);
  if (spelled && !word.mixed()) {
    ++evidence.syllables;
  } else {
    evidence.likelihood += no_syllable;
  }
}

}  // namespace

Evidence evidence_of(std::string_view decoded) {
  Evidence evidence;
  Word word;
  std::size_t word_from = 0;
  for (std::size_t byte = 0; byte < decoded.size();) {
    const CodePoint here = code_point_at(decoded, byte);
    evidence.likelihood += likelihood_of(here.value);
    if (is_of_word(here.value)) {
      word.add(here.value);
    } else {
      weigh(decoded.substr(word_from, byte - word_from), word, evidence);
      word = {};
      word_from = byte + here.bytes;
    }
    byte += here.bytes;
  }
  weigh(decoded.substr(word_from), word, evidence);
  return evidence;
}

}  // namespace trichyeu
