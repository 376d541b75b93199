// One table of a plan as sheets of a workbook: a second one begins where a sheet is full.
#pragma once

#include <xlsxwriter.h>

#include <string>
#include <string_view>

#include "models/formats/tables.h"

namespace trichyeu {

// Formats of cells; the workbook owns them.
struct CellFormats {
  explicit CellFormats(lxw_workbook* workbook, std::string_view language);

  lxw_format* head;
  lxw_format* text;
  lxw_format* date;
  lxw_format* number;
  lxw_format* link;
};

class WorkbookSheet {
 public:
  // All outlive this.
  WorkbookSheet(lxw_workbook* workbook, const PlanTable& table, const CellFormats& formats,
                std::string_view language);

  // Whether the library had room for it; what is added else is lost.
  [[nodiscard]] bool is_open() const { return sheet_ != nullptr; }

  // `link` is where the source's name leads; empty: nowhere.
  void add(const TableRow& row, const std::string& link);
  // Sets what needs the last row: filter and what is printed.
  void finish();

 private:
  void begin_sheet();
  void write(lxw_col_t column, const std::string& value, const std::string& link);
  void write_text(lxw_col_t column, const std::string& text);

  lxw_workbook* workbook_;
  const PlanTable& table_;
  const CellFormats& formats_;
  std::string language_;
  lxw_worksheet* sheet_ = nullptr;
  int sheets_ = 0;
  lxw_row_t last_row_ = 0;  // 0: the head alone
};

}  // namespace trichyeu
