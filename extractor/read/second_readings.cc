#include "extractor/read/second_readings.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

#include "extractor/read/letter_marks.h"
#include "extractor/read/word_context.h"
#include "extractor/read/word_pairs.h"
#include "normalizer/fold.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr int times_more = 3;  // one of two readings stands beside its neighbours than the other
// Leads of the second reading's confidence over the first one's, from which on it holds:
constexpr double lead_of_case = 0.1;     // of small over capital letters, or the reverse
constexpr double lead_over_unknown = 0;  // of a word that texts have, over one that they have not,
constexpr double lead_of_commoner = 0.05;  // of a word that texts have far more often,
constexpr double lead_of_others = 0.15;    // or about as often, or neither of the two
constexpr double lead_of_other_letters = 0.15;
constexpr double sure_of_other_letters = 0.8;
constexpr double unsure_of_digits = 0.7, sure_of_other_digits = 0.95;
constexpr int seldom = 20;  // counts in the texts
constexpr int times_as_common = 5;
constexpr int least_beyond_chance = 10;
constexpr std::size_t most_letters_lost = 2;

// A reading of a word, and what texts say of it there.
struct KnownReading {
  std::string letters;  // small, without the signs around them
  int beside = 0;       // its neighbours
  int anywhere = 0;
  double confidence = 0;
};

KnownReading known_reading(const std::string& letters, double confidence,
                           const Neighbours& neighbours) {
  return {letters, neighbours.count_with(letters), count_of(letters), confidence};
}

double least_lead(const KnownReading& first, const KnownReading& second) {
  if (first.letters == second.letters) return lead_of_case;
  const bool commoner = second.anywhere >= times_as_common * std::max(first.anywhere, 1) &&
                        !(first.anywhere > 0 && differ_in_stroke(first.letters, second.letters));
  if (!commoner) return lead_of_others;
  return first.anywhere == 0 ? lead_over_unknown : lead_of_commoner;
}

// Of readings that are the same but for marks. What stands beside the word decides, for a less sure
// reading one neighbour alone only beyond chance; else the surer one, and a word that texts have
// gives way to none that they have not.
bool prefers_other_marks(const KnownReading& first, const KnownReading& second,
                         const Neighbours& neighbours) {
  if (first.beside >= times_more * (second.beside + 1)) return false;
  const bool told = neighbours.are_two() || second.confidence >= first.confidence ||
                    neighbours.support_of(second.letters, least_beyond_chance) > 0;
  if (second.beside >= times_more * (first.beside + 1) && told) return true;
  if (first.anywhere >= seldom && second.anywhere == 0) return false;
  return second.confidence - first.confidence > least_lead(first, second);
}

std::string only(const std::string& text, bool (*wanted)(char)) {
  std::string kept;
  std::copy_if(text.begin(), text.end(), std::back_inserter(kept), wanted);
  return kept;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_no_sign(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || is_digit(c) || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

bool holds_in_order(const std::string& longer, const std::string& shorter) {
  auto at = shorter.begin();
  for (const char c : longer) {
    if (at != shorter.end() && *at == c) ++at;
  }
  return at == shorter.end();
}

// A digit is not read for another one but with great certainty.
bool may_have_digits_of(const PageWord& word) {
  const std::string first = only(word.text, is_digit), second = only(word.second, is_digit);
  if (second.size() < first.size()) return false;
  return holds_in_order(second, first) ||
         (first.size() == second.size() && word.confidence < unsure_of_digits &&
          word.second_confidence >= sure_of_other_digits);
}

// Or an H, for which two strokes are often taken. Strokes tell the numerals apart
// (heading_numerals.h), a second reading does not.
bool looks_roman(const std::string& text) {
  const std::string letters = only(text, [](char c) { return is_no_sign(c) && !is_digit(c); });
  return !letters.empty() && letters.find_first_not_of("IVXH") == std::string::npos;
}

// But an H is none, and what a heading's numeral needs is the point behind it.
bool mends_numeral(const PageWord& word) {
  const auto has_h = [](const std::string& text) { return text.find('H') != std::string::npos; };
  const bool becomes_one = has_h(word.text) && looks_roman(word.second) && !has_h(word.second);
  return looks_roman(word.text) && (becomes_one || word.second == word.text + '.');
}

// In a number they part what belongs apart; between words one sign is as likely as the other.
bool differ_in_signs_alone(const PageWord& word) {
  return only(word.text, is_no_sign) == only(word.second, is_no_sign) &&
         only(word.text, is_digit).empty();
}

bool prefers_other_letters(const PageWord& word, const KnownReading& first,
                           const KnownReading& second) {
  const bool told =
      second.beside >= times_more * (first.beside + 1) && word.second_confidence > word.confidence;
  if (!told && word.second_confidence <
                   std::max(sure_of_other_letters, word.confidence + lead_of_other_letters))
    return false;
  if (mends_numeral(word)) return true;
  if (looks_roman(word.text) || !may_have_digits_of(word) || differ_in_signs_alone(word))
    return false;
  if (code_point_count(word.second) + most_letters_lost < code_point_count(word.text)) return false;
  return first.anywhere == 0 || second.beside >= times_more * (first.beside + 1);
}

bool prefers_second(const std::vector<WordPlace>& places, std::size_t at) {
  PageWord word = *places[at].word;
  if (word.second.empty()) return false;
  const Neighbours neighbours(places, at);
  const KnownReading first = known_reading(places[at].letters, word.confidence, neighbours);
  std::swap(word.text, word.second);
  const KnownReading second =
      known_reading(place_of(word).letters, word.second_confidence, neighbours);
  std::swap(word.text, word.second);
  return fold_marks(lowercase(word.text)) == fold_marks(lowercase(word.second))
             ? prefers_other_marks(first, second, neighbours)
             : prefers_other_letters(word, first, second);
}

}  // namespace

std::vector<Mend> settle_second_readings(PageText& page) {
  std::vector<Mend> mends;
  std::vector<WordPlace> places = places_of(page);
  for (std::size_t at = 0; at < places.size(); ++at) {
    if (!prefers_second(places, at)) continue;
    PageWord& word = *places[at].word;
    mends.push_back({word.text, word.second, ""});
    word.text = word.second;
    word.confidence = std::max(word.confidence, word.second_confidence);
    const bool parted = places[at].parted_before;
    places[at] = place_of(word);
    places[at].parted_before = parted;
  }
  return mends;
}

}  // namespace trichyeu
