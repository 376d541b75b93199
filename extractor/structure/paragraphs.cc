// Two kinds of evidence: where the source has pages, a line that reaches the right margin goes on
// below unless the next one is indented; where it has none, a text whose lines are all about as
// long as each other was broken by a converter. Small letters and commas tell in both.
#include "extractor/structure/paragraphs.h"

#include <algorithm>
#include <map>
#include <optional>

#include "extractor/structure/zones.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr double least_indent = 10;           // points; a first-line indent is 1 cm or more
constexpr std::size_t shortest_measure = 50;  // code points; converters break at 60 to 120
constexpr std::size_t longest_measure = 140;
// Percent of the measure at which a line counts as full: letters differ in width. An open line of
// running text goes on below almost surely, a heading without a full stop does not.
constexpr std::size_t full_heading = 82;
constexpr std::size_t full_text = 60;

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

// The sentence or item is over: nothing but a clear sign joins the next line to it.
bool is_closed(std::string_view text) {
  while (!text.empty() && (text.back() == '*' || text.back() == ' ')) text.remove_suffix(1);
  if (text.empty()) return false;
  for (const std::string_view quote : {"”", "\"", ")", "’"}) {
    if (ends_with(text, quote)) text.remove_suffix(quote.size());
  }
  return !text.empty() && std::string_view(".;:!?/").find(text.back()) != std::string_view::npos;
}

// The line length at which a converter broke all lines of a text without pages; nothing where
// lines are whole paragraphs.
std::optional<std::size_t> measure_of(const std::vector<Line>& lines, const NormalText& normal) {
  std::vector<std::size_t> lengths;
  std::size_t open = 0;
  for (const Line& line : lines) {
    if (line.page != 0) return std::nullopt;
    const std::string_view text = line.text(normal);
    const std::size_t length = code_point_count(text);
    if (length < shortest_measure / 2) continue;
    lengths.push_back(length);
    open += !is_closed(text);
  }
  if (lengths.size() < 8 || open * 5 < lengths.size() * 2) return std::nullopt;
  std::sort(lengths.begin(), lengths.end());
  const std::size_t measure = lengths[lengths.size() * 95 / 100];
  if (measure < shortest_measure || measure > longest_measure) return std::nullopt;
  return measure;
}

class Joiner {
 public:
  Joiner(const std::vector<Line>& lines, const NormalText& normal)
      : lines_(lines), normal_(normal), measure_(measure_of(lines, normal)) {
    for (const Line& line : lines) {
      if (!margins_.contains(line.page)) margins_[line.page] = margins_of(lines, line.page);
    }
    set_first_line_indent();
  }

  [[nodiscard]] bool continues(const Line& above, const Line& below,
                               std::size_t paragraph_first) const {
    if (above.zone != below.zone || begins_anew(above, below)) return false;
    switch (below.zone) {
      case ZoneKind::letterhead:
      case ZoneKind::signature: return false;
      case ZoneKind::title: return title_continues(above, below);
      case ZoneKind::recipients: return recipient_continues(above, below, lines_[paragraph_first]);
      default: return text_continues(above, below, lines_[paragraph_first]);
    }
  }

 private:
  [[nodiscard]] std::string_view text(const Line& line) const { return line.text(normal_); }

  [[nodiscard]] bool begins_anew(const Line& above, const Line& below) const {
    switch (below.kind) {
      case LineKind::text:
      case LineKind::number:
      case LineKind::position: break;
      case LineKind::basis:
      case LineKind::closing:
      case LineKind::self_naming:
        if (is_closed(text(above)) || below.blank_before) return true;
        break;
      default: return true;
    }
    if (above.kind == LineKind::type || above.kind == LineKind::annex ||
        above.kind == LineKind::table_row || above.kind == LineKind::recipients ||
        above.kind == LineKind::enacting) {
      return true;
    }
    if (below.labelled) return true;
    return below.level != Level::none && !is_false_mark(above, below);
  }

  // "quốc phòng" / "- an ninh trên địa bàn": a dash between words, or a number, that fell to the
  // line's start.
  [[nodiscard]] bool is_false_mark(const Line& above, const Line& below) const {
    if (is_closed(text(above)) || !is_full(above, below)) return false;
    const std::string_view words = text(below).substr(below.mark_bytes);
    if (below.level == Level::arabic || below.level == Level::decimal)
      return starts_lowercase(words);
    if (below.level != Level::bullet) return false;
    const bool symbol = text(above).back() >= '0' && text(above).back() <= '9' &&
                        is_all_capitals(words.substr(0, words.find(' ')));  // "số 92" / "- KL/TW"
    return symbol || starts_lowercase(words);
  }

  [[nodiscard]] bool title_continues(const Line& above, const Line& below) const {
    if (below.page == 0) return measure_.has_value() || !is_closed(text(above));
    return true;
  }

  // The list of recipients is a column of its own: its lines are as long as its longest.
  [[nodiscard]] bool recipient_continues(const Line& above, const Line& below,
                                         const Line& first) const {
    if (below.level != Level::none) return false;
    if (starts_lowercase(text(below)) || text(above).back() == ',') return true;
    if (below.page == 0) return false;
    return first.level == Level::bullet && !is_closed(text(above)) &&
           below.straight.left >= first.straight.left - 2;
  }

  [[nodiscard]] bool text_continues(const Line& above, const Line& below, const Line& first) const {
    const std::string_view before = text(above);
    const bool heading = first.level != Level::none && first.level != Level::bullet;
    const std::size_t share = heading ? full_heading : full_text;
    if (joins_without_blank(before, text(below))) return true;
    const bool closed = is_closed(before);
    if (below.page == 0) {
      if (starts_lowercase(text(below)))
        return !closed || (measure_ && is_full(above, below, full_heading));
      if (before.back() == ',') return true;
      return measure_ && !closed && is_full(above, below, share);
    }
    if (is_heading_alone(above)) return false;
    const Margins& margins = margins_.at(below.page);
    const bool in_from_margin =
        margins.known() && below.straight.left > margins.left + least_indent;
    const bool in_from_above =
        below.page == above.page && below.straight.left > above.straight.left + least_indent / 2;
    const bool indented = in_from_margin && (first_line_indent_ || in_from_above);
    if (starts_lowercase(text(below)) && !closed) return true;
    if (is_centred(below, margins) && !is_full(above, below)) return false;
    return is_full(above, below) && !indented;
  }

  // Lines that surely go on with a paragraph stand at the margin: then a line that is in from it
  // begins one.
  void set_first_line_indent() {
    std::size_t going_on = 0, at_margin = 0;
    for (const Line& line : lines_) {
      const Margins& margins = margins_.at(line.page);
      if (line.zone == ZoneKind::letterhead || line.place.in_table() || line.level != Level::none ||
          !margins.known() || !starts_lowercase(text(line))) {
        continue;
      }
      ++going_on;
      at_margin += line.straight.left <= margins.left + least_indent;
    }
    first_line_indent_ = going_on >= 5 && at_margin * 5 >= going_on * 4;
  }

  [[nodiscard]] bool is_heading_alone(const Line& line) const {
    return line.level != Level::none && line.level <= Level::section;
  }

  // The next line's first word would not have found room on this line.
  [[nodiscard]] bool is_full(const Line& above, const Line& below,
                             std::size_t share = full_heading) const {
    const std::string_view next = text(below);
    const std::size_t word = code_point_count(next.substr(0, next.find(' '))) + 1;
    const std::size_t length = code_point_count(text(above));
    if (above.page == 0) return measure_ && length + word > *measure_ * share / 100;
    const Margins& margins = margins_.at(above.page);
    if (!margins.known() || length == 0) return false;
    const double per_letter = above.straight.width() / static_cast<double>(length);
    return above.straight.right + per_letter * static_cast<double>(word) >
           margins.right - per_letter;
  }

  const std::vector<Line>& lines_;
  const NormalText& normal_;
  std::optional<std::size_t> measure_;
  std::map<int, Margins> margins_;
  bool first_line_indent_ = false;
};

}  // namespace

bool joins_without_blank(std::string_view above, std::string_view below) {
  if (above.size() < 2 || below.empty()) return false;
  const char last = above.back();
  if (last != '-' && last != '/') return false;
  const std::string_view token = above.substr(above.rfind(' ') + 1);  // npos + 1 is 0
  const bool numbered = token.front() >= '0' && token.front() <= '9';
  return numbered && token.size() > 1 && !starts_lowercase(below);
}

std::vector<Paragraph> paragraphs_of(const std::vector<Line>& lines, const NormalText& normal) {
  const Joiner joiner(lines, normal);
  std::vector<Paragraph> paragraphs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].apart) continue;
    if (!paragraphs.empty() &&
        joiner.continues(lines[paragraphs.back().back()], lines[i], paragraphs.back().front())) {
      paragraphs.back().push_back(i);
    } else {
      paragraphs.push_back({i});
    }
  }
  return paragraphs;
}

}  // namespace trichyeu
