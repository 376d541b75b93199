#include <nlohmann/json.hpp>

#include "tools/register/report_table.h"

namespace trichyeu {
namespace {

using Json = nlohmann::ordered_json;

Json json_cell(const std::string& cell, const ReportColumn& column) {
  if (cell.empty()) return nullptr;
  if (column.kind == ColumnKind::number) return std::stoll(cell);
  return cell;
}

}  // namespace

std::string to_json(const ReportTable& table) {
  Json rows = Json::array();
  for (const auto& cells : table.rows) {
    Json row = Json::object();
    for (std::size_t at = 0; at < cells.size(); ++at)
      row[std::string(table.columns[at].name)] = json_cell(cells[at], table.columns[at]);
    rows.push_back(std::move(row));
  }
  const Json report{{"report", table.name}, {"total", table.total}, {"rows", std::move(rows)}};
  return report.dump(2) + '\n';
}

}  // namespace trichyeu
