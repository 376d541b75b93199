#include "extractor/fields/name_case.h"

#include <algorithm>
#include <array>
#include <vector>

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
}

std::string NameCase::running_case(std::string_view capitals) const {
  if (!is_all_capitals(capitals)) return std::string(capitals);
  const std::string small = lowercase(capitals);
  const std::vector<std::string_view> words = words_of(small);
  std::string out;
  Behind behind = Behind::plain;
  for (std::size_t i = 0; i < words.size();) {
    const KnownName* known = nullptr;
    std::size_t taken = 1;
    for (std::size_t n = std::min(longest_name, words.size() - i); n > 0 && known == nullptr; --n) {
      const char* begin = words[i].data();
      const char* end = words[i + n - 1].data() + words[i + n - 1].size();
      const auto found =
          names_.find(std::string_view(begin, static_cast<std::size_t>(end - begin)));
      if (found == names_.end()) continue;
      known = &found->second;
      taken = n;
    }
    if (!out.empty()) out += ' ';
    if (known != nullptr) {
      out += known->printed;
      behind = known->behind;
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
