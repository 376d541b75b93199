#include "extractor/read/flow/flow_encoding.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "normalizer/legacy/legacy.h"

namespace trichyeu {
namespace {

bool names_fonts(const std::vector<FlowLine>& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const FlowLine& line) {
    return std::any_of(line.runs.begin(), line.runs.end(),
                       [](const FlowRun& run) { return !run.font_name.empty(); });
  });
}

// A line's last run takes the line end with it, so that no letter is joined to the next line's.
std::vector<EncodingUse> decode_by_font(std::vector<FlowLine>& lines) {
  std::vector<FontRun> runs;
  for (const FlowLine& line : lines) {
    for (const FlowRun& run : line.runs) runs.push_back({run.text, run.font_name});
    if (!line.runs.empty()) runs.back().text += '\n';
  }
  DecodedRuns decoded = decode_runs(runs);
  std::size_t at = 0;
  for (FlowLine& line : lines) {
    for (FlowRun& run : line.runs) run.text = std::move(decoded.runs[at++].text);
    if (line.runs.empty()) continue;
    std::string& last = line.runs.back().text;
    if (!last.empty() && last.back() == '\n') last.pop_back();
  }
  return std::move(decoded.uses);
}

std::string text_of(const FlowLine& line) {
  std::string text;
  for (const FlowRun& run : line.runs) text += run.text;
  return text;
}

// One run in place of several: of what most of them are.
FlowRun merged(const FlowLine& line, std::string_view text) {
  std::size_t bytes = 0, bold = 0, italic = 0;
  FlowRun whole = line.runs.front();
  for (const FlowRun& run : line.runs) {
    bytes += run.text.size();
    bold += run.bold ? run.text.size() : 0;
    italic += run.italic ? run.text.size() : 0;
    whole.font_size = std::max(whole.font_size, run.font_size);
  }
  whole.text = text;
  whole.bold = bold * 2 > bytes;
  whole.italic = italic * 2 > bytes;
  return whole;
}

DecodedText decode_by_line(std::vector<FlowLine>& lines) {
  std::string shown;
  for (const FlowLine& line : lines) shown += text_of(line) + '\n';
  DecodedText decoded = decode_lines(shown);
  if (decoded.uses.empty()) return decoded;
  std::string_view before = shown, after = decoded.text;
  for (FlowLine& line : lines) {
    const std::string_view old = before.substr(0, before.find('\n'));
    const std::string_view now = after.substr(0, after.find('\n'));
    if (old != now) line.runs = {merged(line, now)};
    before.remove_prefix(old.size() + 1);
    after.remove_prefix(now.size() + 1);
  }
  return decoded;
}

}  // namespace

FlowEncoding make_unicode(std::vector<FlowLine>& lines) {
  std::vector<EncodingUse> uses;
  if (names_fonts(lines)) uses = decode_by_font(lines);
  DecodedText text = decode_by_line(lines);
  add_uses(uses, text.uses);
  text.uses = std::move(uses);
  return {names_of(text.uses), diagnostics_of(text)};
}

}  // namespace trichyeu
