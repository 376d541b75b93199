// A word and its neighbours are looked up without the signs around them; a sign between two words
// parts them. Lines follow each other in reading order, so that the last word of one stands beside
// the first of the next, but not from cell to cell.
#include "extractor/read/word_mender.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "extractor/read/word_pairs.h"
#include "normalizer/fold.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr double sure = 0.95;  // confidence
constexpr int least_lift = 20;
constexpr int least_count = 6;              // of pairs with one neighbour, of a doubtful word
constexpr int least_count_where_sure = 20;  // and of one that recognition is sure of
constexpr int least_count_of_both = 3;      // where both neighbours bear it out
constexpr int times_as_often = 20;          // as the word that was read
constexpr int most_letters_changed = 2;
constexpr double lead_of_marks = 0.1;  // of confidence, of a reading with fewer marks over one with
                                       // more; the other way round it may lag behind as much
constexpr double least_lead_of_second = 0.05;
constexpr int times_more = 3;  // one of two readings stands beside its neighbours than the other

constexpr char16_t circumflex = 0x0302, breve = 0x0306, horn = 0x031B, dot_below = 0x0323;

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

bool may_be_confused(const Letter& a, const Letter& b) {
  if (a.base != b.base) return true;  // d and đ: the skeleton is the same
  if ((a.tone == dot_below) != (b.tone == dot_below)) return false;
  return a.shape == b.shape || std::max(a.shape, b.shape) == circumflex;
}

// Of two words that are the same but for their marks.
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

// A word of the page, as it is looked up.
struct Place {
  PageWord* word = nullptr;
  std::size_t from_byte = 0, to_byte = 0;  // its letters within the word's text
  std::string letters;                     // small; empty where it has none, or signs inside
  bool parted_before = false;              // from the word before it, by a sign or a cell's end
};

bool is_letter(unsigned char byte) {
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// Signs outside ASCII (quotes, dashes) count as letters here, and so do not parse as words.
Place place_of(PageWord& word) {
  Place place;
  place.word = &word;
  const std::string& text = word.text;
  const auto letter = [](char c) { return is_letter(static_cast<unsigned char>(c)); };
  const auto from = std::find_if(text.begin(), text.end(), letter);
  const auto to = std::find_if_not(from, text.end(), letter);
  if (from == text.end() || std::find_if(to, text.end(), letter) != text.end()) return place;
  place.from_byte = static_cast<std::size_t>(from - text.begin());
  place.to_byte = static_cast<std::size_t>(to - text.begin());
  place.letters = lowercase(text.substr(place.from_byte, place.to_byte - place.from_byte));
  return place;
}

std::vector<Place> places_of(PageText& page) {
  std::vector<Place> places;
  bool parted = true;
  for (std::size_t line = 0; line < page.lines.size(); ++line) {
    if (line > 0 && !(page.places[line] == page.places[line - 1])) parted = true;
    for (PageWord& word : page.lines[line]) {
      Place place = place_of(word);
      place.parted_before = parted || place.from_byte > 0 || place.letters.empty();
      parted = place.letters.empty() || place.to_byte < word.text.size();
      places.push_back(std::move(place));
    }
  }
  return places;
}

class Neighbours {
 public:
  Neighbours(const std::vector<Place>& places, std::size_t at)
      : least_count_(places[at].word->confidence < sure ? least_count : least_count_where_sure) {
    if (!places[at].parted_before) before_ = places[at - 1].letters;
    if (at + 1 < places.size() && !places[at + 1].parted_before) after_ = places[at + 1].letters;
  }

  [[nodiscard]] int count_with(std::string_view word) const {
    const WordPair *before = pair_before(word), *after = pair_after(word);
    return (before != nullptr ? before->count : 0) + (after != nullptr ? after->count : 0);
  }

  // Of pairs that chance does not make. 0 where they are too few to bear `word` out.
  [[nodiscard]] int support_of(std::string_view word) const {
    const int before = count_of(pair_before(word)), after = count_of(pair_after(word));
    const int least = before > 0 && after > 0 ? least_count_of_both : least_count_;
    return before + after >= least ? before + after : 0;
  }

  // The words that bear it out: "thẩm định".
  [[nodiscard]] std::string phrase_with(std::string_view word) const {
    std::string phrase(word);
    if (count_of(pair_before(word)) > 0) phrase.insert(0, before_ + ' ');
    if (count_of(pair_after(word)) > 0) phrase += ' ' + after_;
    return phrase;
  }

 private:
  [[nodiscard]] const WordPair* pair_before(std::string_view word) const {
    return before_.empty() ? nullptr : pair_of(before_, word);
  }
  [[nodiscard]] const WordPair* pair_after(std::string_view word) const {
    return after_.empty() ? nullptr : pair_of(word, after_);
  }
  static int count_of(const WordPair* pair) {
    return pair != nullptr && pair->lift >= least_lift ? pair->count : 0;
  }

  int least_count_;             // of pairs with one neighbour
  std::string before_, after_;  // empty where there is none, or a sign between
};

// What stands there in the texts, where it is not `read`.
std::optional<std::string_view> better_word(const std::string& read, const Neighbours& beside) {
  std::optional<std::string_view> best;
  int most = 0;
  for (const std::string_view word : words_like(read)) {
    if (word == read || !may_be_confused(read, word)) continue;
    if (const int support = beside.support_of(word); support > most) best = word, most = support;
  }
  return most >= times_as_often * beside.count_with(read) ? best : std::nullopt;
}

int marks_of(std::string_view word) {
  int marks = 0;
  for (const Letter& letter : letters_of(word)) marks += (letter.shape != 0) + (letter.tone != 0);
  return marks;
}

// Words that stand twice and more on the page, surely read: its own, whatever texts have.
std::set<std::string> own_words_of(const std::vector<Place>& places) {
  std::map<std::string, int> counts;
  for (const Place& place : places) {
    if (place.word->confidence >= sure) ++counts[place.letters];
  }
  std::set<std::string> own;
  for (const auto& [word, count] : counts) {
    if (count >= 2) own.insert(word);
  }
  return own;
}

// Of a word's two readings. A mark is lost more often than it is invented.
bool prefers_second(const std::vector<Place>& places, std::size_t at,
                    const std::set<std::string>& own) {
  PageWord word = *places[at].word;
  if (word.second.empty()) return false;
  word.text = word.second;
  const std::string &first = places[at].letters, second = place_of(word).letters;
  const Neighbours beside(places, at);
  const int first_count = beside.count_with(first), second_count = beside.count_with(second);
  if (first_count >= times_more * (second_count + 1)) return false;
  if (second_count >= times_more * (first_count + 1) && own.count(first) == 0) return true;
  const int more = marks_of(second) - marks_of(first);
  const double least_lead = more > 0    ? -lead_of_marks
                            : more == 0 ? least_lead_of_second
                                        : lead_of_marks;
  return word.second_confidence - word.confidence > least_lead;
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
  std::vector<Place> places = places_of(page);
  const std::set<std::string> own = own_words_of(places);
  for (std::size_t at = 0; at < places.size(); ++at) {
    if (!prefers_second(places, at, own)) continue;
    PageWord& word = *places[at].word;
    mends.push_back({word.text, word.second, ""});
    word.text = word.second;
    word.confidence = std::max(word.confidence, word.second_confidence);
    const bool parted = places[at].parted_before;
    places[at] = place_of(word);
    places[at].parted_before = parted;
  }
  for (std::size_t at = 0; at < places.size(); ++at) {
    Place& place = places[at];
    if (place.letters.empty()) continue;
    const Neighbours beside(places, at);
    const std::optional<std::string_view> better = better_word(place.letters, beside);
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
