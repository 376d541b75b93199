#include "models/formats/workbook_sheet.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "models/days.h"
#include "models/formats/code_points.h"
#include "models/formats/element.h"
#include "models/formats/words.h"

namespace trichyeu {
namespace {

constexpr double head_height = 32;  // points: two lines
constexpr int head_colour = 0xDDE6F0;
constexpr int link_colour = 0x0B4F9E;
constexpr uint8_t paper_a4 = 9;
constexpr int first_year = 1900;  // of dates in spreadsheets

lxw_format* new_format(lxw_workbook* workbook) {
  lxw_format* format = workbook_add_format(workbook);
  format_set_font_name(format, "Times New Roman");  // as offices write (Nghị định 30/2020/NĐ-CP)
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  format_set_border(format, LXW_BORDER_HAIR);
  return format;
}

// In characters; columns that are not printed have none of their own.
double width_of(const TableColumn& column) {
  constexpr double of_file = 34;
  constexpr double of_others = 16;
  if (column.width > 0) return column.width;
  return column.type == CellType::file ? of_file : of_others;
}

// A cell holds 32,767 characters.
std::string shortened(const std::string& text) {
  constexpr std::size_t longest = 32766;
  const std::size_t end = CodePoints(text).byte_of(longest);
  return end < text.size() ? text.substr(0, end) + "…" : text;
}

// Rows as high as their fullest cell: not every program does that by itself. A width counts digits;
// letters are hardly wider, and a line ends before a word, which costs some of it.
double height_of(const PlanTable& table, const TableRow& row) {
  constexpr double line_height = 15;  // points
  constexpr double tallest = 405;     // points; a row cannot be higher
  constexpr double used = 0.93;       // of a line
  double lines = 1;
  for (std::size_t at = 0; at < row.size(); ++at) {
    const int width = table.columns.at(at).width;
    if (width == 0) continue;
    const auto size = static_cast<double>(CodePoints(row[at]).before_byte(row[at].size()));
    lines = std::max(lines, std::ceil(size / (used * width)));
  }
  return std::min(tallest, lines * line_height);
}

// "external:" takes what follows a # for a place in the file.
std::string link_target(const std::string& link) {
  if (link.find("://") != std::string::npos) return link;
  std::string target = "external:";
  for (const char c : link) {
    if (c == '#' || c == '%') {
      target += c == '#' ? "%23" : "%25";
    } else {
      target += c;
    }
  }
  return target;
}

std::optional<double> number_in(const std::string& digits) {
  double number = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (problem != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

}  // namespace

CellFormats::CellFormats(lxw_workbook* workbook, std::string_view language)
    : head(new_format(workbook)),
      text(new_format(workbook)),
      date(new_format(workbook)),
      number(new_format(workbook)),
      link(new_format(workbook)) {
  format_set_bold(head);
  format_set_bg_color(head, head_colour);
  for (lxw_format* wrapped : {head, text, link}) format_set_text_wrap(wrapped);
  format_set_align(head, LXW_ALIGN_VERTICAL_CENTER);
  format_set_align(head, LXW_ALIGN_CENTER);
  format_set_align(date, LXW_ALIGN_CENTER);
  format_set_num_format(date, language == "en" ? "yyyy-mm-dd" : "dd/mm/yyyy");
  format_set_font_color(link, link_colour);
  format_set_underline(link, LXW_UNDERLINE_SINGLE);
}

WorkbookSheet::WorkbookSheet(lxw_workbook* workbook, const PlanTable& table,
                             const CellFormats& formats, std::string_view language)
    : workbook_(workbook), table_(table), formats_(formats), language_(language) {
  begin_sheet();
}

void WorkbookSheet::begin_sheet() {
  ++sheets_;
  last_row_ = 0;
  const std::string name = worded("sheet." + std::string(table_.name), language_) +
                           (sheets_ > 1 ? ' ' + std::to_string(sheets_) : "");
  sheet_ = workbook_add_worksheet(workbook_, name.c_str());
  if (sheet_ == nullptr) return;
  worksheet_set_row(sheet_, 0, head_height, nullptr);
  for (std::size_t at = 0; at < table_.columns.size(); ++at) {
    const TableColumn& column = table_.columns[at];
    const auto number = static_cast<lxw_col_t>(at);
    worksheet_set_column(sheet_, number, number, width_of(column), nullptr);
    const std::string key = std::string(table_.name) + '.' + std::string(column.name);
    worksheet_write_string(sheet_, 0, number, worded(key, language_).c_str(), formats_.head);
  }
  worksheet_freeze_panes(sheet_, 1, 0);
  worksheet_set_landscape(sheet_);
  worksheet_set_paper(sheet_, paper_a4);
  worksheet_fit_to_pages(sheet_, 1, 0);
  worksheet_repeat_rows(sheet_, 0, 0);
  constexpr double narrow = 0.4;  // inches
  worksheet_set_margins(sheet_, narrow, narrow, narrow, 2 * narrow);
  worksheet_set_footer(sheet_, ("&L&A&R" + worded("print.page", language_)).c_str());
}

void WorkbookSheet::add(const TableRow& row, const std::string& link) {
  if (!is_open()) return;
  if (last_row_ + 1 >= LXW_ROW_MAX) {
    finish();
    begin_sheet();
    if (!is_open()) return;
  }
  ++last_row_;
  worksheet_set_row(sheet_, last_row_, height_of(table_, row), nullptr);
  for (std::size_t at = 0; at < row.size(); ++at) write(static_cast<lxw_col_t>(at), row[at], link);
}

void WorkbookSheet::write(lxw_col_t column, const std::string& value, const std::string& link) {
  const TableColumn& kind = table_.columns.at(column);
  if (value.empty()) {
    worksheet_write_blank(sheet_, last_row_, column, formats_.text);
    return;
  }
  if (kind.type == CellType::date) {
    const std::optional<Day> day = day_of(value);
    const std::chrono::year_month_day date(day.value_or(Day{}));
    if (!day || static_cast<int>(date.year()) < first_year) return write_text(column, value);
    lxw_datetime time{static_cast<int>(date.year()),
                      static_cast<int>(static_cast<unsigned>(date.month())),
                      static_cast<int>(static_cast<unsigned>(date.day())),
                      0,
                      0,
                      0};
    worksheet_write_datetime(sheet_, last_row_, column, &time, formats_.date);
  } else if (const auto number = number_in(value); kind.type == CellType::number && number) {
    worksheet_write_number(sheet_, last_row_, column, *number, formats_.number);
  } else if (kind.type == CellType::word) {
    write_text(column, worded(std::string(kind.words) + '.' + value, language_));
  } else if (kind.type == CellType::flag) {
    write_text(column, worded("flag." + value, language_));
  } else if (kind.type == CellType::file && !link.empty() &&
             worksheet_write_url_opt(sheet_, last_row_, column, link_target(link).c_str(),
                                     formats_.link, xml_text(value).c_str(),
                                     nullptr) == LXW_NO_ERROR) {
    return;  // a sheet holds 65,530 links: the names after them are plain
  } else {
    write_text(column, value);
  }
}

void WorkbookSheet::write_text(lxw_col_t column, const std::string& text) {
  worksheet_write_string(sheet_, last_row_, column, shortened(xml_text(text)).c_str(),
                         formats_.text);
}

void WorkbookSheet::finish() {
  const auto last_column = static_cast<lxw_col_t>(table_.columns.size() - 1);
  worksheet_autofilter(sheet_, 0, 0, last_row_, last_column);
  const auto printed = std::count_if(table_.columns.begin(), table_.columns.end(),
                                     [](const TableColumn& column) { return column.width > 0; });
  worksheet_print_area(sheet_, 0, 0, last_row_, static_cast<lxw_col_t>(printed - 1));
}

}  // namespace trichyeu
