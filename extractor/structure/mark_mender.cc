#include "extractor/structure/mark_mender.h"

#include <algorithm>
#include <array>

#include "extractor/structure/likeness.h"
#include "extractor/structure/lines.h"
#include "normalizer/letters.h"
#include "normalizer/numbers.h"

namespace trichyeu {
namespace {

constexpr std::size_t longest_token = 9;      // bytes of a mark that cannot be read
constexpr std::size_t most_lines_below = 40;  // between an item and the next of its list
constexpr std::size_t most_lines_of_part = 400;
constexpr int most_strokes = 3;  // a numeral of strokes alone: I, II, III
constexpr std::string_view stroke_like = "1IilL|!";
constexpr std::string_view end_signs = ".):,;'`-";  // with their dirt
constexpr std::string_view bracket_like = "J]}|lI1j";
constexpr std::array<std::string_view, 25> list_letters{"",  "a", "b", "c", "d", "đ", "e", "g", "h",
                                                        "i", "k", "l", "m", "n", "o", "p", "q", "r",
                                                        "s", "t", "u", "v", "x", "y", "z"};
constexpr std::array<std::string_view, 13> numerals{"",    "I",    "II", "III", "IV", "V",  "VI",
                                                    "VII", "VIII", "IX", "X",   "XI", "XII"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool holds_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

bool is_ascii_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

template <typename List>
int place_in(const List& list, std::string_view what) {
  const auto found = std::find(list.begin(), list.end(), what);
  return found == list.end() ? 0 : static_cast<int>(found - list.begin());
}

std::string_view without_ends(std::string_view token) {
  const std::size_t first = token.find_first_not_of(end_signs);
  if (first == std::string_view::npos) return {};
  return token.substr(first, token.find_last_not_of(end_signs) + 1 - first);
}

bool is_counted(Level level) {
  return level == Level::roman || level == Level::arabic || level == Level::decimal ||
         level == Level::letter;
}

// Of a numeral that is nothing but strokes, two of which may read as H; 0 for all else.
int strokes_in(std::string_view core) {
  int strokes = 0;
  for (const char c : core) {
    if (c != 'H' && c != 'I') return 0;
    strokes += c == 'H' ? 2 : 1;
  }
  return strokes;
}

// A capital or a quote begins the item's words.
bool begins_words(std::string_view text) {
  constexpr std::string_view quote = "“";
  if (text.substr(0, quote.size()) == quote) return true;
  const unsigned char lead = text.empty() ? 0 : static_cast<unsigned char>(text.front());
  const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
  return has_capital(text.substr(0, bytes));
}

// What stands before the item's words: up to a blank, or to a capital behind a sign.
std::string_view token_of(std::string_view line) {
  for (std::size_t at = 1; at < std::min(line.size(), longest_token + 1); ++at) {
    if (line[at] == ' ') return begins_words(line.substr(at + 1)) ? line.substr(0, at) : "";
    if (end_signs.find(line[at - 1]) != std::string_view::npos && begins_words(line.substr(at)))
      return line.substr(0, at);
  }
  return {};
}

}  // namespace

std::string MarkMender::Mark::core() const {
  const auto place = static_cast<std::size_t>(value);
  switch (level) {
    case Level::roman: return std::string(place < numerals.size() ? numerals[place] : "");
    case Level::letter: return std::string(place < list_letters.size() ? list_letters[place] : "");
    default: return above + std::to_string(value);
  }
}

std::string MarkMender::Mark::text() const { return core() + end; }

MarkMender::MarkMender(const std::vector<std::string_view>& lines, const Grammars& grammars)
    : lines_(lines) {
  for (const std::string_view line : lines) {
    const EnumerationMark read = enumeration_mark_of(line, grammars, true);
    Mark mark;
    std::string core(without_ends(read.mark));
    mark.end = read.mark.substr(read.mark.find(core) + core.size());
    core.erase(0, core.find_first_not_of(' '));  // "- b)"
    switch (read.level) {
      case Level::roman:
        mark.value = place_in(numerals, core);
        has_numerals_ = has_numerals_ || mark.value > 0;
        break;
      case Level::upper:
        mark.value = 1;
        has_letter_before_h_ = has_letter_before_h_ || core == "G";
        break;
      case Level::arabic: mark.value = plain_number(core); break;
      case Level::letter: mark.value = place_in(list_letters, core); break;
      case Level::decimal: {
        const std::size_t last = core.rfind('.') + 1;
        mark.above = core.substr(0, last);
        mark.value = plain_number(std::string_view(core).substr(last));
        break;
      }
      case Level::bullet:
      case Level::none: break;
      default: mark.value = 1; break;  // it ends the lists above it
    }
    if (mark.value > 0) mark.level = read.level;
    marks_.push_back(std::move(mark));
  }
}

std::vector<MarkMender::Mark> MarkMender::expected() const {
  std::vector<Mark> next;
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    if (!is_counted(open->level)) continue;
    if (open == open_.rbegin() && (open->level == Level::arabic || open->level == Level::decimal))
      next.push_back({Level::decimal, open->core() + ".", 1, open->end});
    if (open == open_.rbegin() && open->level != Level::letter && open->level != Level::roman)
      next.push_back({Level::letter, {}, 1, ")"});
    if (open == open_.rbegin() && open->level == Level::roman)
      next.push_back({Level::arabic, {}, 1, "."});
    next.push_back(*open);
    ++next.back().value;
  }
  if (open_.empty() || open_.front().level != Level::roman)
    next.push_back({Level::roman, {}, 1, "."});
  return next;
}

bool MarkMender::goes_on_below(std::size_t at, const Mark& meant) const {
  const std::size_t most = meant.level == Level::roman ? most_lines_of_part : most_lines_below;
  for (std::size_t i = at + 1; i < std::min(marks_.size(), at + most); ++i) {
    const Mark& mark = marks_[i];
    if (mark.level == Level::none) continue;
    if (mark.level < meant.level) return false;
    if (mark.level != meant.level || mark.above != meant.above) continue;
    return mark.value == meant.value + 1;
  }
  return false;
}

bool MarkMender::fits(std::size_t at, std::string_view token, const Mark& meant) const {
  const std::string_view core = without_ends(token);
  const std::string wanted = meant.core();
  const bool closed = token.find_first_of(end_signs) != std::string_view::npos;
  const bool known = holds_digit(core) || std::any_of(core.begin(), core.end(), is_ascii_letter);
  switch (meant.level) {
    case Level::roman: {
      const bool strokes =
          !core.empty() && core.find_first_not_of(stroke_like) == std::string_view::npos;
      if (!core.empty() && closed && strokes_in(core) == meant.value) return true;
      return strokes && closed && meant.value <= most_strokes && is_all_capitals(lines_[at]) &&
             goes_on_below(at, meant);
    }
    case Level::arabic:
      if (core == wanted && closed) return true;
      return !has_letter(core) && !known && closed && goes_on_below(at, meant);
    case Level::decimal: {
      std::string dotted(core);
      std::replace_if(
          dotted.begin(), dotted.end(), [](char c) { return c == ':' || c == ',' || c == ';'; },
          '.');
      if (dotted == wanted) return dotted != core || closed;
      return marks_[at].level == Level::decimal && bytes_apart(core, wanted, 1) == 1;
    }
    case Level::letter:
      if (core.empty()) return false;
      if (core.substr(0, wanted.size()) == wanted && core.size() == wanted.size() + 1 &&
          bracket_like.find(core.back()) != std::string_view::npos)
        return meant.end == ")";
      if (!closed || holds_digit(core)) return false;
      if (core == wanted) return true;
      if (!known && meant.value > 1 && token.back() == ')') return true;
      if (!known) return goes_on_below(at, meant);
      return code_point_count(core) == 2 && core.find(wanted) != std::string_view::npos;
    default: return false;
  }
}

std::optional<FormMend> MarkMender::mend(std::size_t at, bool recognised) {
  const Mark& read = marks_[at];
  // A list's dash may stand before letters: "- b)".
  const std::size_t from = lines_[at].substr(0, 2) == "- " ? 2 : 0;
  const std::string_view token =
      recognised ? token_of(lines_[at].substr(from)) : std::string_view();
  if (read.level == Level::upper && token == "H." && has_numerals_ && !has_letter_before_h_) {
    take({Level::roman, {}, 2, "."});
    return FormMend{{0, token.size()}, "II.", "II."};
  }
  const std::vector<Mark> next = expected();
  const auto follows = [&](const Mark& mark) {
    return std::any_of(next.begin(), next.end(), [&](const Mark& other) {
      return other.level == mark.level && other.core() == mark.core();
    });
  };
  if (read.level != Level::none && (read.level != Level::decimal || follows(read))) {
    take(read);
    return std::nullopt;
  }
  const char first = token.empty() ? '-' : token.front();
  if (std::string_view("-+*(\"/").find(first) == std::string_view::npos) {
    for (const Mark& meant : next) {
      if (from > 0 && (meant.level != Level::letter || token.back() != ')')) continue;
      if (!fits(at, token, meant)) continue;
      take(meant);
      return FormMend{{from, from + token.size()}, meant.text(), meant.text()};
    }
  }
  if (read.level != Level::none) take(read);
  return std::nullopt;
}

void MarkMender::take(const Mark& mark) {
  std::erase_if(open_, [&](const Mark& open) {
    if (open.level != mark.level) return open.level > mark.level;
    return open.above.size() >= mark.above.size();
  });
  open_.push_back(mark);
}

}  // namespace trichyeu
