// PDF through Poppler: each page's text layer, or the page rendered and recognised.
#pragma once

#include <string_view>

#include "extractor/read/read.h"
#include "extractor/read/recognized_page.h"
#include "models/result.h"
#include "models/source_text.h"

namespace trichyeu {

[[nodiscard]] Result<SourceText> read_pdf(std::string_view bytes, const ReadOptions& options);

// Page `page`, from 1, recognised, whether or not it has text of its own.
[[nodiscard]] Result<RecognizedPage> recognize_pdf_page(std::string_view bytes, int page,
                                                        const ReadOptions& options);

}  // namespace trichyeu
