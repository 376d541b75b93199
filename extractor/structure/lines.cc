#include "extractor/structure/lines.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

#include "extractor/structure/columns.h"
#include "extractor/structure/layout_tables.h"
#include "extractor/structure/noisy_lines.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr std::size_t longest_head = 40;    // lines above and with the type
constexpr std::size_t longest_label = 100;  // bytes
constexpr double degrees_a_radian = 57.29577951308232;

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

// Where the document goes on behind a line of that kind.
PartOfDocument part_behind(PartOfDocument part, LineKind kind, std::size_t lines) {
  if (kind == LineKind::recipients || kind == LineKind::capacity) return PartOfDocument::foot;
  if (kind == LineKind::annex || kind == LineKind::type) return PartOfDocument::text;
  const bool over = part == PartOfDocument::head && lines > longest_head;
  return over ? PartOfDocument::text : part;
}

Box straightened(const SourceLine& line, const SourceText& source) {
  const auto page =
      std::lower_bound(source.pages.begin(), source.pages.end(), line.page,
                       [](const SourcePage& other, int number) { return other.number < number; });
  if (page == source.pages.end() || page->number != line.page) return line.box;
  return turned_about(line.box, page->width / 2, page->height / 2, page->skew / degrees_a_radian);
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
  line.straight = straightened(from, source);
  line.font_size = from.font_size;
  line.bold = from.bold;
  line.place = from.place;
  if (from.running_head) line.apart = MarkKind::running_head;
  if (from.stamp) line.apart = MarkKind::stamp;
}

// "Thời gian: …", "Đơn vị chủ trì: …", behind the item's mark.
bool begins_with_label(std::string_view text, const Grammars& grammars) {
  if (text.substr(0, longest_label).find(':') == std::string_view::npos) return false;
  if (starts_lowercase(text)) return false;
  const auto match = grammars.grammar("labels").find(text);
  return match && match->bytes.from_byte == 0 && !match->capture("colon", text).empty();
}

// "*k**", what recognition makes of an ornament: signs, and no two letters side by side.
bool is_ornament(std::string_view text) {
  bool after_letter = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    const bool letter = has_letter(text.substr(at, end - at));
    if (letter && after_letter) return false;
    after_letter = letter;
    at = end;
  }
  return !text.empty();
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
    if (lines[i].page == 0 || lines[i].apart) continue;
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

LineKind kind_of_line(std::string_view text, const Grammars& grammars, bool right_column) {
  const auto match = grammars.grammar("lines").find(text);
  if (!match) return LineKind::text;
  if (match->emitted("case") == "capitals" && !is_all_capitals(text)) return LineKind::text;
  if (match->emitted("column") == "right" && !right_column) return LineKind::text;
  return line_kind_of(match->emitted("kind"));
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
  const NoisyLandmarks noisy(grammars);
  const std::set<int> recognised = recognised_pages(source);
  const auto classify = [&](Line& line) {
    line.kind = kind_of_line(line.text(normal), grammars, line.right_column);
    if (line.kind == LineKind::text && recognised.contains(line.page)) {
      std::tie(line.kind, line.mended) = noisy.read(line.text(normal));
    }
    if (line.kind == LineKind::subject) return;  // "V/v" is no "V."
    const EnumerationMark mark =
        enumeration_mark_of(line.text(normal), grammars, recognised.contains(line.page));
    if (mark.level == Level::bullet && recognised.contains(line.page) &&
        is_ornament(line.text(normal).substr(mark.bytes)))
      return;
    line.level = mark.level;
    line.mark = mark.mark;
    line.mark_bytes = mark.bytes;
    line.labelled = begins_with_label(line.text(normal).substr(mark.bytes), grammars);
  };
  std::vector<Line> lines;
  bool blank_before = true;
  PartOfDocument part = PartOfDocument::head;
  std::size_t source_line = 0;
  for (std::size_t at = 0; at < normal.text.size();) {
    const std::size_t end = std::min(normal.text.find('\n', at), normal.text.size());
    if (at == end) {
      blank_before = true;
      at = end + 1;
      continue;
    }
    const std::vector<ByteSpan> columns = columns_of({at, end}, part, normal, grammars);
    for (const ByteSpan column : columns) {
      Line line;
      line.bytes = column;
      line.right_column = column != columns.front();
      line.blank_before = std::exchange(blank_before, false);
      place_on_page(line, source, normal, source_line);
      // What stands in a table says nothing of the document's parts.
      if (line.place.in_table()) {
        line.kind = LineKind::table_row;
      } else if (line.apart == MarkKind::stamp) {
        line.kind = LineKind::stamp;
      } else {
        classify(line);
      }
      part = part_behind(part, line.kind, lines.size());
      lines.push_back(std::move(line));
    }
    at = end + 1;
  }
  lay_out(lines, source, normal, grammars, classify);
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
