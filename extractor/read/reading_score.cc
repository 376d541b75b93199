#include "extractor/read/reading_score.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string>

#include "normalizer/syllable.h"

namespace trichyeu {
namespace {

constexpr int fewest_words = 20;        // fewer say nothing
constexpr double least_share = 0.5;     // a table of foreign names and terms has more
constexpr double share_of_words = 0.8;  // of the other reading's: less is a part of the page

// A word without the signs around it, NFC.
icu::UnicodeString bare(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* composition = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString word = icu::UnicodeString::fromUTF8(text);
  if (U_SUCCESS(status)) word = composition->normalize(word, status);
  int32_t from = 0, to = word.length();
  while (from < to && u_ispunct(word.char32At(from))) from = word.moveIndex32(from, 1);
  while (from < to && u_ispunct(word.char32At(to - 1))) to = word.moveIndex32(to, -1);
  return {word, from, to - from};
}

struct Spelling {
  bool counts = false;
  bool marked = false;
  bool syllable = false;
};

Spelling spelling_of(const std::string& text) {
  const icu::UnicodeString word = bare(text);
  Spelling spelling;
  bool capitals = true;
  for (int32_t i = 0; i < word.length(); i = word.moveIndex32(i, 1)) {
    const UChar32 c = word.char32At(i);
    if (u_isdigit(c)) return {};
    spelling.marked = spelling.marked || c >= 0x80;
    capitals = capitals && u_isupper(c);
  }
  std::string letters;
  word.toUTF8String(letters);
  spelling.syllable = is_syllable(letters);
  spelling.counts = word.countChar32() > 1 && (spelling.syllable || !capitals);
  return spelling;
}

}  // namespace

ReadingScore reading_score(const std::vector<PageWord>& words) {
  ReadingScore score;
  int marked = 0, plain = 0;  // syllables
  for (const PageWord& word : words) {
    const Spelling spelling = spelling_of(word.text);
    if (!spelling.counts) continue;
    ++score.words;
    if (spelling.syllable) ++(spelling.marked ? marked : plain);
  }
  if (score.words > 0)
    score.share = static_cast<double>(marked + std::min(plain, marked)) / score.words;
  return score;
}

bool reads_badly(const ReadingScore& layer) {
  return layer.words >= fewest_words && layer.share < least_share;
}

bool is_better(const ReadingScore& one, const ReadingScore& other) {
  return one.words >= share_of_words * other.words && one.share > other.share;
}

}  // namespace trichyeu
