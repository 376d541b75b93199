#include "extractor/read/flow/xlsx_sheet.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <utility>

#include "extractor/read/flow/xml_part.h"
#include "extractor/read/symbol_font.h"

namespace trichyeu {
namespace {

constexpr int most_rows = 1'048'576;  // Excel's own limit
constexpr int most_columns = 1000;    // of a table here
constexpr std::size_t run_bytes = 64;

struct Place {
  int row = -1;  // -1: not said
  int column = -1;
};

// "B12": row 11, column 1.
Place place_of(std::string_view reference) {
  Place place;
  std::size_t at = 0;
  int column = 0;
  for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z' && at < 4; ++at)
    column = column * 26 + (reference[at] - 'A' + 1);
  int row = 0;
  const char* end = reference.data() + reference.size();
  if (std::from_chars(reference.data() + at, end, row).ec != std::errc()) return place;
  if (row >= 1 && row <= most_rows) place.row = row - 1;
  if (column >= 1) place.column = column - 1;
  return place;
}

std::optional<MergedCells> merged_in(const xmlNode& node) {
  const std::string range = attribute_of(&node, "ref");
  const std::size_t colon = range.find(':');
  if (colon == std::string::npos) return std::nullopt;
  const Place first = place_of(std::string_view(range).substr(0, colon));
  const Place last = place_of(std::string_view(range).substr(colon + 1));
  const bool sound =
      first.row >= 0 && first.column >= 0 && last.row >= first.row && last.column >= first.column;
  if (!sound) return std::nullopt;
  return MergedCells{first.row, first.column, last.row, last.column};
}

void fill(FlowRun& run, const FlowRun& cell) {
  const bool is_plain = run.font_name.empty();
  if (!is_plain) return;
  run.font_name = cell.font_name;
  run.font_size = cell.font_size;
  run.bold = cell.bold;
  run.italic = cell.italic;
}

bool is_blank(const std::vector<FlowRun>& runs) {
  return std::all_of(runs.begin(), runs.end(), [](const FlowRun& run) {
    return run.text.find_first_not_of(" \t\r\n") == std::string::npos;
  });
}

class SheetReader {
 public:
  SheetReader(const Workbook& workbook, SheetsRead& read) : workbook_(workbook), read_(read) {}

  Result<Sheet> read(const xmlNode* root) {
    const xmlNode* data = child_of(root, "sheetData");
    for (const xmlNode* row = data == nullptr ? nullptr : data->children; row != nullptr;
         row = row->next) {
      if (name_of(*row) == "row") read_row(*row);
      if (read_.cells > most_flow_cells) return too_many_cells();
      if (read_.bytes > most_flow_bytes) return too_many_words();
      if (too_wide_) {
        return Error{ErrorCode::too_large,
                     "a sheet with more than " + std::to_string(most_columns) + " columns",
                     "Split the file."};
      }
    }
    read_merged(child_of(root, "mergeCells"));
    put_in_order();
    return std::move(sheet_);
  }

 private:
  void read_row(const xmlNode& row) {
    row_ = std::clamp(number_of(&row, "r", row_ + 2) - 1, 0, most_rows - 1);
    column_ = -1;
    for (const xmlNode* node = row.children; node != nullptr; node = node->next) {
      if (name_of(*node) != "c" || read_.cells > most_flow_cells) continue;
      const Place place = place_of(attribute_of(node, "r"));
      column_ = place.column >= 0 ? place.column : column_ + 1;
      if (place.row >= 0) row_ = place.row;
      read_cell(*node);
    }
  }

  void read_cell(const xmlNode& node) {
    const XlsxStyle& style =
        workbook_.styles.find(static_cast<std::size_t>(number_of(&node, "s", 0)));
    SheetCell cell{row_, column_, runs_of(node, style), style.bordered};
    if (is_blank(cell.runs)) cell.runs.clear();
    if (cell.runs.empty() && !cell.bordered) return;
    too_wide_ = too_wide_ || (column_ >= most_columns && !cell.runs.empty());
    ++read_.cells;
    for (FlowRun& run : cell.runs) {
      fill(run, style.letters);
      if (is_symbol_font(run.font_name)) run.text = with_symbols(run.text, run.font_name);
      read_.bytes += run.text.size() + run_bytes;
    }
    sheet_.cells.push_back(std::move(cell));
  }

  // ECMA-376 18.18.11: what v holds.
  [[nodiscard]] std::vector<FlowRun> runs_of(const xmlNode& node, const XlsxStyle& style) const {
    const std::string type = attribute_of(&node, "t");
    if (type == "inlineStr") {
      const xmlNode* string = child_of(&node, "is");
      return string == nullptr ? std::vector<FlowRun>() : xlsx_string(*string);
    }
    const xmlNode* value = child_of(&node, "v");
    if (value == nullptr) return {};
    const std::string text = text_in(*value);
    if (type == "s") {
      std::size_t index = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
      const bool known = error == std::errc() && index < workbook_.strings.size();
      return known ? workbook_.strings[index] : std::vector<FlowRun>();
    }
    FlowRun run;
    if (type.empty() || type == "n") {
      run.text = printed(text, style.number_format);
    } else if (type == "b") {
      run.text = text == "0" ? "FALSE" : "TRUE";
    } else {
      run.text = text;
    }
    return {run};
  }

  [[nodiscard]] std::string printed(const std::string& text, const std::string& format) const {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = error == std::errc() && end == text.data() + text.size();
    return is_number ? formatted_number(number, format, workbook_.days_from) : text;
  }

  void read_merged(const xmlNode* list) {
    for (const xmlNode* node = list == nullptr ? nullptr : list->children; node != nullptr;
         node = node->next) {
      if (const auto range = merged_in(*node)) sheet_.merged.push_back(*range);
    }
  }

  // As every sound file has them; of two cells at one place the first stays.
  void put_in_order() {
    const auto place = [](const SheetCell& cell) { return std::pair(cell.row, cell.column); };
    std::vector<SheetCell>& cells = sheet_.cells;
    std::stable_sort(cells.begin(), cells.end(),
                     [&](const SheetCell& a, const SheetCell& b) { return place(a) < place(b); });
    const auto same = [&](const SheetCell& a, const SheetCell& b) { return place(a) == place(b); };
    cells.erase(std::unique(cells.begin(), cells.end(), same), cells.end());
  }

  const Workbook& workbook_;
  SheetsRead& read_;
  Sheet sheet_;
  int row_ = -1;
  int column_ = -1;
  bool too_wide_ = false;
};

}  // namespace

std::vector<FlowRun> xlsx_string(const xmlNode& node) {
  std::vector<FlowRun> runs;
  for (const xmlNode* child = node.children; child != nullptr; child = child->next) {
    const std::string_view name = name_of(*child);
    if (name != "t" && name != "r") continue;
    const xmlNode* text = name == "t" ? child : child_of(child, "t");
    if (text == nullptr) continue;
    FlowRun run = xlsx_letters(child_of(child, "rPr"));
    run.text = text_in(*text);
    std::erase(run.text, '\r');
    if (!run.text.empty()) runs.push_back(std::move(run));
  }
  return runs;
}

Result<Sheet> xlsx_sheet(const xmlNode* root, const Workbook& workbook, SheetsRead& read) {
  return SheetReader(workbook, read).read(root);
}

}  // namespace trichyeu
