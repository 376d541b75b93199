#include "extractor/read/letter_marks.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstddef>
#include <vector>

#include "normalizer/fold.h"

namespace trichyeu {
namespace {

constexpr int most_letters_changed = 2;

constexpr char16_t circumflex = 0x0302, breve = 0x0306, horn = 0x031B;
constexpr char16_t grave = 0x0300, acute = 0x0301, tilde = 0x0303, hook = 0x0309,
                   dot_below = 0x0323;

struct Letter {
  char16_t base = 0;
  char16_t shape = 0;  // circumflex, breve or horn
  char16_t tone = 0;
  friend bool operator==(const Letter&, const Letter&) = default;
};

std::vector<Letter> letters_of(std::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decomposition = icu::Normalizer2::getNFDInstance(status);
  std::vector<Letter> letters;
  if (U_FAILURE(status)) return letters;
  const icu::UnicodeString text = decomposition->normalize(
      icu::UnicodeString::fromUTF8({word.data(), static_cast<int>(word.size())}), status);
  for (int i = 0; i < text.length(); ++i) {
    const char16_t unit = text[i];
    if (unit < 0x0300 || unit > 0x036F || letters.empty()) {
      letters.push_back({unit, 0, 0});
    } else if (unit == circumflex || unit == breve || unit == horn) {
      letters.back().shape = unit;
    } else {
      letters.back().tone = unit;
    }
  }
  return letters;
}

// "ằ", whose two marks are one to a scanner.
bool is_breve_read_as_tilde(const Letter& read, const Letter& other) {
  return read.shape == 0 && read.tone == tilde && other.shape == breve && other.tone == grave;
}

// "ổ", whose hook is small.
bool is_hook_read_as_acute(const Letter& read, const Letter& other) {
  return read.shape == other.shape && (read.shape == circumflex || read.shape == breve) &&
         read.tone == acute && other.tone == hook;
}

bool may_be_confused(const Letter& a, const Letter& b) {
  if (a.base != b.base) return true;  // d and đ: the skeleton is the same
  if ((a.tone == dot_below) != (b.tone == dot_below)) return false;
  if (is_breve_read_as_tilde(a, b)) return true;
  if (a.shape == b.shape && a.tone == tilde && b.tone == grave) return false;
  return a.shape == b.shape || std::max(a.shape, b.shape) == circumflex;
}

}  // namespace

bool may_be_confused(std::string_view read, std::string_view other) {
  if (fold_tone_placement(read) == fold_tone_placement(other)) return false;
  const std::vector<Letter> a = letters_of(read), b = letters_of(other);
  if (a.size() != b.size()) return false;
  int changed = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    if (!may_be_confused(a[i], b[i])) return false;
    ++changed;
  }
  return changed <= most_letters_changed;
}

bool is_breve_read_as_tilde(std::string_view read, std::string_view other) {
  const std::vector<Letter> a = letters_of(read), b = letters_of(other);
  return read != other &&
         std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Letter& x, const Letter& y) {
           return x == y || (x.base == y.base && is_breve_read_as_tilde(x, y));
         });
}

bool is_common_misreading(std::string_view read, std::string_view other) {
  const std::vector<Letter> a = letters_of(read), b = letters_of(other);
  return read != other &&
         std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Letter& x, const Letter& y) {
           return x == y || (x.base == y.base &&
                             (is_breve_read_as_tilde(x, y) || is_hook_read_as_acute(x, y)));
         });
}

bool differ_in_stroke(std::string_view a, std::string_view b) {
  const std::vector<Letter> first = letters_of(a), second = letters_of(b);
  return !std::equal(first.begin(), first.end(), second.begin(), second.end(),
                     [](const Letter& x, const Letter& y) { return x.base == y.base; });
}

}  // namespace trichyeu
