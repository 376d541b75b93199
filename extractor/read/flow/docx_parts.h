// The parts of a DOCX that say what Word prints.
#pragma once

#include <string_view>
#include <vector>

#include "extractor/read/flow/xml_part.h"
#include "models/result.h"

namespace trichyeu {

struct DocxParts {
  XmlPart document;
  // Empty where the file has none, or none that can be read.
  XmlPart styles;
  XmlPart numbering;
  XmlPart footnotes;
  XmlPart endnotes;
  std::vector<XmlPart> running_heads;  // headers and footers, as the relationships list them
};

// Fails where the container or its main part cannot be read, or a limit is reached.
[[nodiscard]] Result<DocxParts> docx_parts(std::string_view bytes);

}  // namespace trichyeu
