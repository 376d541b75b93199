#include "extractor/structure/marks.h"

#include <charconv>
#include <map>
#include <string>

namespace trichyeu {
namespace {

constexpr int fewest_repeats = 3;         // pages with the same line at the same end make a running head
constexpr std::size_t longest_running_head = 120;  // bytes; running heads are short

// "2", "- 2 -", "2/15": the number; 0 where the line is something else.
int lone_number(std::string_view text) {
  const auto trim = [](std::string_view& s, std::string_view what) {
    while (!s.empty() && what.find(s.front()) != std::string_view::npos) s.remove_prefix(1);
    while (!s.empty() && what.find(s.back()) != std::string_view::npos) s.remove_suffix(1);
  };
  trim(text, "- ");
  int number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || number <= 0 || number > 9999) return 0;
  std::string_view tail(rest, static_cast<std::size_t>(end - rest));
  if (tail.empty()) return number;
  if (tail.front() != '/') return 0;
  tail.remove_prefix(1);
  return !tail.empty() && tail.find_first_not_of("0123456789") == std::string_view::npos ? number : 0;
}

std::string without_digits(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      if (out.empty() || out.back() != '#') out += '#';
    } else {
      out += c;
    }
  }
  return out;
}

void set_numbers_apart(std::vector<Line>& lines, const NormalText& normal) {
  int last = 0;
  for (Line& line : lines) {
    const int number = lone_number(line.text(normal));
    if (number == 0 || line.place.in_table()) continue;
    const bool at_end = line.page != 0 && (line.first_on_page || line.last_on_page);
    const bool counts_on = line.page == 0 && line.blank_before &&
                           (number == last + 1 || (last == 0 && number == 2));
    if (at_end || counts_on) {
      line.apart = MarkKind::page_number;
      last = number;
    }
  }
}

void set_heads_apart(std::vector<Line>& lines, const NormalText& normal) {
  std::map<std::pair<bool, std::string>, int> repeats;
  const auto key = [&](const Line& line) {
    return std::pair(line.first_on_page, without_digits(line.text(normal)));
  };
  const auto may_be = [&](const Line& line) {
    return line.page > 1 && (line.first_on_page || line.last_on_page) && !line.apart &&
           line.bytes.size() <= longest_running_head && line.kind == LineKind::text;
  };
  for (const Line& line : lines) {
    if (may_be(line)) ++repeats[key(line)];
  }
  for (Line& line : lines) {
    if (may_be(line) && repeats[key(line)] >= fewest_repeats) line.apart = MarkKind::running_head;
  }
}

}  // namespace

void set_marks_apart(std::vector<Line>& lines, const NormalText& normal) {
  for (Line& line : lines) {
    if (line.kind == LineKind::stamp) line.apart = MarkKind::stamp;
    if (line.place.repeated) line.apart = MarkKind::running_head;
  }
  set_numbers_apart(lines, normal);
  set_heads_apart(lines, normal);
}

}  // namespace trichyeu
