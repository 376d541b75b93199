#include "tools/register/report_table.h"

namespace trichyeu {
namespace {

constexpr std::string_view formula_signs = "=+-@\t\r";

std::string csv_cell(std::string_view text) {
  std::string cell(text);
  if (!cell.empty() && formula_signs.find(cell.front()) != std::string_view::npos)
    cell.insert(cell.begin(), '\'');
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char letter : cell) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  return quoted + '"';
}

template <typename Cells, typename TextOf>
void append_line(const Cells& cells, const TextOf& text_of, std::string& csv) {
  bool is_first = true;
  for (const auto& cell : cells) {
    if (!is_first) csv += ',';
    is_first = false;
    csv += csv_cell(text_of(cell));
  }
  csv += "\r\n";
}

}  // namespace

std::string to_csv(const ReportTable& table) {
  std::string csv;
  append_line(
      table.columns, [](const ReportColumn& column) { return column.name; }, csv);
  for (const auto& row : table.rows)
    append_line(
        row, [](const std::string& cell) { return std::string_view(cell); }, csv);
  return csv;
}

}  // namespace trichyeu
