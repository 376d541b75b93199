#include <algorithm>

#include "normalizer/letters.h"
#include "tools/register/report_table.h"

namespace trichyeu {
namespace {

constexpr std::size_t widest_column = 60;
constexpr const char* between_columns = "  ";
constexpr const char* before_quote = "    │ ";

// Of a word the readers' own, of all else the cell.
std::string shown(const std::string& cell, const ReportColumn& column, std::string_view language) {
  if (column.kind != ColumnKind::word || cell.empty()) return cell;
  return report_word(std::string(column.name) + '.' + cell, language);
}

std::string padded(const std::string& text, std::size_t width, bool to_the_right) {
  const std::size_t length = code_point_count(text);
  const std::string blanks(length < width ? width - length : 0, ' ');
  return to_the_right ? blanks + text : text + blanks;
}

class TextPrinter {
 public:
  TextPrinter(const ReportTable& table, std::string_view language)
      : table_(table), language_(language) {
    for (const ReportColumn& column : table.columns)
      heads_.push_back(report_word("column." + std::string(column.name), language));
    for (const auto& row : table.rows) {
      auto& cells = cells_.emplace_back();
      for (std::size_t at = 0; at < row.size(); ++at)
        cells.push_back(shown(row[at], table.columns[at], language));
    }
  }

  std::string print() {
    out_ = report_word("report." + std::string(table_.name), language_) + ": " +
           std::to_string(table_.total) + '\n';
    if (!cells_.empty()) print_rows();
    return std::move(out_);
  }

 private:
  void print_rows() {
    for (std::size_t at = 0; at < heads_.size(); ++at) widths_.push_back(width_of(at));
    print_row(heads_);
    for (const auto& row : cells_) {
      print_row(row);
      for (std::size_t at = 0; at < row.size(); ++at) {
        if (is_quote(at) && !row[at].empty()) out_ += before_quote + row[at] + '\n';
      }
    }
  }

  [[nodiscard]] bool is_quote(std::size_t column) const {
    return table_.columns[column].kind == ColumnKind::quote;
  }

  // A column that says nothing takes no room.
  [[nodiscard]] std::size_t width_of(std::size_t column) const {
    std::size_t width = 0;
    for (const auto& row : cells_) width = std::max(width, code_point_count(row[column]));
    if (width == 0) return 0;
    return std::min(widest_column, std::max(width, code_point_count(heads_[column])));
  }

  void print_row(const std::vector<std::string>& row) {
    std::string line;
    for (std::size_t at = 0; at < row.size(); ++at) {
      if (is_quote(at) || widths_[at] == 0) continue;
      if (!line.empty()) line += between_columns;
      line += padded(row[at], widths_[at], table_.columns[at].kind == ColumnKind::number);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out_ += line + '\n';
  }

  const ReportTable& table_;
  std::string_view language_;
  std::vector<std::string> heads_;
  std::vector<std::vector<std::string>> cells_;
  std::vector<std::size_t> widths_;
  std::string out_;
};

}  // namespace

std::string to_text(const ReportTable& table, std::string_view language) {
  return TextPrinter(table, language).print();
}

}  // namespace trichyeu
