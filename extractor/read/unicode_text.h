// A text file's bytes as Unicode, whatever they are in: UTF-8, UTF-16, an encoding of Vietnamese
// from before Unicode, or UTF-8 of a text that somebody read wrongly before.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/diagnostic.h"

namespace trichyeu {

struct UnicodeText {
  std::string text;                     // UTF-8 without a byte order mark; line ends as they were
  std::string encoding;                 // as in SourceText
  std::vector<Diagnostic> diagnostics;  // what was turned into Unicode, and what could not be
};

// Nothing for what is no text, or in no encoding that is evident. Linear in time and memory.
[[nodiscard]] std::optional<UnicodeText> unicode_text_of(std::string_view bytes);

}  // namespace trichyeu
