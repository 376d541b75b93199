// Text files: UTF-8 as it stands, byte order mark dropped, every line end made U+000A.
#pragma once

#include <string_view>

#include "extractor/read/read.h"
#include "models/result.h"
#include "models/source_text.h"

namespace trichyeu {

// Of bytes whose kind is `kind`, text or markdown: valid UTF-8. Linear in time and memory.
[[nodiscard]] Result<SourceText> read_text(std::string_view bytes, FileKind kind,
                                           const ReadOptions& options);

// Why bytes of unknown kind cannot be read, and what to do about it.
[[nodiscard]] Error unreadable(std::string_view bytes);

}  // namespace trichyeu
