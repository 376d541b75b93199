// ODT (OpenDocument 1.3): what LibreOffice prints of a text document, tracked changes accepted. The
// same things are read, and left out, as of a DOCX (docx_reader.h).
#pragma once

#include <string_view>

#include "models/result.h"
#include "models/source_text.h"

namespace trichyeu {

// Fails with damaged, encrypted, too_large (archive.h's and xml_part.h's limits) or empty_input.
[[nodiscard]] Result<SourceText> read_odt(std::string_view bytes);

}  // namespace trichyeu
