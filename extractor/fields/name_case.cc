// Word by word from the left: the longest run that the document spells elsewhere or a list knows is
// taken whole, any other word by what stands before it.
#include "extractor/fields/name_case.h"

#include <algorithm>
#include <array>

#include "normalizer/fold.h"
#include "normalizer/letters.h"
#include "normalizer/syllable.h"

namespace trichyeu {
namespace {

constexpr std::size_t longest_name = 12;   // words
constexpr std::size_t shortest_found = 2;  // words; one word alone has many uses

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// The words from `from` on, of one text, with what parts them.
std::string_view run_of(const std::vector<std::string_view>& words, std::size_t from,
                        std::size_t count) {
  const std::string_view last = words[from + count - 1];
  const char* begin = words[from].data();
  return {begin, static_cast<std::size_t>(last.data() + last.size() - begin)};
}

bool is_letter_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
}

// Syllables have a vowel: a word without one is made of first letters, "TNCS", "THPT".
bool is_abbreviation(std::string_view small) {
  const std::string letters = fold_marks(small);
  return has_letter(letters) && letters.find_first_of("aeiouy") == std::string::npos;
}

// "xi" is a syllable too: behind the word for an area it is a number.
bool is_numeral(std::string_view small, bool behind_area) {
  if (small.find_first_not_of("ivxlc") != std::string_view::npos) return false;
  return behind_area || !is_syllable(small);
}

bool is_capitalised_throughout(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  return std::none_of(words.begin(), words.end(), starts_lowercase);
}

}  // namespace

NameCase::NameCase(const Grammars& grammars, std::string_view text)
    : text_(text), small_(lowercase(text)) {
  if (small_.size() != text_.size()) small_.clear();
  const WordList& spellings = grammars.list("name-spellings");
  for (std::size_t row = 0; row < spellings.size(); ++row) {
    const std::string_view next = spellings.cell(row, "behind");
    const Behind behind = next == "name"      ? Behind::name
                          : next == "area"    ? Behind::area
                          : next == "capital" ? Behind::capital
                                              : Behind::plain;
    const std::string name(spellings.cell(row, "name"));
    names_.try_emplace(lowercase(name), KnownName{name, behind});
  }
  struct Source {
    std::string_view list, column;
    Behind behind;
  };
  constexpr std::array<Source, 6> sources = {{{"locality-kinds", "kind", Behind::name},
                                              {"school-kinds", "kind", Behind::name},
                                              {"unit-heads", "head", Behind::capital},
                                              {"portfolios", "name", Behind::plain},
                                              {"issuers", "name", Behind::plain},
                                              {"provinces", "name", Behind::plain}}};
  for (const Source& source : sources) {
    for (const std::string& name : grammars.list(source.list).entries(source.column)) {
      names_.try_emplace(lowercase(name), KnownName{name, source.behind});
    }
  }
  read_local_bodies(grammars.list("issuers"));
}

// Behind a body that each place has one of stands the place: "Tỉnh ủy Vĩnh Sơn".
void NameCase::read_local_bodies(const WordList& issuers) {
  for (std::size_t row = 0; row < issuers.size(); ++row) {
    const std::string_view locality = issuers.cell(row, "locality");
    if (locality == "none" || locality == "any") continue;
    const std::string_view names = issuers.cell(row, "name");
    for (std::size_t at = 0; at < names.size();) {
      const std::size_t end = std::min(names.find('|', at), names.size());
      const auto known = names_.find(lowercase(names.substr(at, end - at)));
      if (known != names_.end()) known->second.behind = Behind::name;
      at = end + 1;
    }
  }
}

std::string NameCase::running_case(std::string_view capitals) const {
  if (!is_all_capitals(capitals)) return std::string(capitals);
  const std::string small = lowercase(capitals);
  const Words words = words_of(small), printed = words_of(capitals);
  std::string out;
  Behind next = Behind::plain;
  for (std::size_t i = 0; i < words.size();) {
    if (!out.empty()) out += ' ';
    std::optional<Spelling> known = listed(words, i);
    if (const auto found = in_document(words, i);
        found && (!known || found->words >= known->words)) {
      known = found;
    }
    if (known) {
      out += known->printed;
      next = known->behind;
      i += known->words;
      continue;
    }
    if (is_abbreviation(words[i]) || is_numeral(words[i], next == Behind::area)) {
      out += printed[i];
    } else {
      out += next == Behind::plain ? std::string(words[i]) : capitalized(words[i]);
    }
    if (next == Behind::capital) next = Behind::plain;
    if (!has_letter(words[i])) next = Behind::capital;  // a dash begins a name of its own
    ++i;
  }
  return capitalized(out);
}

std::optional<NameCase::Spelling> NameCase::listed(const Words& words, std::size_t from) const {
  for (std::size_t n = std::min(longest_name, words.size() - from); n > 0; --n) {
    const std::string_view run = run_of(words, from, n);
    if (const auto found = names_.find(run); found != names_.end())
      return Spelling{found->second.printed, n, found->second.behind};
    // "SỞ Y TẾ, SỞ NỘI VỤ": a comma inside a longer name is that name's own.
    if (run.back() != ',' || from + n == words.size() || !listed(words, from + n)) continue;
    const auto found = names_.find(run.substr(0, run.size() - 1));
    if (found != names_.end()) return Spelling{found->second.printed + ',', n, Behind::plain};
  }
  return std::nullopt;
}

// The longest run of the words that stands in the document in mixed case, in its most frequent
// spelling.
std::optional<NameCase::Spelling> NameCase::in_document(const Words& words,
                                                        std::size_t from) const {
  const std::size_t most = std::min(longest_name, words.size() - from);
  if (most < shortest_found) return std::nullopt;
  const std::string_view shortest = run_of(words, from, shortest_found);
  std::size_t longest = 0;
  std::map<std::string_view, int> spellings;
  for (std::size_t at = small_.find(shortest); at != std::string::npos;
       at = small_.find(shortest, at + 1)) {
    if (at > 0 && is_letter_byte(small_[at - 1])) continue;
    for (std::size_t n = most; n >= std::max(shortest_found, longest); --n) {
      const std::string_view run = run_of(words, from, n);
      if (small_.compare(at, run.size(), run) != 0) continue;
      const std::size_t end = at + run.size();
      if (end < small_.size() && is_letter_byte(small_[end])) continue;
      if (!is_spelling(at, run.size(), from == 0)) break;
      if (n > longest) spellings.clear();
      longest = n;
      ++spellings[text_.substr(at, run.size())];
      break;
    }
  }
  if (longest == 0) return std::nullopt;
  const auto best = std::max_element(spellings.begin(), spellings.end(),
                                     [](auto& a, auto& b) { return a.second < b.second; });
  return Spelling{std::string(best->first), longest, behind(words, from, longest)};
}

// Whether the text there says how a name is spelt: not in capitals throughout nor all small, and
// its first letter not large only because a sentence begins with it.
bool NameCase::is_spelling(std::size_t at, std::size_t size, bool first) const {
  const std::string_view printed = text_.substr(at, size);
  if (is_all_capitals(printed) || !has_capital(printed)) return false;
  if (first || starts_lowercase(printed)) return true;
  const auto known = names_.find(std::string_view(small_).substr(at, printed.find(' ')));
  const bool small_word = known != names_.end() && starts_lowercase(known->second.printed);
  if (!small_word && is_capitalised_throughout(printed)) return true;
  const std::size_t before = text_.substr(0, at).find_last_not_of(' ');
  return before != std::string_view::npos &&
         (is_letter_byte(small_[before]) || small_[before] == ',');
}

// What the longest known name at the run's end is followed by.
NameCase::Behind NameCase::behind(const Words& words, std::size_t from, std::size_t count) const {
  for (; count > 0; ++from, --count) {
    const auto found = names_.find(run_of(words, from, count));
    if (found != names_.end()) return found->second.behind;
  }
  return Behind::plain;
}

std::string sentence_case(std::string_view capitals) {
  return is_all_capitals(capitals) ? capitalized(lowercase(capitals)) : std::string(capitals);
}

}  // namespace trichyeu
