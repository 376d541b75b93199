#include "extractor/structure/stamps.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string_view>

namespace trichyeu {
namespace {

constexpr std::size_t longest_signature = 3;  // lines between its first and its time
constexpr double entries_below = 7;           // heights of the arrival stamp's own line
constexpr double office_above = 2;
constexpr std::size_t longest_title = 6;  // lines from the type on
constexpr double same_axis = 15;          // points between the centres of a title's lines
constexpr double same_size = 0.3;         // share by which their heights may differ

// "10:12:35", as in the last line of an electronic signature.
bool holds_clock_time(std::string_view text) {
  const std::size_t colon = text.find(':', text.find_first_of("0123456789"));
  return colon != std::string_view::npos && colon + 3 < text.size() && text[colon + 3] == ':' &&
         std::isdigit(static_cast<unsigned char>(text[colon + 1])) != 0;
}

void complete_signatures(std::vector<Line>& lines, const NormalText& normal) {
  for (std::size_t at = 1; at < lines.size(); ++at) {
    if (lines[at].kind != LineKind::stamp || !holds_clock_time(lines[at].text(normal))) continue;
    std::size_t first = at;
    while (first > 0 && at - first < longest_signature && lines[first - 1].kind == LineKind::text)
      --first;
    if (first == 0 || lines[first - 1].kind != LineKind::stamp) continue;
    for (; first < at; ++first) lines[first].kind = LineKind::stamp;
  }
}

class ArrivalStamp {
 public:
  ArrivalStamp(const std::vector<Line>& lines, const Line& head) : head_(head) {
    is_below_number_ = std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
      return line.page == head.page && line.kind == LineKind::number &&
             line.box.bottom < head.box.top;
    });
  }

  // "Số: 1245", "Ngày: 12/6/2025".
  [[nodiscard]] bool may_hold_entry(const Line& line) const {
    const double below = line.box.top - head_.box.top;
    return is_beside(line) && below > 0 && below < entries_below * head_.box.height();
  }

  // Above the number stands the document's own issuer.
  [[nodiscard]] bool may_hold_office(const Line& line) const {
    const double above = head_.box.top - line.box.bottom;
    return is_beside(line) && is_below_number_ && line.box.top < head_.box.top &&
           above < office_above * head_.box.height();
  }

 private:
  // Its centre within a stamp that is at most three times as wide as its head.
  [[nodiscard]] bool is_beside(const Line& line) const {
    const double centre = (line.box.left + line.box.right) / 2;
    return line.page == head_.page && line.kind == LineKind::text &&
           centre > head_.box.left - head_.box.width() &&
           centre < head_.box.right + head_.box.width();
  }

  const Line& head_;
  bool is_below_number_ = false;
};

void complete_arrival_stamps(std::vector<Line>& lines, const NormalText& normal,
                             const Grammar& grammar) {
  const auto emits = [&](const Line& line, std::string_view key, std::string_view value) {
    const auto match = grammar.find(line.text(normal));
    return match && match->emitted(key) == value;
  };
  for (const Line& head : lines) {
    if (head.page == 0 || head.kind != LineKind::stamp || !emits(head, "stamp", "arrival"))
      continue;
    const ArrivalStamp stamp(lines, head);
    for (Line& line : lines) {
      const bool is_entry = stamp.may_hold_entry(line) && emits(line, "stamp", "arrival_entry");
      if (is_entry || stamp.may_hold_office(line)) line.kind = LineKind::stamp;
    }
  }
}

double centre_of(const Line& line) { return (line.straight.left + line.straight.right) / 2; }

bool is_one_word(std::string_view text) { return text.find(' ') == std::string_view::npos; }

// Under the type or the annex's head that `head` is, on its axis and as large: a stamp stands aside
// or is of another size. Without pages, no blank line between them.
bool goes_on_with_title(const std::vector<Line>& lines, std::size_t head, std::size_t at) {
  if (lines[at].page != lines[head].page) return false;
  if (lines[at].page == 0) {
    return std::none_of(lines.begin() + static_cast<std::ptrdiff_t>(head) + 1,
                        lines.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                        [](const Line& line) { return line.blank_before; });
  }
  const double height = lines[head].straight.height();
  return std::abs(centre_of(lines[at]) - centre_of(lines[head])) < same_axis &&
         std::abs(lines[at].straight.height() - height) < same_size * height;
}

// "MẬT" or "ĐẾN" alone on a line of a title that was broken there.
void release_words_of_titles(std::vector<Line>& lines, const NormalText& normal) {
  for (std::size_t at = 1; at < lines.size(); ++at) {
    if (lines[at].kind != LineKind::stamp || lines[at].apart ||
        !is_one_word(lines[at].text(normal)))
      continue;
    const std::size_t first = at > longest_title ? at - longest_title : 0;
    for (std::size_t head = at; head-- > first;) {
      const LineKind kind = lines[head].kind;
      if (kind != LineKind::text && kind != LineKind::type && kind != LineKind::annex) break;
      if (kind == LineKind::text) continue;
      if (goes_on_with_title(lines, head, at)) lines[at].kind = LineKind::text;
      break;
    }
  }
}

}  // namespace

void complete_stamps(std::vector<Line>& lines, const NormalText& normal, const Grammars& grammars) {
  release_words_of_titles(lines, normal);
  complete_signatures(lines, normal);
  complete_arrival_stamps(lines, normal, grammars.grammar("lines"));
}

}  // namespace trichyeu
