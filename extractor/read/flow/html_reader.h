// HTML: what a browser shows of a page, as portals publish documents and as word processors save
// them. Scripts, styles, forms' controls and comments are dropped; lists get their numbers; nothing
// is fetched.
#pragma once

#include <string_view>

#include "extractor/read/read.h"
#include "models/result.h"
#include "models/source_text.h"

namespace trichyeu {

// Fails with too_large (bytes, nesting, cells) or empty_input; broken markup is read as browsers
// do.
[[nodiscard]] Result<SourceText> read_html(std::string_view bytes, const ReadOptions& options);

}  // namespace trichyeu
