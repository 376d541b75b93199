#include "extractor/structure/stamps.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace trichyeu {
namespace {

constexpr std::size_t longest_signature = 3;  // lines between its first and its time
constexpr double entries_below = 7;           // heights of the arrival stamp's own line
constexpr double office_above = 2;

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

}  // namespace

void complete_stamps(std::vector<Line>& lines, const NormalText& normal, const Grammars& grammars) {
  complete_signatures(lines, normal);
  complete_arrival_stamps(lines, normal, grammars.grammar("lines"));
}

}  // namespace trichyeu
