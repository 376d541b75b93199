// PDF through Poppler: each page's text layer, or the page rendered and recognised.
#pragma once

#include <string_view>

#include "extractor/read/read.h"
#include "models/result.h"
#include "models/source_text.h"

namespace trichyeu {

[[nodiscard]] Result<SourceText> read_pdf(std::string_view bytes, const ReadOptions& options);

}  // namespace trichyeu
