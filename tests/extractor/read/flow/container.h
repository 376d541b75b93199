// Zip containers made in memory, sound and broken ones.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace trichyeu::test {

using Parts = std::vector<std::pair<std::string, std::string>>;  // name, bytes

// Deflated; the first part stored as it is, as ODF asks of its "mimetype".
[[nodiscard]] std::string container(const Parts& parts);

// A DOCX whose body is `body`: elements of WordprocessingML with the prefix w. `more` parts are
// related to the document by the name of their file: "styles", "numbering", "header1".
[[nodiscard]] std::string docx(const std::string& body, const Parts& more = {});

// "<w:p><w:r><w:t>text</w:t></w:r></w:p>"
[[nodiscard]] std::string paragraph(const std::string& text, const std::string& properties = {});

// An ODT whose office:text is `body`, with automatic styles.
[[nodiscard]] std::string odt(const std::string& body, const std::string& automatic_styles = {});

// An XLSX: worksheets' elements below their root, one a sheet, named "1", "2" …; `more` are parts
// related to the workbook by the name of their file: "styles", "sharedStrings".
[[nodiscard]] std::string xlsx(const std::vector<std::string>& sheets, const Parts& more = {});

// "<sheetData>" with the rows, whose cells are inline texts at A1, B1 …; an empty one is left out.
[[nodiscard]] std::string sheet_data(const std::vector<std::vector<std::string>>& rows);

}  // namespace trichyeu::test
