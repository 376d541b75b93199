#include "tools/register/subject.h"

#include <algorithm>
#include <set>
#include <vector>

#include "normalizer/letters.h"
#include "tools/register/data_list.h"
#include "tools/register/text_keys.h"

namespace trichyeu {
namespace {

// With fewer words a chance hit or miss would decide.
constexpr std::size_t fewest_words = 3;
constexpr std::size_t most_bytes = 200;  // about as long as a title

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char letter : search_key(text) + ' ') {
    const bool is_of_word = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
                            (static_cast<unsigned char>(letter) & 0x80U) != 0;
    if (is_of_word) {
      word += letter;
    } else if (!word.empty()) {
      words.push_back(word);
      word.clear();
    }
  }
  return words;
}

bool begins_with_verb(std::string_view text) {
  static const std::vector<DataRow> verbs = register_list("subject-verbs.tsv");
  const std::string small = lowercase(text.substr(0, most_bytes));
  return std::any_of(verbs.begin(), verbs.end(),
                     [&](const DataRow& verb) { return begins_with_word(small, verb[0]); });
}

// "Lưu trữ" of "Luật Lưu trữ số 33/2024/QH15": the words before the number, where they are more
// than the type.
std::string name_inside(std::string_view mention) {
  const std::size_t end = mention.find(" số ");
  if (end == std::string_view::npos) return {};
  const std::string_view name = mention.substr(0, end);
  return words_of(name).size() > fewest_words ? std::string(name) : std::string{};
}

// Where a text of more than most_bytes is cut: before the word that goes beyond.
std::size_t end_of_word(std::string_view text) {
  if (text.size() <= most_bytes) return text.size();
  const std::size_t blank = text.rfind(' ', most_bytes);
  return blank == std::string_view::npos ? text.size() : blank;
}

}  // namespace

std::string subject_of(std::string_view mention, std::string_view behind) {
  behind.remove_prefix(std::min(behind.find_first_not_of(" ,"), behind.size()));
  if (!begins_with_verb(behind)) return name_inside(mention);
  std::size_t end = behind.find_first_of(";\n");
  end = std::min({end, behind.find(". "), behind.size()});
  return std::string(behind.substr(0, end_of_word(behind.substr(0, end))));
}

bool differs_from_title(std::string_view subject, std::string_view title) {
  std::vector<std::string> words = words_of(subject);
  const std::vector<std::string> title_words = words_of(title);
  const std::set<std::string> known(title_words.begin(), title_words.end());
  // Prose that follows a subject is longer than the title.
  words.resize(std::min(words.size(), title_words.size()));
  if (words.size() < fewest_words) return false;
  const auto shared = static_cast<std::size_t>(std::count_if(
      words.begin(), words.end(), [&](const std::string& word) { return known.count(word) > 0; }));
  return 2 * shared < words.size();
}

}  // namespace trichyeu
