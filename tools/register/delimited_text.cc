#include "tools/register/delimited_text.h"

#include <algorithm>

#include "models/cut.h"

namespace trichyeu {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

char separator_of(std::string_view first_line) {
  if (first_line.find('\t') != std::string_view::npos) return '\t';
  const auto semicolons = std::count(first_line.begin(), first_line.end(), ';');
  const auto commas = std::count(first_line.begin(), first_line.end(), ',');
  return semicolons > commas ? ';' : ',';
}

}  // namespace

DelimitedText::DelimitedText(std::string_view bytes) : rest_(bytes) {
  if (rest_.substr(0, byte_order_mark.size()) == byte_order_mark)
    rest_.remove_prefix(byte_order_mark.size());
  std::string_view lines = rest_;
  separator_ = separator_of(cut(lines, '\n'));
}

std::optional<DelimitedRow> DelimitedText::next() {
  while (!rest_.empty() && (rest_.front() == '\n' || rest_.front() == '\r')) {
    line_ += rest_.front() == '\n' ? 1 : 0;
    rest_.remove_prefix(1);
  }
  if (rest_.empty()) return std::nullopt;
  DelimitedRow row;
  row.line = line_;
  for (;;) {
    const bool quoted = separator_ != '\t' && rest_.substr(0, 1) == "\"";
    row.cells.push_back(quoted ? quoted_cell() : cell());
    if (rest_.empty() || rest_.front() != separator_) break;
    rest_.remove_prefix(1);
  }
  if (rest_.substr(0, 1) == "\n") {
    rest_.remove_prefix(1);
    ++line_;
  }
  return row;
}

std::string DelimitedText::cell() {
  const std::size_t end =
      std::min(rest_.find_first_of(std::string{separator_, '\n'}), rest_.size());
  std::string text(rest_.substr(0, end));
  rest_.remove_prefix(end);
  if (!text.empty() && text.back() == '\r') text.pop_back();
  return text;
}

// What stands between the closing mark and the separator is passed over.
std::string DelimitedText::quoted_cell() {
  std::string text;
  rest_.remove_prefix(1);
  while (!rest_.empty()) {
    const char letter = rest_.front();
    rest_.remove_prefix(1);
    if (letter == '"' && rest_.substr(0, 1) != "\"") break;
    if (letter == '"') rest_.remove_prefix(1);
    line_ += letter == '\n' ? 1 : 0;
    text += letter;
  }
  cell();
  return text;
}

}  // namespace trichyeu
