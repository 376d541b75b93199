// What was read, as JSON: `trichyeu read --format json`.
//
//   {"mediaType": "image/png", "ocr": "tesseract 5.3.0 vie",
//    "pages": [{"number": 1, "label": "", "width": 595.4, "height": 842.1, "reading": "ocr",
//    "confidence": 0.95,
//               "rotation": 0, "cleanup": ["light", "skew"], "skew": -1.2}],
//    "tables": [{"cells": [{"page": 1, "row": 0, "column": 0, "rowSpan": 1, "columnSpan": 1}]}],
//    "lines": [{"page": 1, "bbox": [99.4, 38.9, 257.3, 53.0], "text": "…", "table": 0, "cell": 0,
//               "words": [{"text": "…", "bbox": […], "confidence": 0.96}]}],
//    "diagnostics": [{"code": "page-turned", "page": 4, "text": "…"}]}
//
// Boxes are "left top right bottom" in points from the page's top left corner; `table` and `cell`
// count from 0 and stand in lines of tables only. A text file has lines with a text alone.
#pragma once

#include <string>

#include "models/source_text.h"

namespace trichyeu {

// Ends with a line end. `language`, "vi" or "en", is that of the diagnostics.
[[nodiscard]] std::string source_json(const SourceText& source, const std::string& language);

}  // namespace trichyeu
