// Fonts and encodings from before Unicode, in documents that flow (normalizer/legacy/legacy.h).
#pragma once

#include <string>
#include <vector>

#include "extractor/read/flow/flow_lines.h"
#include "models/diagnostic.h"

namespace trichyeu {

struct FlowEncoding {
  std::string name;  // as SourceText::encoding
  std::vector<Diagnostic> diagnostics;
};

// Makes the words of all lines Unicode: font by font where the file names fonts, then line by line,
// because converters put other fonts' names to text whose letters they left as they were.
[[nodiscard]] FlowEncoding make_unicode(std::vector<FlowLine>& lines);

}  // namespace trichyeu
