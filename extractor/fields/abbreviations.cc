// "…, công chức, viên chức (CB, CC, VC)": the words before the bracket whose first letters spell
// it.
#include <vector>

#include "extractor/fields/fields.h"
#include "extractor/fields/value.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

std::vector<std::string> letters_of(std::string_view text) {
  std::vector<std::string> letters;
  const std::string small = lowercase(text);
  for (std::size_t at = 0; at < small.size();) {
    std::size_t end = at + 1;
    while (end < small.size() && (static_cast<unsigned char>(small[end]) & 0xC0U) == 0x80U) ++end;
    const std::string letter = small.substr(at, end - at);
    if (has_letter(letter)) letters.push_back(letter);
    at = end;
  }
  return letters;
}

std::string first_letter(std::string_view word) {
  const auto letters = letters_of(word);
  return letters.empty() ? std::string() : letters.front();
}

// The run of words that ends at `end` and whose first letters are `letters`; words of `skipped`
// (conjunctions) need not count. Empty where there is none.
ByteSpan spelled_by(const std::vector<std::string>& letters, std::string_view text, std::size_t end,
                    const WordList& skipped) {
  std::size_t left = letters.size();
  std::size_t at = end;
  std::size_t begin = end;
  while (left > 0 && at > 0) {
    while (at > 0 && text[at - 1] == ' ') --at;
    const std::size_t from = text.rfind(' ', at == 0 ? 0 : at - 1);
    const std::size_t word = from == std::string_view::npos || from >= at ? 0 : from + 1;
    if (word >= at) return {};
    const std::string_view token = text.substr(word, at - word);
    if (first_letter(token) == letters[left - 1]) {
      --left;
      begin = word;
    } else if (skipped.rows_with("conjunction", token).empty() && has_letter(token)) {
      return {};
    }
    at = word;
  }
  return left == 0 ? ByteSpan{begin, end} : ByteSpan{};
}

}  // namespace

std::vector<Abbreviation> extract_abbreviations(const DocumentTree& tree,
                                                const Grammars& grammars) {
  std::vector<Abbreviation> found;
  for (const Block& block : tree.blocks) {
    const std::string_view text = block.bytes.of(tree.text);
    for (const Match& match : grammars.grammar("abbreviations").find_all(text)) {
      Abbreviation abbreviation;
      abbreviation.short_form = std::string(match.capture("short", text));
      const ByteSpan full = spelled_by(letters_of(abbreviation.short_form), text,
                                       match.bytes.from_byte, grammars.list("unit-conjunctions"));
      if (full.empty()) continue;
      abbreviation.full =
          value_of(shifted(full, block.bytes.from_byte), tree, match.rule->id, 0.97);
      found.push_back(std::move(abbreviation));
    }
  }
  return found;
}

}  // namespace trichyeu
