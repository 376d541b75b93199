// One sheet of an XLSX as cells with what is printed in them.
#pragma once

#include <libxml/tree.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/read/flow/number_format.h"
#include "extractor/read/flow/sheet.h"
#include "extractor/read/flow/xlsx_styles.h"
#include "models/result.h"

namespace trichyeu {

// What all sheets of a workbook share.
struct Workbook {
  XlsxStyles styles;
  std::vector<std::vector<FlowRun>> strings;  // sharedStrings.xml; fonts only where it names them
  DaysFrom days_from = DaysFrom::year_1900;
};

// The runs of an si or is element.
[[nodiscard]] std::vector<FlowRun> xlsx_string(const xmlNode& node);

// How many cells and bytes the sheets read so far hold.
struct SheetsRead {
  std::size_t cells = 0;
  std::size_t bytes = 0;
};

// `root` is a worksheet. Fails with too_large: more cells or words than any document has.
[[nodiscard]] Result<Sheet> xlsx_sheet(const xmlNode* root, const Workbook& workbook,
                                       SheetsRead& read);

}  // namespace trichyeu
