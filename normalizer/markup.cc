// Emphasis is matched as in CommonMark 6.2 (runs of stars that open or close by what stands beside
// them, a stack of open runs, none over an empty line), but a run may close before a letter:
// converters write "**Điều 1.**Ban hành".
#include <unicode/uchar.h>

#include <algorithm>
#include <string>
#include <vector>

#include "normalizer/steps.h"
#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

constexpr std::string_view blanks = " \t";

std::size_t line_end_of(std::string_view text, std::size_t byte) {
  return std::min(text.find('\n', byte), text.size());
}

// --- Escapes -------------------------------------------------------------------------------------

// Not the pipe: a table's reader tells "\|" from the edge of a cell.
bool is_escapable(char c) {
  return std::string_view("!\"#$%&'()*+,-./:;<=>?@[]^_`{}~").find(c) != std::string_view::npos;
}

// A run of backslashes before punctuation; at a line's end, where one breaks the line, with blanks.
Rewrite drop_escapes(std::string_view text) {
  TextRewriter out(text);
  for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at)) {
    const std::size_t end = std::min(text.find_first_not_of("\\ \t", at), text.size());
    const bool ends_line = end == text.size() || text[end] == '\n';
    if (ends_line) {
      out.keep_until(at);
      out.drop(end - at);
    } else if (is_escapable(text[end])) {
      out.keep_until(text.find_last_not_of('\\', end - 1) + 1);
      out.drop(end - out.source_position());
    }
    at = end;
  }
  return std::move(out).finish();
}

// --- Links ---------------------------------------------------------------------------------------

bool is_address(std::string_view text) {
  for (const std::string_view scheme : {"http://", "https://", "mailto:", "ftp://"}) {
    if (text.substr(0, scheme.size()) == scheme && text.size() > scheme.size()) {
      return text.find_first_of(" \t\n<>*") == std::string_view::npos;
    }
  }
  return false;
}

// The longest link that is looked at: what a bracket may cost on hostile text.
constexpr std::size_t longest_link = 2000;

// "<http…>" from its "<"; the byte after it, or 0.
std::size_t angle_link_end(std::string_view text, std::size_t at) {
  const std::string_view window = text.substr(at, longest_link);
  const std::size_t close = window.find_first_of(">\n ");
  if (close == std::string_view::npos || window[close] != '>') return 0;
  return is_address(window.substr(1, close - 1)) ? at + close + 1 : 0;
}

struct BracketLink {
  std::size_t label_end = 0;  // at "]"
  std::size_t end = 0;        // after ")"; 0 where there is none
};

// "[label](http…)" from its "[".
BracketLink bracket_link(std::string_view text, std::size_t at) {
  const std::string_view window = text.substr(at, longest_link);
  const std::size_t label_end = window.find_first_of("[]\n", 1);
  if (label_end == std::string_view::npos || window.substr(label_end, 2) != "](") return {};
  if (window.find_first_not_of(" \t*", 1) == label_end) return {};  // no label: nothing to keep
  const std::size_t close = window.find_first_of(")\n", label_end + 2);
  if (close == std::string_view::npos || window[close] != ')') return {};
  std::string_view address = window.substr(label_end + 2, close - label_end - 2);
  if (address.size() > 2 && address.front() == '<' && address.back() == '>') {
    address = address.substr(1, address.size() - 2);
  }
  if (!is_address(address)) return {};
  return {at + label_end, at + close + 1};
}

Rewrite drop_links(std::string_view text) {
  TextRewriter out(text);
  std::size_t at = text.find_first_of("<[");
  while (at != std::string_view::npos) {
    out.keep_until(at);
    if (text[at] == '<') {
      if (const std::size_t end = angle_link_end(text, at); end != 0) {
        out.drop(1);
        out.keep_until(end - 1);
        out.drop(1);
      }
    } else if (const BracketLink link = bracket_link(text, at); link.end != 0) {
      out.drop(1);
      out.keep_until(link.label_end);
      out.drop(link.end - link.label_end);
    }
    at = text.find_first_of("<[", std::max(at + 1, out.source_position()));
  }
  return std::move(out).finish();
}

// --- Emphasis ------------------------------------------------------------------------------------

struct StarRun {
  std::size_t from_byte = 0;
  std::size_t stars = 0;
  std::size_t dropped_in_front = 0;
  std::size_t dropped_at_back = 0;
  bool opens = false;
  bool closes = false;

  [[nodiscard]] std::size_t left() const { return stars - dropped_in_front - dropped_at_back; }
};

bool is_blank(char32_t value) { return value == 0 || u_isUWhiteSpace(static_cast<UChar32>(value)); }
bool is_opening(char32_t value) {
  return (U_GET_GC_MASK(static_cast<UChar32>(value)) & (U_GC_PS_MASK | U_GC_PI_MASK)) != 0;
}
bool is_closing(char32_t value) {
  const bool bracket =
      (U_GET_GC_MASK(static_cast<UChar32>(value)) & (U_GC_PE_MASK | U_GC_PF_MASK)) != 0;
  return bracket || value == U'.' || value == U',' || value == U';' || value == U':';
}

StarRun star_run_at(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find_first_not_of('*', at), text.size());
  const char32_t before = code_point_before(text, at).value;
  const char32_t after = code_point_at(text, end).value;
  StarRun run;
  run.from_byte = at;
  run.stars = end - at;
  run.opens = !is_blank(after) && !is_closing(after);
  run.closes = !is_blank(before) && !is_opening(before);
  const bool product = run.stars == 1 && u_isalnum(static_cast<UChar32>(before)) &&
                       u_isalnum(static_cast<UChar32>(after));
  if (product) run.opens = run.closes = false;
  return run;
}

bool has_empty_line(std::string_view between) {
  for (std::size_t at = between.find('\n'); at != std::string_view::npos;) {
    const std::size_t next = between.find_first_not_of(blanks, at + 1);
    if (next == std::string_view::npos) return false;
    if (between[next] == '\n') return true;
    at = between.find('\n', next);
  }
  return false;
}

// Closes as many open runs as the run has stars.
void close_runs(StarRun& run, std::vector<StarRun>& runs, std::vector<std::size_t>& open) {
  while (run.left() > 0 && !open.empty()) {
    StarRun& opener = runs[open.back()];
    const std::size_t pairs = std::min(opener.left(), run.left());
    opener.dropped_at_back += pairs;
    run.dropped_in_front += pairs;
    if (opener.left() == 0) open.pop_back();
  }
}

std::vector<StarRun> match_stars(std::string_view text) {
  std::vector<StarRun> runs;
  std::vector<std::size_t> open;
  std::size_t behind = 0;
  for (std::size_t at = text.find('*'); at != std::string_view::npos; at = text.find('*', behind)) {
    StarRun run = star_run_at(text, at);
    if (has_empty_line(text.substr(behind, at - behind))) open.clear();
    if (run.closes) close_runs(run, runs, open);
    if (run.opens && run.dropped_in_front == 0) open.push_back(runs.size());
    behind = run.from_byte + run.stars;
    runs.push_back(run);
  }
  return runs;
}

Rewrite drop_emphasis(std::string_view text) {
  TextRewriter out(text);
  for (const StarRun& run : match_stars(text)) {
    out.keep_until(run.from_byte);
    out.drop(run.dropped_in_front);
    out.keep(run.left());
    out.drop(run.dropped_at_back);
  }
  return std::move(out).finish();
}

// --- Lines ---------------------------------------------------------------------------------------

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

Rewrite drop_line_marks(std::string_view text) {
  TextRewriter out(text);
  for (std::size_t at = 0; at < text.size(); at = line_end_of(text, at) + 1) {
    const std::size_t end = line_end_of(text, at);
    const std::size_t from = std::min(text.find_first_not_of(" \t\f", at), end);
    std::string_view line = text.substr(from, end - from);
    line = line.substr(0, line.find_last_not_of(" \t\r\f") + 1);
    const std::size_t marks = heading_marks(line);
    const bool no_text = is_rule(line.substr(marks));
    if (marks == 0 && !no_text) continue;
    out.keep_until(from);
    out.drop(no_text ? line.size() : marks);
  }
  return std::move(out).finish();
}

}  // namespace

Rewrite drop_markup(std::string_view text) {
  Rewrite done{std::string(text), OffsetMap::identity(text.size())};
  // What one kind of markup held may be markup of another: "*[Phụ lục](http://a.vn)*".
  constexpr int most_rounds = 4;
  for (int round = 0; round < most_rounds; ++round) {
    const std::size_t size_before = done.text.size();
    for (const auto step : {drop_escapes, drop_links, drop_emphasis, drop_line_marks}) {
      Rewrite next = step(done.text);
      if (!next.map.edits().empty()) done = {std::move(next.text), done.map.then(next.map)};
    }
    if (done.text.size() == size_before) break;
  }
  return done;
}

}  // namespace trichyeu
