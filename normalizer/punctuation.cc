#include <unicode/uchar.h>

#include <optional>
#include <utility>

#include "normalizer/steps.h"
#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

bool is_capital(char32_t value) { return u_isupper(static_cast<UChar32>(value)); }
bool is_blank_or_edge(char32_t value) {
  return value == 0 || u_isUWhiteSpace(static_cast<UChar32>(value));
}

// What stands in for a code point wherever it is.
std::optional<std::string_view> anywhere(char32_t value) {
  switch (value) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2212:
    case 0xFE63:
    case 0xFF0D:
    case 0xF02D: return "-";  // the last: a dash of the Symbol font
    case 0xF0A7:
    case 0xF0B7:
    case 0xF0D8:
    case 0xF0FC:
    case 0xF076:
    case 0xF0A8: return "•";  // bullets, ticks and arrows of Symbol and Wingdings
    case 0xFB00: return "ff";
    case 0xFB01: return "fi";
    case 0xFB02: return "fl";
    case 0xFB03: return "ffi";
    case 0xFB04: return "ffl";
    case 0xFB05:
    case 0xFB06: return "st";
    default: return std::nullopt;
  }
}

// A soft hyphen is seen in a symbol and between blanks, and nowhere else.
Rewrite settle_soft_hyphens(std::string_view text) {
  constexpr std::size_t size = 2;
  return rewrite_code_points(
      text, [&](char32_t value, std::size_t byte) -> std::optional<std::string_view> {
        if (value != 0x00AD) return std::nullopt;
        const char32_t before = code_point_before(text, byte).value;
        const char32_t after = code_point_at(text, byte + size).value;
        if (is_capital(before) && is_capital(after)) return "-";
        return is_blank_or_edge(before) && is_blank_or_edge(after) ? "-" : "";
      });
}

Rewrite replace_characters(std::string_view text) {
  constexpr std::size_t dash_size = 3;
  return rewrite_code_points(
      text, [&](char32_t value, std::size_t byte) -> std::optional<std::string_view> {
        if (value < 0x80) return std::nullopt;
        if (value != 0x2013) return anywhere(value);
        const bool in_symbol = is_capital(code_point_before(text, byte).value) &&
                               is_capital(code_point_at(text, byte + dash_size).value);
        return in_symbol ? std::optional<std::string_view>("-") : std::nullopt;
      });
}

}  // namespace

Rewrite regularize_punctuation(std::string_view text) {
  const Rewrite settled = settle_soft_hyphens(text);
  Rewrite done = replace_characters(settled.text);
  return {std::move(done.text), settled.map.then(done.map)};
}

}  // namespace trichyeu
