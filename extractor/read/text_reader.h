// Text files: byte order mark dropped, every line end made U+000A, and all that is not Unicode yet
// turned into it.
#pragma once

#include <string_view>

#include "extractor/read/read.h"
#include "models/result.h"
#include "models/source_text.h"

namespace trichyeu {

// Of bytes whose kind is `kind`, text or markdown: text that
// unicode_text_of can give. Linear in time and memory.
[[nodiscard]] Result<SourceText> read_text(std::string_view bytes, FileKind kind,
                                           const ReadOptions& options);

// Why bytes of unknown kind cannot be read, and what to do about it.
[[nodiscard]] Error unreadable(std::string_view bytes);

}  // namespace trichyeu
