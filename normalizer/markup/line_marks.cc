#include <algorithm>
#include <string>

#include "normalizer/markup/markup.h"

namespace trichyeu {
namespace {

constexpr std::string_view blanks = " \t";

std::size_t line_end_of(std::string_view text, std::size_t byte) {
  return std::min(text.find('\n', byte), text.size());
}

// "## ", "### # ": the bytes of heading marks at the line's start.
std::size_t heading_marks(std::string_view line) {
  std::size_t marks = 0;
  for (;;) {
    const std::string_view rest = line.substr(marks);
    const std::size_t level = std::min(rest.find_first_not_of('#'), rest.size());
    if (level == 0 || level > 6) return marks;
    const std::size_t gap = std::min(rest.find_first_not_of(blanks, level), rest.size());
    if (gap == level && gap != rest.size()) return marks;
    marks += gap;
  }
}

// A rule, "---", or a fence, "```", "```text": no text at all.
bool is_rule(std::string_view line) {
  if (line.size() < 3 || line.substr(1, 2) != std::string(2, line[0])) return false;
  if (line[0] == '`') return line.find(' ') == std::string_view::npos;
  if (std::string_view("-*_=").find(line[0]) == std::string_view::npos) return false;
  return line.find_first_not_of(line[0]) == std::string_view::npos;
}

// Calls `marks_of` with each line, blanks at its ends aside, for the bytes to drop at its start; of
// a rule behind them nothing stays.
template <typename MarksOf>
Rewrite drop_at_line_starts(std::string_view text, const MarksOf& marks_of) {
  TextRewriter out(text);
  for (std::size_t at = 0; at < text.size(); at = line_end_of(text, at) + 1) {
    const std::size_t end = line_end_of(text, at);
    const std::size_t from = std::min(text.find_first_not_of(" \t\f", at), end);
    std::string_view line = text.substr(from, end - from);
    line = line.substr(0, line.find_last_not_of(" \t\r\f") + 1);
    const std::size_t marks = marks_of(line);
    const bool no_text = is_rule(line.substr(marks));
    if (marks == 0 && !no_text) continue;
    out.keep_until(from);
    out.drop(no_text ? line.size() : marks);
  }
  return std::move(out).finish();
}

}  // namespace

Rewrite drop_line_marks(std::string_view text) { return drop_at_line_starts(text, heading_marks); }

Rewrite drop_rules(std::string_view text) {
  return drop_at_line_starts(text, [](std::string_view) { return std::size_t{0}; });
}

}  // namespace trichyeu
