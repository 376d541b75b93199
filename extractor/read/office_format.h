// Documents that only LibreOffice can open: RTF, and Word's and WPS's from before DOCX.
#pragma once

#include <optional>
#include <string_view>

#include "models/result.h"

namespace trichyeu {

enum class OfficeFormat { rtf, word_6, word_95, word_97 };

[[nodiscard]] std::string_view name_of(OfficeFormat format);  // "word-97"
[[nodiscard]] std::optional<OfficeFormat> office_format_of_name(std::string_view name);

// By content: RTF's mark, or in Microsoft's old container the sector where Word's stream begins,
// with its mark and version (MS-DOC 2.5.2). Nothing for other kinds, with a password, or broken.
[[nodiscard]] std::optional<OfficeFormat> office_format_of(std::string_view bytes);

// An old container with a Word document that is encrypted, or with a DOCX or XLSX that is.
[[nodiscard]] bool needs_password(std::string_view bytes);

// What to say where LibreOffice is missing.
[[nodiscard]] Error office_unavailable();

}  // namespace trichyeu
