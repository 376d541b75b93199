#include "extractor/read/drawn_accents.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace trichyeu {
namespace {

constexpr double widest_letter = 0.6;  // em; a vowel and a stop behind it take 0.68 and more

constexpr char32_t dot_below = 0x323;

struct Sign {
  char32_t drawn;
  char32_t mark;
};
constexpr std::array<Sign, 10> signs = {{{U'`', 0x300},
                                         {0x02CB, 0x300},
                                         {0x00B4, 0x301},
                                         {0x02CA, 0x301},
                                         {U'^', 0x302},
                                         {0x02C6, 0x302},
                                         {U'~', 0x303},
                                         {0x02DC, 0x303},
                                         {0x02D8, 0x306},
                                         {U'.', dot_below}}};

// 0 for what is no sign. Some marks are joined already.
char32_t mark_of(char32_t drawn) {
  if (u_charType(static_cast<UChar32>(drawn)) == U_NON_SPACING_MARK) return drawn;
  const auto* sign = std::find_if(signs.begin(), signs.end(),
                                  [&](const Sign& each) { return each.drawn == drawn; });
  return sign == signs.end() ? 0 : sign->mark;
}

bool is_letter(char32_t value) { return u_isalpha(static_cast<UChar32>(value)) != 0; }

// Of a vowel with its marks; 0 where there is no such letter. "i" and a full stop are no wider than
// other vowels alone.
char32_t composed(char32_t letter, char32_t mark) {
  const std::u32string_view vowels = mark == dot_below ? U"aeouyAEOUY" : U"aeiouyAEIOUY";
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(error);
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(error);
  if (U_FAILURE(error) != 0) return 0;
  icu::UnicodeString text(static_cast<UChar32>(letter));
  text.append(static_cast<UChar32>(mark));
  const icu::UnicodeString apart = nfd->normalize(text, error), whole = nfc->normalize(text, error);
  if (U_FAILURE(error) != 0 || whole.countChar32() != 1) return 0;
  const auto base = static_cast<char32_t>(apart.char32At(0));
  return vowels.find(base) == vowels.npos ? 0 : static_cast<char32_t>(whole.char32At(0));
}

}  // namespace

void join_drawn_accents(std::vector<DrawnCharacter>& characters, double em) {
  char32_t letter = 0;  // with the marks that it has so far
  double left = 0;      // of it
  for (std::size_t i = 0; i < characters.size(); ++i) {
    DrawnCharacter& character = characters[i];
    const char32_t mark = mark_of(character.value);
    const bool in_word = i + 1 < characters.size() && is_letter(characters[i + 1].value);
    const bool is_stop = character.value == U'.' &&
                         !(in_word && characters[i + 1].left - left <= widest_letter * em);
    const char32_t whole = mark == 0 || is_stop ? 0 : composed(letter, mark);
    if (whole == 0) {
      letter = character.value;
      left = character.left;
    } else {
      letter = whole;
      character.value = mark;
    }
  }
}

}  // namespace trichyeu
