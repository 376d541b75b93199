// DOCX (ECMA-376): what Word prints of a document, tracked changes accepted.
//
//   numbers of lists    counted, as printed              hidden text, field codes   dropped
//   insertions          kept                             deletions, moved text      at its new
//   place tables              cells with their spans           text boxes                 behind
//   their paragraph headers, footers    running heads                    foot- and endnotes "[1] …"
//   behind their
//                                                                                   paragraph
#pragma once

#include <string_view>

#include "models/result.h"
#include "models/source_text.h"

namespace trichyeu {

// Fails with damaged, encrypted, too_large (archive.h's and xml_part.h's limits) or empty_input.
// What the file refers to outside itself is never fetched.
[[nodiscard]] Result<SourceText> read_docx(std::string_view bytes);

}  // namespace trichyeu
