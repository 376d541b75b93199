#include "extractor/structure/lines.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

#include "extractor/structure/noisy_lines.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr std::size_t longest_head = 40;     // lines above and with the type
constexpr std::size_t longest_column = 400;  // bytes; a printed line's right half is shorter

constexpr std::array<std::pair<std::string_view, LineKind>, 18> kind_names = {{
    {"motto", LineKind::motto},
    {"number", LineKind::number},
    {"place_date", LineKind::place_date},
    {"type", LineKind::type},
    {"subject", LineKind::subject},
    {"addressee", LineKind::addressee},
    {"basis", LineKind::basis},
    {"closing", LineKind::closing},
    {"enacting", LineKind::enacting},
    {"issued_with", LineKind::issued_with},
    {"recipients", LineKind::recipients},
    {"capacity", LineKind::capacity},
    {"position", LineKind::position},
    {"annex", LineKind::annex},
    {"form", LineKind::form},
    {"self_naming", LineKind::self_naming},
    {"stamp", LineKind::stamp},
    {"table_row", LineKind::table_row},
}};

LineKind kind_of(std::string_view text, const Grammar& grammar) {
  const auto match = grammar.find(text);
  if (!match) return LineKind::text;
  if (match->emitted("case") == "capitals" && !is_all_capitals(text)) return LineKind::text;
  return line_kind_of(match->emitted("kind"));
}

// A plain text keeps two printed columns on one line, parted by a wide gap ("Nơi nhận:      TRƯỞNG
// PHÒNG"). Only a gap with a landmark on its right parts columns: a blank number is a gap too.
std::vector<ByteSpan> columns_of(ByteSpan line, const std::vector<std::size_t>& gaps,
                                 const NormalText& normal, const Grammar& grammar) {
  std::vector<ByteSpan> columns;
  auto gap = std::lower_bound(gaps.begin(), gaps.end(), line.from_byte + 1);
  for (; gap != gaps.end() && *gap < line.to_byte; ++gap) {
    const ByteSpan right{*gap, line.to_byte};
    if (right.size() > longest_column) continue;
    const LineKind kind = kind_of(right.of(normal.text), grammar);
    if (kind == LineKind::text || kind == LineKind::basis || kind == LineKind::table_row) continue;
    ByteSpan left{line.from_byte, *gap};
    while (left.to_byte > left.from_byte && normal.text[left.to_byte - 1] == ' ') --left.to_byte;
    if (!left.empty()) columns.push_back(left);
    line.from_byte = *gap;
  }
  // Number and place-date, body and motto may share a line without a gap that tells.
  if (const auto match = grammar.find(line.of(normal.text))) {
    if (const auto right = match->captures.find("right"); right != match->captures.end()) {
      columns.push_back({line.from_byte, line.from_byte + right->second.from_byte - 1});
      line.from_byte += right->second.from_byte;
    }
  }
  columns.push_back(line);
  return columns;
}

void place_on_page(Line& line, const SourceText& source, const NormalText& normal,
                   std::size_t& source_line) {
  const std::size_t byte = normal.map.to_source(line.bytes).from_byte;
  while (source_line + 1 < source.lines.size() &&
         source.lines[source_line + 1].bytes.from_byte <= byte) {
    ++source_line;
  }
  if (source_line >= source.lines.size()) return;
  const SourceLine& from = source.lines[source_line];
  line.page = from.page;
  line.box = from.box;
  line.font_size = from.font_size;
  line.bold = from.bold;
  line.place = from.place;
}

bool has_type_below(const std::vector<Line>& lines, std::size_t at) {
  const auto end =
      lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), longest_head));
  return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(at), end,
                     [](const Line& line) { return line.kind == LineKind::type; });
}

void mark_page_ends(std::vector<Line>& lines) {
  int page = 0;  // of the line before, outside tables: a row may go on before its page begins
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].page == 0) continue;
    if (!lines[i].place.in_table()) {
      lines[i].first_on_page = lines[i].page != page;
      page = lines[i].page;
    }
    lines[i].last_on_page = i + 1 == lines.size() || lines[i + 1].page != lines[i].page;
  }
}

std::set<int> recognised_pages(const SourceText& source) {
  std::set<int> pages;
  for (const SourcePage& page : source.pages) {
    if (page.reading == Reading::ocr) pages.insert(page.number);
  }
  return pages;
}

}  // namespace

std::string_view name_of(LineKind kind) {
  for (const auto& [name, known] : kind_names) {
    if (known == kind) return name;
  }
  return {};
}

LineKind line_kind_of(std::string_view name) {
  for (const auto& [known, kind] : kind_names) {
    if (known == name) return kind;
  }
  return LineKind::text;
}

EnumerationMark enumeration_mark_of(std::string_view text, const Grammars& grammars,
                                    bool recognised) {
  const auto match = grammars.grammar("enumeration").find(text);
  if (!match) return {};
  const auto found = match->captures.find("mark");
  if (found == match->captures.end()) return {};
  const std::string_view misread_as = match->emitted("misread_as");
  if (!misread_as.empty() && !recognised) return {};
  EnumerationMark mark;
  mark.mark = std::string(misread_as.empty() ? found->second.of(text) : misread_as);
  mark.bytes = found->second.to_byte;
  while (mark.bytes < text.size() && text[mark.bytes] == ' ') ++mark.bytes;
  for (int level = 0; level <= static_cast<int>(Level::bullet); ++level) {
    if (name_of(static_cast<Level>(level)) == match->emitted("level"))
      mark.level = static_cast<Level>(level);
  }
  return mark;
}

std::vector<Line> lines_of(const SourceText& source, const NormalText& normal,
                           const Grammars& grammars) {
  const Grammar& kinds = grammars.grammar("lines");
  const NoisyLandmarks noisy(grammars);
  const std::set<int> recognised = recognised_pages(source);
  const auto classify = [&](Line& line) {
    line.kind = kind_of(line.text(normal), kinds);
    if (line.kind == LineKind::text && recognised.contains(line.page)) {
      std::tie(line.kind, line.mended) = noisy.read(line.text(normal));
    }
    if (line.kind == LineKind::subject) return;  // "V/v" is no "V."
    const EnumerationMark mark =
        enumeration_mark_of(line.text(normal), grammars, recognised.contains(line.page));
    line.level = mark.level;
    line.mark = mark.mark;
    line.mark_bytes = mark.bytes;
  };
  std::vector<Line> lines;
  bool blank_before = true;
  std::size_t source_line = 0;
  for (std::size_t at = 0; at < normal.text.size();) {
    const std::size_t end = std::min(normal.text.find('\n', at), normal.text.size());
    if (at == end) {
      blank_before = true;
      at = end + 1;
      continue;
    }
    for (const ByteSpan column : columns_of({at, end}, normal.gaps_before_byte, normal, kinds)) {
      Line line;
      line.bytes = column;
      line.blank_before = std::exchange(blank_before, false);
      place_on_page(line, source, normal, source_line);
      // What stands in a table says nothing of the document's parts.
      if (line.place.in_table()) {
        line.kind = LineKind::table_row;
      } else {
        classify(line);
      }
      lines.push_back(std::move(line));
    }
    at = end + 1;
  }
  mark_page_ends(lines);
  return lines;
}

void part_type_and_title(std::vector<Line>& lines, const NormalText& normal,
                         const Grammars& grammars) {
  const Grammar& grammar = grammars.grammar("lines");
  const std::size_t end = std::min(lines.size(), longest_head);
  for (std::size_t i = 0; i < end; ++i) {
    Line& line = lines[i];
    if (line.kind == LineKind::type || line.level != Level::none) return;
    if (line.kind != LineKind::text) continue;
    const auto match = grammar.find(line.text(normal));
    if (!match) continue;
    const LineKind above = i == 0 ? LineKind::motto : lines[i - 1].kind;
    const bool under_head =
        above == LineKind::motto || above == LineKind::number || above == LineKind::place_date;
    if (match->emitted("kind") == name_of(LineKind::type) && under_head) {
      line.kind = LineKind::type;
      return;
    }
    const auto title = match->captures.find("title");
    if (title == match->captures.end() || !is_all_capitals(line.text(normal))) continue;
    if (has_type_below(lines, i)) return;
    Line below = line;
    below.bytes.from_byte += title->second.from_byte;
    below.blank_before = below.first_on_page = false;
    line.bytes.to_byte = below.bytes.from_byte - 1;
    line.last_on_page = false;
    line.kind = LineKind::type;
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(below));
    return;
  }
}

}  // namespace trichyeu
