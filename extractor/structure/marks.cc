#include "extractor/structure/marks.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr int fewest_repeats = 3;  // pages with the same line at the same end make a running head
constexpr double same_height = 3;  // points
constexpr std::size_t fewest_counted = 2;  // page numbers that count on in a text without pages
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
  return !tail.empty() && tail.find_first_not_of("0123456789") == std::string_view::npos ? number
                                                                                         : 0;
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

// A page ends directly before or behind the line, or in the middle of the text around it.
bool parts_pages(const std::vector<Line>& lines, std::size_t at, const NormalText& normal) {
  if (at == 0 || at + 1 == lines.size()) return true;
  const auto& breaks = normal.page_breaks_before_byte;
  const std::size_t above = lines[at - 1].bytes.to_byte;
  const auto next = std::upper_bound(breaks.begin(), breaks.end(), above);
  if (next != breaks.end() && *next <= lines[at + 1].bytes.from_byte) return true;
  const std::string_view before = lines[at - 1].text(normal);
  return std::string_view(".;:!?/").find(before.back()) == std::string_view::npos &&
         starts_lowercase(lines[at + 1].text(normal));
}

// In a text without pages: numbers from 2 on, each alone between blank lines.
void set_counted_numbers_apart(std::vector<Line>& lines, const NormalText& normal) {
  std::vector<std::size_t> counted;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].page != 0 || !lines[i].blank_before || lines[i].place.in_table()) continue;
    const int number = lone_number(lines[i].text(normal));
    if (number == static_cast<int>(counted.size()) + 2) counted.push_back(i);
  }
  for (const std::size_t i : counted) {
    if (counted.size() >= fewest_counted || parts_pages(lines, i, normal)) {
      lines[i].apart = MarkKind::page_number;
    }
  }
}

void set_numbers_apart(std::vector<Line>& lines, const NormalText& normal) {
  for (Line& line : lines) {
    const bool at_end = line.page != 0 && (line.first_on_page || line.last_on_page);
    if (at_end && !line.place.in_table() && lone_number(line.text(normal)) != 0) {
      line.apart = MarkKind::page_number;
    }
  }
  set_counted_numbers_apart(lines, normal);
}

double median_of(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Lines at one end of several pages, with the same words but for their digits.
class RunningHeads {
 public:
  RunningHeads(const std::vector<Line>& lines, const NormalText& normal) : normal_(normal) {
    for (const Line& line : lines) {
      if (may_be(line)) heights_[key(line)].push_back(line.box.top);
    }
    set_text_range(lines);
  }

  [[nodiscard]] bool holds(const Line& line) const {
    if (!may_be(line) || !repeats(line)) return false;
    return line.first_on_page ? line.box.bottom <= text_top_ : line.box.top >= text_bottom_;
  }

 private:
  using Key = std::pair<bool, std::string>;

  [[nodiscard]] Key key(const Line& line) const {
    return {line.first_on_page, without_digits(line.text(normal_))};
  }

  // An item or a label with its value is the document's own, however often it comes.
  [[nodiscard]] bool may_be(const Line& line) const {
    return line.page > 1 && (line.first_on_page || line.last_on_page) && !line.apart &&
           line.bytes.size() <= longest_running_head && line.kind == LineKind::text &&
           line.level == Level::none && line.text(normal_).find(": ") == std::string_view::npos;
  }

  [[nodiscard]] bool repeats(const Line& line) const {
    const auto found = heights_.find(key(line));
    if (found == heights_.end()) return false;
    return std::count_if(found->second.begin(), found->second.end(), [&](double top) {
             return std::abs(top - line.box.top) <= same_height;
           }) >= fewest_repeats;
  }

  // Where the text begins and ends on most pages, heads and numbers aside.
  void set_text_range(const std::vector<Line>& lines) {
    std::map<int, std::pair<double, double>> ranges;
    for (const Line& line : lines) {
      if (line.page == 0 || line.apart || (may_be(line) && repeats(line))) continue;
      const auto [range, is_new] = ranges.try_emplace(line.page, line.box.top, line.box.bottom);
      if (is_new) continue;
      range->second.first = std::min(range->second.first, line.box.top);
      range->second.second = std::max(range->second.second, line.box.bottom);
    }
    if (ranges.empty()) return;
    std::vector<double> tops, bottoms;
    for (const auto& [page, range] : ranges) {
      tops.push_back(range.first);
      bottoms.push_back(range.second);
    }
    text_top_ = median_of(std::move(tops)) + same_height;
    text_bottom_ = median_of(std::move(bottoms)) - same_height;
  }

  const NormalText& normal_;
  std::map<Key, std::vector<double>> heights_;
  double text_top_ = 0;
  double text_bottom_ = 0;
};

void set_heads_apart(std::vector<Line>& lines, const NormalText& normal) {
  const RunningHeads heads(lines, normal);
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (heads.holds(lines[i])) found.push_back(i);
  }
  for (const std::size_t i : found) lines[i].apart = MarkKind::running_head;
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
