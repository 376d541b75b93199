#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "normalizer/steps.h"
#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

struct LookAlike {
  char32_t value;
  std::string_view latin;
};

// Ascending. Only letters that no reader can tell from the Latin one.
constexpr LookAlike look_alikes[] = {
    {U'Α', "A"}, {U'Β', "B"}, {U'Ε', "E"}, {U'Ζ', "Z"}, {U'Η', "H"}, {U'Ι', "I"},
    {U'Κ', "K"}, {U'Μ', "M"}, {U'Ν', "N"}, {U'Ο', "O"}, {U'Ρ', "P"}, {U'Τ', "T"},
    {U'Υ', "Y"}, {U'Χ', "X"}, {U'ο', "o"},  // Greek up to here, Cyrillic from here
    {U'Ѕ', "S"}, {U'І', "I"}, {U'Ј', "J"}, {U'А', "A"}, {U'В', "B"}, {U'Е', "E"},
    {U'К', "K"}, {U'М', "M"}, {U'Н', "H"}, {U'О', "O"}, {U'Р', "P"}, {U'С', "C"},
    {U'Т', "T"}, {U'Х', "X"}, {U'а', "a"}, {U'е', "e"}, {U'о', "o"}, {U'р', "p"},
    {U'с', "c"}, {U'у', "y"}, {U'х', "x"}, {U'ѕ', "s"}, {U'і', "i"}, {U'ј', "j"},
};

std::optional<std::string_view> latin_for(char32_t value) {
  const auto* found = std::lower_bound(
      std::begin(look_alikes), std::end(look_alikes), value,
      [](const LookAlike& candidate, char32_t wanted) { return candidate.value < wanted; });
  if (found == std::end(look_alikes) || found->value != value) return std::nullopt;
  return found->latin;
}

// Eth and the African D are no letters of Vietnamese, and their capitals look like Đ.
std::optional<std::string_view> stroked_d_for(char32_t value) {
  switch (value) {
    case 0x00D0:
    case 0x0189: return "Đ";
    case 0x00F0:
    case 0x0256: return "đ";
    default: return std::nullopt;
  }
}

bool is_word_part(char32_t value) {
  if (value < 0x80) return (value | 0x20U) >= 'a' && (value | 0x20U) <= 'z';
  const auto mask = U_GET_GC_MASK(static_cast<UChar32>(value));
  return (mask & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

bool is_latin(char32_t value) {
  if (value < 0x80) return true;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(value), &status) == USCRIPT_LATIN;
}

// What a word is made of.
struct Letters {
  std::size_t end_byte = 0;
  bool latin = false;
  bool look_alike = false;
  bool other = false;  // a letter that cannot be taken for a Latin one

  [[nodiscard]] bool mixed_up() const { return latin && look_alike && !other; }
};

Letters read_word(std::string_view text, std::size_t byte) {
  Letters word;
  for (CodePoint here = code_point_at(text, byte); is_word_part(here.value);
       here = code_point_at(text, byte)) {
    if (is_latin(here.value)) {
      word.latin = true;
    } else if (latin_for(here.value)) {
      word.look_alike = true;
    } else if (u_isalpha(static_cast<UChar32>(here.value))) {
      word.other = true;
    }
    byte += here.bytes;
  }
  word.end_byte = byte;
  return word;
}

}  // namespace

Rewrite replace_look_alikes(std::string_view text) {
  Letters word;
  return rewrite_code_points(
      text, [&](char32_t value, std::size_t byte) -> std::optional<std::string_view> {
        if (byte >= word.end_byte) word = read_word(text, byte);
        if (value < 0x80) return std::nullopt;
        if (word.mixed_up()) {
          if (const auto latin = latin_for(value)) return latin;
        }
        return stroked_d_for(value);
      });
}

}  // namespace trichyeu
