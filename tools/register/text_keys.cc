#include "tools/register/text_keys.h"

#include <algorithm>

#include "normalizer/fold.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

// FNV-1a, 64 bits.
constexpr std::uint64_t hash_basis = 0xcbf29ce484222325U;
constexpr std::uint64_t hash_prime = 0x100000001b3U;

constexpr std::size_t fewest_letters = 24;

bool is_of_word(char byte) {
  const bool is_letter = (byte >= 'a' && byte <= 'z') || (static_cast<unsigned char>(byte) & 0x80U);
  return is_letter || (byte >= '0' && byte <= '9');
}

}  // namespace

std::string search_key(std::string_view text) { return fold_marks(lowercase(text)); }

std::string letters_and_digits(std::string_view text) {
  std::string key = search_key(text);
  key.erase(std::remove_if(key.begin(), key.end(), [](char byte) { return !is_of_word(byte); }),
            key.end());
  return key;
}

std::optional<std::int64_t> content_key(std::string_view text) {
  const std::string content = letters_and_digits(text);
  if (content.size() < fewest_letters) return std::nullopt;
  std::uint64_t hash = hash_basis;
  for (const char byte : content) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * hash_prime;
  }
  return static_cast<std::int64_t>(hash);
}

}  // namespace trichyeu
