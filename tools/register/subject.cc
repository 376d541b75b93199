#include "tools/register/subject.h"

#include <algorithm>
#include <set>
#include <vector>

#include "models/formats/code_points.h"
#include "normalizer/letters.h"
#include "tools/register/data_list.h"
#include "tools/register/text_keys.h"

namespace trichyeu {
namespace {

// With fewer words a chance hit or miss would decide.
constexpr std::size_t fewest_words = 3;

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
  const std::string small = lowercase(text);
  for (const DataRow& row : register_list("subject-verbs.tsv")) {
    if (begins_with_word(small, row[0])) return true;
  }
  return false;
}

// "Lưu trữ" of "Luật Lưu trữ số 33/2024/QH15": the words before the number, where they are more
// than the type.
std::string name_inside(std::string_view mention) {
  const std::size_t end = mention.find(" số ");
  if (end == std::string_view::npos) return {};
  const std::string_view name = mention.substr(0, end);
  return words_of(name).size() > fewest_words ? std::string(name) : std::string{};
}

}  // namespace

std::string subject_of(std::string_view mention, std::string_view line, std::size_t to_point) {
  std::string_view rest = line.substr(CodePoints(line).byte_of(to_point));
  rest.remove_prefix(std::min(rest.find_first_not_of(" ,"), rest.size()));
  if (!begins_with_verb(rest)) return name_inside(mention);
  std::size_t end = rest.find_first_of(";\n");
  end = std::min(end, rest.find(". "));
  return std::string(rest.substr(0, end));
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
