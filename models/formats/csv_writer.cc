// RFC 4180 in UTF-8: a head, lines that end with CRLF, quotes where a cell needs them. The heads
// are the names of columns, in every language: programs read them.
//
// A spreadsheet takes a cell that begins with = + - @, a tab or a line end for a formula, whoever
// wrote the document: an apostrophe before it keeps it text.
#include <algorithm>
#include <array>
#include <string>

#include "models/formats/element.h"
#include "models/formats/plan_writer.h"
#include "models/formats/tables.h"

namespace trichyeu {
namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Apostrophes that stand there already count as none, so that whoever takes one away has the text.
bool reads_as_formula(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
  return !text.empty() &&
         std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
}

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string cell = "\"";
  for (const char c : text) cell += c == '"' ? "\"\"" : std::string(1, c);
  return cell + '"';
}

std::string cell_of(CellType type, const std::string& value) {
  if (type == CellType::number) return value;
  const std::string text = xml_text(value);
  return quoted(reads_as_formula(text) ? '\'' + text : text);
}

std::string head_of(const PlanTable& table) {
  std::string line;
  for (const TableColumn& column : table.columns)
    line += (line.empty() ? "" : ",") + std::string(column.name);
  return line.append(line_end);
}

std::string line_of(const PlanTable& table, const TableRow& row) {
  std::string line;
  for (std::size_t at = 0; at < row.size(); ++at)
    line += (at == 0 ? "" : ",") + cell_of(table.columns.at(at).type, row[at]);
  return line.append(line_end);
}

class CsvWriter : public PlanWriter {
 public:
  CsvWriter(const FormatOptions& options, OutputSink& sink) : options_(options), sink_(sink) {}

  std::optional<Error> add(const Plan& plan, const std::string& /*source_link*/) override {
    if (auto error = begin()) return error;
    for (const PlanTable* table : tables_) {
      std::string lines;
      for (const TableRow& row : table->rows(plan, options_.language))
        lines += line_of(*table, row);
      if (auto error = sink_.append(suffix_of(*table), lines)) return error;
    }
    return std::nullopt;
  }

  std::optional<Error> finish() override { return begin(); }

 private:
  static std::string suffix_of(const PlanTable& table) {
    return '.' + std::string(table.name) + ".csv";
  }

  std::optional<Error> begin() {
    if (begun_) return std::nullopt;
    begun_ = true;
    const std::string mark(options_.byte_order_mark ? byte_order_mark : "");
    for (const PlanTable* table : tables_) {
      if (auto error = sink_.append(suffix_of(*table), mark + head_of(*table))) return error;
    }
    return std::nullopt;
  }

  FormatOptions options_;
  OutputSink& sink_;
  std::array<const PlanTable*, 2> tables_{&task_table(), &citation_table()};
  bool begun_ = false;
};

}  // namespace

std::unique_ptr<PlanWriter> csv_writer(const FormatOptions& options, OutputSink& sink) {
  return std::make_unique<CsvWriter>(options, sink);
}

}  // namespace trichyeu
