// The styles of an XLSX: how a cell's number is printed, in which font, and whether it is ruled.
#pragma once

#include <libxml/tree.h>

#include <cstddef>
#include <string>
#include <vector>

#include "extractor/read/flow/flow.h"

namespace trichyeu {

struct XlsxStyle {
  std::string number_format = "General";
  FlowRun letters;        // without text
  bool bordered = false;  // a line on any of its sides
};

class XlsxStyles {
 public:
  XlsxStyles() = default;
  explicit XlsxStyles(const xmlNode* root);  // styleSheet; null: plain

  // Of a cell's s attribute; a plain one where it is unknown.
  [[nodiscard]] const XlsxStyle& find(std::size_t index) const;

 private:
  std::vector<XlsxStyle> styles_;
  XlsxStyle plain_;
};

// Font name, size, bold and italic of an rPr or font element.
[[nodiscard]] FlowRun xlsx_letters(const xmlNode* font);

}  // namespace trichyeu
