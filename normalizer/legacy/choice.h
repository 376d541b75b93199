// Which encoding a piece of text is in, by its evidence under each.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "normalizer/legacy/encoding.h"
#include "normalizer/legacy/evidence.h"

namespace trichyeu {

inline constexpr std::size_t encoding_count = 7;
[[nodiscard]] constexpr std::size_t index_of(Encoding encoding) {
  return static_cast<std::size_t>(encoding);
}

// The evidence under each encoding, by index_of.
using Evidences = std::array<Evidence, encoding_count>;

// What is known beside the text itself, in units of Evidence::likelihood.
struct Leaning {
  std::array<double, encoding_count> by_encoding{};
  bool on_little = false;  // one word is enough, or none
  bool raw = false;        // bytes that are no UTF-8: Unicode is out of the question
};

// Has a letter, or a mark, that no byte is shown as: "ế", "ư".
[[nodiscard]] bool shows_unicode(std::string_view shown);

// Nothing of that kind, but something beyond ASCII, or a control character that may be a letter.
[[nodiscard]] bool may_be_legacy(std::string_view shown);

// Of the text's beginning, where it is long.
[[nodiscard]] Evidences evidences_of(std::string_view shown);

[[nodiscard]] Encoding choose(const Evidences& evidences, const Leaning& leaning);

// Several words are marked, and most of them are no syllables.
[[nodiscard]] bool is_garbled(const Evidence& evidence);

// How much the best legacy encoding leads before the next, and whether that is enough by itself.
struct Vote {
  Encoding encoding = Encoding::unicode;
  double lead = 0;  // capped, so that one long line does not speak for all
};
[[nodiscard]] Vote vote_of(const Evidences& evidences, bool raw);

}  // namespace trichyeu
