#include "extractor/fields/name_case.h"

#include <algorithm>
#include <array>
#include <vector>

#include "normalizer/fold.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

constexpr std::size_t longest_name = 12;  // words

// Syllables have a vowel: a word without one is made of first letters, "TNCS", "THPT".
bool is_abbreviation(std::string_view small) {
  const std::string letters = fold_marks(small);
  return has_letter(letters) && letters.find_first_of("aeiouy") == std::string::npos;
}

}  // namespace

NameCase::NameCase(const Grammars& grammars) {
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
  const std::vector<std::string_view> words = words_of(small);
  const std::vector<std::string_view> printed = words_of(capitals);
  std::string out;
  Behind behind = Behind::plain;
  for (std::size_t i = 0; i < words.size();) {
    const KnownName* known = nullptr;
    std::size_t taken = 1;
    for (std::size_t n = std::min(longest_name, words.size() - i); n > 0 && known == nullptr; --n) {
      const char* begin = words[i].data();
      const char* end = words[i + n - 1].data() + words[i + n - 1].size();
      std::string_view run(begin, static_cast<std::size_t>(end - begin));
      auto found = names_.find(run);
      if (found == names_.end() && run.ends_with(',')) {
        run.remove_suffix(1);
        found = names_.find(run);
      }
      if (found == names_.end()) continue;
      known = &found->second;
      taken = n;
    }
    if (!out.empty()) out += ' ';
    if (known != nullptr) {
      out += known->printed;
      if (words[i + taken - 1].ends_with(',') && !known->printed.ends_with(',')) out += ',';
      behind = known->behind;
    } else if (is_abbreviation(words[i])) {
      out += printed[i];
    } else {
      out += behind == Behind::plain ? std::string(words[i]) : capitalized(words[i]);
      if (behind == Behind::capital) behind = Behind::plain;
    }
    i += taken;
  }
  return capitalized(out);
}

std::string sentence_case(std::string_view capitals) {
  return is_all_capitals(capitals) ? capitalized(lowercase(capitals)) : std::string(capitals);
}

}  // namespace trichyeu
