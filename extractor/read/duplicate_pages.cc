// Each page's words, sorted, so that two pages are compared in one walk that ends as soon as too
// many differ: most pairs end after a few words.
#include "extractor/read/duplicate_pages.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace trichyeu {
namespace {

constexpr std::size_t fewest_words = 20;
constexpr std::size_t words_per_difference = 12;  // what recognition reads differently at most
// Of the words that differ, those that are not the same word misread: a name, a number.
constexpr std::size_t words_per_other_word = 100;

using Words = std::vector<std::string_view>;

struct PageWords {
  Words sorted;
  bool recognised = false;
};

PageWords words_of(const SourcePage& page, std::string_view text) {
  PageWords words;
  words.recognised = page.reading == Reading::ocr;
  text = page.bytes.of(text);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    if (end > at) words.sorted.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  std::sort(words.sorted.begin(), words.sorted.end());
  return words;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The same word misread: begin and end together are half of it or more. A number is never another.
bool look_alike(std::string_view a, std::string_view b) {
  if (std::any_of(a.begin(), a.end(), is_digit) && std::any_of(b.begin(), b.end(), is_digit))
    return false;
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t begin = 0, end = 0;
  while (begin < shorter && a[begin] == b[begin]) ++begin;
  while (begin + end < shorter && a[a.size() - 1 - end] == b[b.size() - 1 - end]) ++end;
  return 2 * (begin + end) >= std::max(a.size(), b.size());
}

// Words of `a` that no word of `b` looks like.
std::size_t count_other_words(const Words& a, const Words& b) {
  return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](std::string_view word) {
    return std::none_of(b.begin(), b.end(),
                        [&](std::string_view other) { return look_alike(word, other); });
  }));
}

bool nearly_same(const Words& a, const Words& b) {
  const std::size_t words = std::max(a.size(), b.size());
  const std::size_t allowed = words / words_per_difference;
  Words only_a, only_b;
  for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      ++i;
      ++j;
    } else if (j == b.size() || (i < a.size() && a[i] < b[j])) {
      only_a.push_back(a[i++]);
    } else {
      only_b.push_back(b[j++]);
    }
    if (std::max(only_a.size(), only_b.size()) > allowed) return false;
  }
  return std::max(count_other_words(only_a, only_b), count_other_words(only_b, only_a)) <=
         words / words_per_other_word;
}

bool is_same(const PageWords& a, const PageWords& b) {
  return a.recognised || b.recognised ? nearly_same(a.sorted, b.sorted) : a.sorted == b.sorted;
}

}  // namespace

void set_repeated_pages(SourceText& source) {
  std::vector<std::pair<int, PageWords>> originals;
  for (SourcePage& page : source.pages) {
    PageWords words = words_of(page, source.text);
    if (words.sorted.size() < fewest_words) continue;
    const auto original = std::find_if(originals.begin(), originals.end(), [&](const auto& other) {
      return is_same(other.second, words);
    });
    if (original == originals.end()) {
      originals.emplace_back(page.number, std::move(words));
    } else {
      page.repeats = original->first;
    }
  }
}

}  // namespace trichyeu
