// UTF-8 one code point at a time.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "models/offset_map.h"

namespace trichyeu {

struct CodePoint {
  char32_t value = 0;     // U+FFFD for an ill-formed byte, 0 outside the text
  std::size_t bytes = 0;  // 1 for an ill-formed byte, 0 outside the text
};

[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t byte);
// The one that ends before `byte`.
[[nodiscard]] CodePoint code_point_before(std::string_view text, std::size_t byte);

void append_utf8(std::string& text, char32_t code_point);

// Rewrites code point by code point: `choose(value, byte)` gives what stands in its place, or
// nothing where it stays.
template <typename Choose>
Rewrite rewrite_code_points(std::string_view text, const Choose& choose) {
  TextRewriter out(text);
  for (std::size_t byte = 0; byte < text.size();) {
    const CodePoint here = code_point_at(text, byte);
    const std::optional<std::string_view> chosen = choose(here.value, byte);
    if (chosen) {
      out.keep_until(byte);
      out.replace(here.bytes, *chosen);
    }
    byte += here.bytes;
  }
  return std::move(out).finish();
}

}  // namespace trichyeu
