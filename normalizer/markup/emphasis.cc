// As CommonMark 6.2 matches it: runs of stars that open or close by what stands beside them, a
// stack of open runs, none over an empty line. But a run may close before a letter: converters
// write
// "**Điều 1.**Ban hành".
#include <unicode/uchar.h>

#include <algorithm>
#include <vector>

#include "normalizer/markup/markup.h"
#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

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
    const std::size_t next = between.find_first_not_of(" \t", at + 1);
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

}  // namespace

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

}  // namespace trichyeu
