#include <algorithm>
#include <iterator>

#include "normalizer/steps.h"
#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Ascending. The soft hyphen is not among them: some fonts draw it (regularize_punctuation).
constexpr Range invisible[] = {
    {0x0000, 0x0008},  // controls but tab and line ends
    {0x000E, 0x001F},  //
    {0x007F, 0x0084},  // controls but next line
    {0x0086, 0x009F},  //
    {0x034F, 0x034F},  // combining grapheme joiner
    {0x061C, 0x061C},  // Arabic letter mark
    {0x180E, 0x180E},  // Mongolian vowel separator
    {0x200B, 0x200F},  // zero-width space and joiners, direction marks
    {0x202A, 0x202E},  // direction embeddings and overrides
    {0x2060, 0x2064},  // word joiner, invisible operators
    {0x2066, 0x206F},  // direction isolates, deprecated format characters
    {0xFE00, 0xFE0F},  // variation selectors
    {0xFEFF, 0xFEFF},  // byte order mark
    {0xFFF9, 0xFFFB},  // interlinear annotation
    {0xFFFE, 0xFFFF},  // no characters
};

bool is_invisible(char32_t value) {
  if (value >= 0x20 && value < 0x7F) return false;
  const auto* range = std::lower_bound(
      std::begin(invisible), std::end(invisible), value,
      [](const Range& candidate, char32_t wanted) { return candidate.last < wanted; });
  return range != std::end(invisible) && range->first <= value;
}

}  // namespace

Rewrite drop_invisible(std::string_view text) {
  return rewrite_code_points(text, [](char32_t value, std::size_t) {
    return is_invisible(value) ? std::optional<std::string_view>("") : std::nullopt;
  });
}

}  // namespace trichyeu
