#include "extractor/read/word_mender.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <cstddef>
#include <optional>
#include <string_view>

#include "extractor/read/letter_marks.h"
#include "extractor/read/word_context.h"
#include "extractor/read/word_pairs.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr double sure = 0.95;               // confidence
constexpr int least_count = 6;              // of pairs with one neighbour, of a doubtful word
constexpr int least_count_where_sure = 20;  // and of one that recognition is sure of
constexpr int times_as_often = 20;          // as the word that was read

// What stands there in the texts, where it is not `read`.
std::optional<std::string_view> better_word(const std::string& read, double confidence,
                                            const Neighbours& beside) {
  const int least = confidence < sure ? least_count : least_count_where_sure;
  std::optional<std::string_view> best;
  int most = 0;
  for (const std::string_view word : words_like(read)) {
    if (word == read || !may_be_confused(read, word)) continue;
    const int support =
        beside.support_of(word, differ_in_stroke(read, word) ? least_count_where_sure : least);
    if (support > most) best = word, most = support;
  }
  return most >= times_as_often * beside.count_with(read) ? best : std::nullopt;
}

std::string capitals(const std::string& small) {
  std::string text;
  icu::UnicodeString::fromUTF8(small).toUpper(icu::Locale::getRoot()).toUTF8String(text);
  return text;
}

// The letter case of `read`; nothing where it is mixed, as in a symbol.
std::optional<std::string> in_case_of(const std::string& read, std::string_view word) {
  const std::string small(word);
  if (read == lowercase(read)) return small;
  if (read == capitalized(lowercase(read))) return capitalized(small);
  if (is_all_capitals(read)) return capitals(small);
  return std::nullopt;
}

}  // namespace

std::vector<Mend> mend_words(PageText& page) {
  std::vector<Mend> mends;
  std::vector<WordPlace> places = places_of(page);
  for (std::size_t at = 0; at < places.size(); ++at) {
    WordPlace& place = places[at];
    if (place.letters.empty()) continue;
    const Neighbours beside(places, at);
    const std::optional<std::string_view> better =
        better_word(place.letters, place.word->confidence, beside);
    if (!better) continue;
    std::string& text = place.word->text;
    const std::string read = text.substr(place.from_byte, place.to_byte - place.from_byte);
    const std::optional<std::string> meant = in_case_of(read, *better);
    if (!meant) continue;
    mends.push_back({read, *meant, beside.phrase_with(*better)});
    text.replace(place.from_byte, place.to_byte - place.from_byte, *meant);
    place.to_byte = place.from_byte + meant->size();
    place.letters = *better;
  }
  return mends;
}

}  // namespace trichyeu
