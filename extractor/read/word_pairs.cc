#include "extractor/read/word_pairs.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "extractor/read/embedded_rows.h"
#include "normalizer/fold.h"

namespace trichyeu {
namespace {

// Views of the embedded file.
struct Table {
  std::vector<WordPair> pairs;  // ascending
  std::map<std::string, std::vector<std::string_view>, std::less<>> by_letters;
  std::map<std::string_view, int> counts;     // by word, beside one neighbour or the other
  std::map<std::string_view, int> commonest;  // by word: its commonest pair's count
};

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

auto key(const WordPair& pair) { return std::pair(pair.first, pair.second); }

void add_word(Table& table, std::string_view word) {
  std::vector<std::string_view>& words = table.by_letters[fold_marks(word)];
  if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
}

Table read_table() {
  Table table;
  for (std::string_view row : embedded_rows("word_pairs.tsv")) {
    WordPair pair;
    pair.first = next_field(row);
    pair.second = next_field(row);
    pair.count = number(next_field(row));
    pair.lift = number(next_field(row));
    table.pairs.push_back(pair);
    add_word(table, pair.second);
    add_word(table, pair.first);
    table.counts[pair.first] += pair.count;
    table.counts[pair.second] += pair.count;
    for (const std::string_view word : {pair.first, pair.second}) {
      int& commonest = table.commonest[word];
      commonest = std::max(commonest, pair.count);
    }
  }
  std::sort(table.pairs.begin(), table.pairs.end(),
            [](const WordPair& a, const WordPair& b) { return key(a) < key(b); });
  return table;
}

const Table& table() {
  static const Table read = read_table();
  return read;
}

}  // namespace

const WordPair* pair_of(std::string_view first, std::string_view second) {
  const std::vector<WordPair>& pairs = table().pairs;
  const auto wanted = std::pair(first, second);
  const auto found =
      std::lower_bound(pairs.begin(), pairs.end(), wanted,
                       [](const WordPair& pair, const auto& other) { return key(pair) < other; });
  return found == pairs.end() || key(*found) != wanted ? nullptr : &*found;
}

int count_of(std::string_view word) {
  const auto found = table().counts.find(word);
  return found == table().counts.end() ? 0 : found->second;
}

int commonest_count_of(std::string_view word) {
  const auto found = table().commonest.find(word);
  return found == table().commonest.end() ? 0 : found->second;
}

const std::vector<std::string_view>& words_like(std::string_view word) {
  static const std::vector<std::string_view> none;
  const auto found = table().by_letters.find(fold_marks(word));
  return found == table().by_letters.end() ? none : found->second;
}

}  // namespace trichyeu
