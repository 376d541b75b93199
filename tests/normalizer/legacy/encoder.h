// Text to legacy encodings, the reverse of what is tested: for tests alone.
#pragma once

#include <string>
#include <string_view>

#include "normalizer/legacy/encoding.h"

namespace trichyeu::testing {

// The bytes of NFC text. Capitals that TCVN3 lacks are written small, as its users did; letters
// beyond the encoding's are left out.
[[nodiscard]] std::string encoded(std::string_view text, Encoding encoding);

// What a reader shows for it that takes the bytes for Windows-1252.
[[nodiscard]] std::string misread(std::string_view text, Encoding encoding);

}  // namespace trichyeu::testing
