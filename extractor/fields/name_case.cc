#include "extractor/fields/name_case.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "normalizer/letters.h"

namespace trichyeu {
namespace {

// A known name in its own letter case, and whether a proper name follows it.
struct KnownName {
  std::string printed;
  bool introduces_name = false;
};

// By the name's small letters; words of a name are parted by one blank.
using KnownNames = std::map<std::string, KnownName, std::less<>>;

KnownNames known_names(const Grammars& grammars) {
  struct Source { std::string_view list, column; bool introduces_name; };
  constexpr std::array<Source, 6> sources = {{{"locality-kinds", "kind", true},
                                              {"school-kinds", "kind", true},
                                              {"unit-heads", "head", false},
                                              {"portfolios", "name", false},
                                              {"issuers", "name", false},
                                              {"provinces", "name", false}}};
  KnownNames names;
  for (const Source& source : sources) {
    for (const std::string& name : grammars.list(source.list).entries(source.column)) {
      names.try_emplace(lowercase(name), KnownName{name, source.introduces_name});
    }
  }
  return names;
}

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

std::string running_case(std::string_view capitals, const Grammars& grammars) {
  if (!is_all_capitals(capitals)) return std::string(capitals);
  const KnownNames names = known_names(grammars);
  const std::string small = lowercase(capitals);
  const std::vector<std::string_view> words = words_of(small);
  std::string out;
  bool proper = false;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t taken = 0;
    const KnownName* known = nullptr;
    for (std::size_t n = std::min(longest_name, words.size() - i); n > 0 && known == nullptr; --n) {
      const char* begin = words[i].data();
      const char* end = words[i + n - 1].data() + words[i + n - 1].size();
      const auto found = names.find(std::string_view(begin, static_cast<std::size_t>(end - begin)));
      if (found != names.end()) {
        known = &found->second;
        taken = n;
      }
    }
    if (!out.empty()) out += ' ';
    if (known != nullptr) {
      out += known->printed;
      proper = known->introduces_name;
      i += taken;
    } else {
      out += proper ? capitalized(words[i]) : std::string(words[i]);
      ++i;
    }
  }
  return capitalized(out);
}

std::string sentence_case(std::string_view capitals) {
  return is_all_capitals(capitals) ? capitalized(lowercase(capitals)) : std::string(capitals);
}

}  // namespace trichyeu
