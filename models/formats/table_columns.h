// How a table is written down: columns, each with what it says of an entry.
#pragma once

#include <string>
#include <vector>

#include "models/formats/tables.h"

namespace trichyeu {

template <typename Entry>
struct ColumnOf {
  TableColumn column;
  std::string (*cell)(const Entry& entry);
};

template <typename Entry>
[[nodiscard]] std::vector<TableColumn> columns_in(const std::vector<ColumnOf<Entry>>& columns) {
  std::vector<TableColumn> all;
  for (const ColumnOf<Entry>& each : columns) all.push_back(each.column);
  return all;
}

template <typename Entry>
[[nodiscard]] TableRow row_of(const std::vector<ColumnOf<Entry>>& columns, const Entry& entry) {
  TableRow cells;
  for (const ColumnOf<Entry>& each : columns) cells.push_back(each.cell(entry));
  return cells;
}

// TableRow that are no text.
[[nodiscard]] std::string number_cell(int number);  // empty for 0
[[nodiscard]] std::string confidence_cell(double confidence);
[[nodiscard]] std::string flag_cell(bool flag);

}  // namespace trichyeu
