#include "extractor/read/word_context.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <utility>

#include "extractor/read/word_pairs.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr int least_lift = 20, great_lift = 100;
constexpr int least_count_of_both = 3;  // where both neighbours bear it out

bool is_letter(unsigned char byte) {
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

const WordPair* known_pair(const std::string& first, std::string_view second) {
  return first.empty() || second.empty() ? nullptr : pair_of(first, second);
}

int count_of(const WordPair* pair) { return pair != nullptr ? pair->count : 0; }

int lift_of(const WordPair* pair) { return pair != nullptr ? pair->lift : 0; }

int count_beyond_chance(const WordPair* pair) {
  return pair != nullptr && pair->lift >= least_lift ? pair->count : 0;
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

// Signs outside ASCII (quotes, dashes) count as letters here, and so do not parse as words.
WordPlace place_of(PageWord& word) {
  WordPlace place;
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

std::optional<Mend> respelt(WordPlace& place, std::string_view letters) {
  std::string& text = place.word->text;
  const std::string read = text.substr(place.from_byte, place.to_byte - place.from_byte);
  const std::optional<std::string> meant = in_case_of(read, letters);
  if (!meant) return std::nullopt;
  text.replace(place.from_byte, place.to_byte - place.from_byte, *meant);
  place.to_byte = place.from_byte + meant->size();
  place.letters = letters;
  return Mend{read, *meant, ""};
}

std::vector<WordPlace> places_of(PageText& page) {
  std::vector<WordPlace> places;
  bool parted = true;
  for (std::size_t line = 0; line < page.lines.size(); ++line) {
    if (line > 0 && !(page.places[line] == page.places[line - 1])) parted = true;
    for (PageWord& word : page.lines[line]) {
      WordPlace place = place_of(word);
      place.parted_before = parted || place.from_byte > 0 || place.letters.empty();
      parted = place.letters.empty() || place.to_byte < word.text.size();
      places.push_back(std::move(place));
    }
  }
  return places;
}

Neighbours::Neighbours(const std::vector<WordPlace>& places, std::size_t at) {
  if (!places[at].parted_before) before_ = places[at - 1].letters;
  if (at + 1 < places.size() && !places[at + 1].parted_before) after_ = places[at + 1].letters;
}

int Neighbours::count_with(std::string_view word) const {
  return count_of(known_pair(before_, word)) + count_of(known_pair(std::string(word), after_));
}

int Neighbours::support_of(std::string_view word, int least) const {
  const int before = count_beyond_chance(known_pair(before_, word));
  const int after = count_beyond_chance(known_pair(std::string(word), after_));
  if (before > 0 && after > 0) least = least_count_of_both;
  return before + after >= least ? before + after : 0;
}

bool Neighbours::both_bear_out(std::string_view word) const {
  return lift_of(known_pair(before_, word)) >= least_lift &&
         lift_of(known_pair(std::string(word), after_)) >= least_lift;
}

bool Neighbours::bear_out_strongly(std::string_view word) const {
  return both_bear_out(word) ||
         std::max(lift_of(known_pair(before_, word)),
                  lift_of(known_pair(std::string(word), after_))) >= great_lift;
}

bool Neighbours::are_two() const { return !before_.empty() && !after_.empty(); }

std::string Neighbours::phrase_with(std::string_view word) const {
  std::string phrase(word);
  if (count_beyond_chance(known_pair(before_, word)) > 0) phrase.insert(0, before_ + ' ');
  if (count_beyond_chance(known_pair(std::string(word), after_)) > 0) phrase += ' ' + after_;
  return phrase;
}

}  // namespace trichyeu
