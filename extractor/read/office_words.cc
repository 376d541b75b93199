#include "extractor/read/office_words.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "extractor/read/embedded_rows.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

struct OfficeWord {
  std::string_view word, beside;
  bool behind = false;  // `beside` stands behind it
  std::string_view misreadings;
};

std::vector<OfficeWord> read_table() {
  std::vector<OfficeWord> words;
  for (std::string_view row : embedded_rows("office_words.tsv")) {
    OfficeWord& word = words.emplace_back();
    word.word = next_field(row);
    word.beside = next_field(row);
    word.behind = next_field(row) == "behind";
    word.misreadings = next_field(row);
  }
  return words;
}

const std::vector<OfficeWord>& office_words() {
  static const std::vector<OfficeWord> words = read_table();
  return words;
}

// Without the signs around it.
std::string_view core_of(std::string_view text) {
  constexpr std::string_view signs = " .,;:-_'`/()";
  const std::size_t from = std::min(text.find_first_not_of(signs), text.size());
  const std::size_t to = text.find_last_not_of(signs);
  return to == std::string_view::npos ? std::string_view{} : text.substr(from, to + 1 - from);
}

bool lists(std::string_view misreadings, std::string_view word) {
  while (!misreadings.empty()) {
    const std::size_t end = std::min(misreadings.find('|'), misreadings.size());
    if (misreadings.substr(0, end) == word) return true;
    misreadings.remove_prefix(std::min(end + 1, misreadings.size()));
  }
  return false;
}

void mend_word(PageWord& word, const PageWord& beside, bool behind, std::vector<Mend>& mends) {
  const std::string_view read = core_of(word.text);
  const std::string neighbour = lowercase(core_of(beside.text));
  for (const OfficeWord& known : office_words()) {
    if (known.behind != behind || known.beside != neighbour || !lists(known.misreadings, read))
      continue;
    const std::string as_read = word.text;
    word.text.replace(static_cast<std::size_t>(read.data() - word.text.data()), read.size(),
                      known.word);
    word.second.clear();
    mends.push_back({as_read, word.text,
                     behind ? word.text + ' ' + beside.text : beside.text + ' ' + word.text});
    return;
  }
}

}  // namespace

std::vector<Mend> mend_office_words(PageText& page) {
  std::vector<Mend> mends;
  for (PageLine& line : page.lines) {
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (at > 0) mend_word(line[at], line[at - 1], false, mends);
      if (at + 1 < line.size()) mend_word(line[at], line[at + 1], true, mends);
    }
  }
  return mends;
}

}  // namespace trichyeu
