// A text that was read as Windows-1252, turned into what its encoding says.
#pragma once

#include <cstddef>
#include <string_view>

#include "models/offset_map.h"
#include "normalizer/legacy/encoding.h"

namespace trichyeu {

struct Decoding {
  Rewrite rewrite;  // from `shown`; letters composed
  std::size_t unknown =
      0;  // characters that the encoding has no letter for: they stay as they were
  std::size_t restored = 0;  // letters that were missing, put back where the syllable asks for them
};

// `shown` is valid UTF-8; what no byte is shown as stays. With Encoding::unicode nothing changes.
//
//   decode("Ñieàu", vni)      "Điều"
//   decode("§iÒu", tcvn3)     "Điều"
//   decode("X· HéI", tcvn3)   "XÃ HỘI": a word in capitals is in capitals throughout
//   decode("nh−", tcvn3)      "như": PDF text layers show a hyphen or a minus for ư
//   decode("Trung ¬ng", …)    "Trung ương", where a text without any ư lost it as a soft hyphen
[[nodiscard]] Decoding decode(std::string_view shown, Encoding encoding);

}  // namespace trichyeu
