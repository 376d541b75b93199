#include "normalizer/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cassert>

#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

// A Latin letter and its marks: vowel mark and tone, U+0300..U+036F, 0 where it has none.
struct Letter {
  char32_t base = 0;
  char32_t vowel_mark = 0;
  char32_t tone = 0;
};

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
  assert(U_SUCCESS(status));
  return *instance;
}

bool is_tone(char32_t mark) {
  return mark == 0x0300 || mark == 0x0301 || mark == 0x0303 || mark == 0x0309 || mark == 0x0323;
}
bool is_vowel_mark(char32_t mark) { return mark == 0x0302 || mark == 0x0306 || mark == 0x031B; }

Letter decomposed(char32_t value) {
  Letter letter{value, 0, 0};
  if (value < 0xC0 || value > 0x1EFF) return letter;
  // At most two marks: "ế" is "ê" and sắc, "ê" is "e" and the circumflex; "ệ" is "ẹ" and it.
  for (int round = 0; round < 2; ++round) {
    icu::UnicodeString pair;
    if (!nfc().getRawDecomposition(static_cast<UChar32>(letter.base), pair)) break;
    if (pair.length() != 2) break;
    const char32_t mark = pair.charAt(1);
    if (is_tone(mark)) {
      letter.tone = mark;
    } else if (is_vowel_mark(mark)) {
      letter.vowel_mark = mark;
    } else {
      break;
    }
    letter.base = pair.charAt(0);
  }
  return letter;
}

char32_t with_mark(char32_t base, char32_t mark) {
  if (mark == 0) return base;
  const UChar32 pair = nfc().composePair(static_cast<UChar32>(base), static_cast<UChar32>(mark));
  return pair < 0 ? base : static_cast<char32_t>(pair);
}

// Both orders: "ệ" is composed of "ẹ" only.
char32_t composed(const Letter& letter) {
  const char32_t vowel = with_mark(letter.base, letter.vowel_mark);
  const char32_t toned = with_mark(vowel, letter.tone);
  if (toned != vowel || letter.tone == 0) return toned;
  return with_mark(with_mark(letter.base, letter.tone), letter.vowel_mark);
}

template <typename Change>
std::string change_letters(std::string_view text, const Change& change) {
  std::string key;
  key.reserve(text.size());
  for (std::size_t byte = 0; byte < text.size();) {
    // A letter of ASCII has no mark to take off.
    if ((static_cast<unsigned char>(text[byte]) & 0x80U) == 0) {
      key += text[byte++];
      continue;
    }
    const CodePoint here = code_point_at(text, byte);
    append_utf8(key, change(here.value));
    byte += here.bytes;
  }
  return key;
}

char32_t without_stroke(char32_t value) {
  if (value == U'đ') return U'd';
  return value == U'Đ' ? U'D' : value;
}

// "oà", "oè", "uỳ" of any case: the first vowel bare, the second with a tone only.
bool has_tone_on_second(const Letter& first, const Letter& second) {
  if (first.vowel_mark != 0 || first.tone != 0) return false;
  if (second.vowel_mark != 0 || second.tone == 0) return false;
  const char32_t one = first.base | 0x20U;
  const char32_t two = second.base | 0x20U;
  return (one == U'o' && (two == U'a' || two == U'e')) || (one == U'u' && two == U'y');
}

bool is_letter(char32_t value) { return u_isalpha(static_cast<UChar32>(value)); }

}  // namespace

std::string fold_marks(std::string_view text) {
  return change_letters(text,
                        [](char32_t value) { return without_stroke(decomposed(value).base); });
}

std::string fold_tones(std::string_view text) {
  return change_letters(text, [](char32_t value) {
    Letter letter = decomposed(value);
    if (letter.tone == 0) return value;
    letter.tone = 0;
    return composed(letter);
  });
}

std::string fold_tone_placement(std::string_view text) {
  std::string key;
  key.reserve(text.size());
  char32_t before = 0;
  for (std::size_t byte = 0; byte < text.size();) {
    const CodePoint here = code_point_at(text, byte);
    const CodePoint next = code_point_at(text, byte + here.bytes);
    const bool ends_word = !is_letter(code_point_at(text, byte + here.bytes + next.bytes).value);
    Letter first = decomposed(here.value);
    Letter second = decomposed(next.value);
    const bool after_q = (before | 0x20U) == U'q';
    if (ends_word && !after_q && has_tone_on_second(first, second)) {
      std::swap(first.tone, second.tone);
      append_utf8(key, composed(first));
      append_utf8(key, composed(second));
      byte += next.bytes;
    } else {
      append_utf8(key, here.value);
    }
    before = here.value;
    byte += here.bytes;
  }
  return key;
}

}  // namespace trichyeu
