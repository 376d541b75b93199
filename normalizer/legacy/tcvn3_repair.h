// What TCVN3 text suffers on its way to us, besides being read as Windows-1252.
#pragma once

#include <cstddef>
#include <string_view>

#include "models/offset_map.h"

namespace trichyeu {

struct Restored {
  Rewrite rewrite;
  std::size_t letters = 0;  // put where nothing was left of them
};

// The letter ư is byte AD, a soft hyphen elsewhere. PDF text layers show U+2212 for it, or U+002D,
// and web pages nothing at all. It comes back where the syllable is none without it. A plain
// hyphen counts where the text has no ư of its own, else only between parts that are no words.
[[nodiscard]] Restored restore_lost_u(std::string_view decoded);

// Letters with a tone have no capitals: "CộNG HòA Xã HộI" -> "CỘNG HÒA XÃ HỘI".
[[nodiscard]] Rewrite capitalize_words_in_capitals(std::string_view decoded);

}  // namespace trichyeu
