#include "tools/register/text_keys.h"

#include <algorithm>
#include <vector>

#include "normalizer/fold.h"
#include "normalizer/letters.h"
#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

// FNV-1a, 64 bits.
constexpr std::uint64_t hash_basis = 0xcbf29ce484222325U;
constexpr std::uint64_t hash_prime = 0x100000001b3U;

constexpr std::size_t fewest_letters = 24;

std::string folded(std::string_view letter) { return fold_marks(lowercase(letter)); }

// By code point, up to the last letter with Vietnamese marks.
std::vector<std::string> latin_keys() {
  constexpr char32_t behind_latin = 0x1F00;
  std::vector<std::string> keys;
  for (char32_t letter = 0; letter < behind_latin; ++letter) {
    std::string utf8;
    append_utf8(utf8, letter);
    keys.push_back(folded(utf8));
  }
  return keys;
}

bool is_ascii(char byte) { return (static_cast<unsigned char>(byte) & 0x80U) == 0; }
char small(char ascii) {
  return static_cast<char>(ascii >= 'A' && ascii <= 'Z' ? ascii - 'A' + 'a' : ascii);
}

bool is_of_word(char byte) {
  const bool is_letter = (byte >= 'a' && byte <= 'z') || !is_ascii(byte);
  return is_letter || (byte >= '0' && byte <= '9');
}

}  // namespace

// A register folds much: letter by letter the answers are kept, for those of the Latin script.
std::string search_key(std::string_view text) {
  static const std::vector<std::string> keys = latin_keys();
  std::string key;
  key.reserve(text.size());
  for (std::size_t byte = 0; byte < text.size();) {
    if (is_ascii(text[byte])) {
      key += small(text[byte++]);
      continue;
    }
    const CodePoint here = code_point_at(text, byte);
    if (here.value < keys.size()) {
      key += keys[here.value];
    } else {
      key += folded(text.substr(byte, here.bytes));
    }
    byte += here.bytes;
  }
  return key;
}

std::string letters_and_digits(std::string_view text) {
  std::string key = search_key(text);
  key.erase(std::remove_if(key.begin(), key.end(), [](char byte) { return !is_of_word(byte); }),
            key.end());
  return key;
}

std::optional<std::int64_t> content_key(std::string_view search_key) {
  std::uint64_t hash = hash_basis;
  std::size_t letters = 0;
  for (const char byte : search_key) {
    if (!is_of_word(byte)) continue;
    hash = (hash ^ static_cast<unsigned char>(byte)) * hash_prime;
    ++letters;
  }
  if (letters < fewest_letters) return std::nullopt;
  return static_cast<std::int64_t>(hash);
}

}  // namespace trichyeu
