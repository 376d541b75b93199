// A cell's lines end at "<br>", which the normaliser leaves as a blank with an edit behind it,
// where one run of stars meets the next ("**KT. GIÁM ĐỐC** **PHÓ GIÁM ĐỐC**"), and before an item
// of the recipients.
#include "extractor/structure/layout_tables.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "extractor/structure/pipe_tables.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr std::size_t most_columns = 2;  // with words

struct Part {
  ByteSpan bytes;
  bool right_column = false;
  bool first = false;  // of its cell
};

std::vector<std::size_t> break_bytes(const SourceText& source, const NormalText& normal) {
  std::vector<std::size_t> breaks;
  for (const OffsetMap::Edit& edit : normal.map.edits()) {
    if (edit.source.of(source.text).find("<br") != std::string_view::npos)
      breaks.push_back(edit.result.from_byte);
  }
  return breaks;
}

// "SỞ Y TẾ -------" without the rule drawn under it.
std::string_view without_rule(std::string_view line) {
  constexpr std::size_t shortest_rule = 3;
  const std::size_t end = line.find_last_not_of(" -_*") + 1;  // npos + 1 is 0
  if (line.substr(end).find_last_not_of(' ') + 1 >= shortest_rule) return line.substr(0, end);
  return line.substr(0, line.find_last_not_of(' ') + 1);
}

class LayoutTables {
 public:
  LayoutTables(const SourceText& source, const NormalText& normal, const Grammars& grammars)
      : source_(source),
        normal_(normal),
        grammars_(grammars),
        breaks_(break_bytes(source, normal)) {}

  // The same of the lines of a table's cells.
  [[nodiscard]] std::vector<Part> parts_of_cells(const Line* begin, const Line* end) const {
    const std::vector<SourceCell>& cells = source_.tables[begin->place.table].cells;
    std::vector<Part> parts;
    std::map<int, std::set<std::size_t>> worded;  // cells by row
    for (const Line* line = begin; line != end; ++line) {
      const std::size_t cell = line->place.cell;
      ByteSpan bytes = line->bytes;
      bytes.to_byte = bytes.from_byte + without_rule(bytes.of(normal_.text)).size();
      if (!has_words(bytes.of(normal_.text))) continue;
      const auto [row, is_new_row] = worded.try_emplace(cells[cell].row);
      const bool first = row->second.insert(cell).second;
      if (row->second.size() > most_columns) return {};
      parts.push_back({bytes, cells[cell].column > 0, first});
    }
    return lays_out(parts) ? parts : std::vector<Part>{};
  }

  // The lines that the rows hold, in reading order; none where they hold data.
  [[nodiscard]] std::vector<Part> parts_of(const Line* begin, const Line* end) const {
    std::vector<Part> parts;
    for (const Line* row = begin; row != end; ++row) {
      const std::vector<ByteSpan> cells = pipe_cells_of(row->bytes, normal_.text);
      const auto worded = std::count_if(cells.begin(), cells.end(),
                                        [&](ByteSpan c) { return has_words(c.of(normal_.text)); });
      if (static_cast<std::size_t>(worded) > most_columns) return {};
      for (std::size_t column = 0; column < cells.size(); ++column)
        add_lines(cells[column], column > 0, parts);
    }
    return lays_out(parts) ? parts : std::vector<Part>{};
  }

 private:
  [[nodiscard]] static bool has_words(std::string_view text) {
    return has_letter(text) || text.find_first_of("0123456789") != std::string_view::npos;
  }

  void add_lines(ByteSpan cell, bool right_column, std::vector<Part>& parts) const {
    bool first = true;
    bool list = false;
    std::size_t from = cell.from_byte;
    for (std::size_t at = cell.from_byte; at <= cell.to_byte; ++at) {
      if (at < cell.to_byte && !ends_line(at, list)) continue;
      ByteSpan line{from, at};
      while (!line.empty() && normal_.text[line.from_byte] == ' ') ++line.from_byte;
      line.to_byte = line.from_byte + without_rule(line.of(normal_.text)).size();
      from = at;
      if (!has_words(line.of(normal_.text))) continue;
      list = list || kind_of(line) == LineKind::recipients;
      parts.push_back({line, right_column, std::exchange(first, false)});
    }
  }

  [[nodiscard]] bool ends_line(std::size_t at, bool list) const {
    if (std::binary_search(breaks_.begin(), breaks_.end(), at)) return true;
    if (normal_.text[at] != ' ') return false;
    if (is_seam(at)) return true;
    const std::string_view next = std::string_view(normal_.text).substr(at + 1, 2);
    const bool ended =
        std::string_view(";:,.").find(normal_.text[at - 1]) != std::string_view::npos;
    return ended && (next == "- " || (list && next == "+ "));
  }

  // The blank between "…**" and "**…".
  [[nodiscard]] bool is_seam(std::size_t at) const {
    const ByteSpan blank = normal_.map.to_source({at, at + 1});
    const std::string_view source = source_.text;
    const std::size_t before = source.find_last_not_of(" *", blank.from_byte);
    const std::size_t after = source.find_first_not_of(" *", blank.from_byte);
    if (before == std::string_view::npos || after == std::string_view::npos) return false;
    const std::string_view between = source.substr(before + 1, after - before - 1);
    return between.size() >= 3 && between.front() == '*' && between.back() == '*';
  }

  [[nodiscard]] LineKind kind_of(ByteSpan line) const {
    return kind_of_line(line.of(normal_.text), grammars_);
  }

  [[nodiscard]] bool lays_out(const std::vector<Part>& parts) const {
    bool number = false, place_date = false, recipients = false, office = false, closes = false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const LineKind kind = kind_of(parts[i].bytes);
      if (kind == LineKind::motto && is_all_capitals(parts[i].bytes.of(normal_.text))) return true;
      number = number || kind == LineKind::number;
      place_date = place_date || kind == LineKind::place_date;
      office = office || kind == LineKind::capacity || kind == LineKind::position;
      closes = closes || kind == LineKind::capacity || (kind == LineKind::recipients && i == 0);
      const bool lists = i + 1 < parts.size() && !parts[i + 1].first;
      recipients = recipients || (kind == LineKind::recipients && parts[i].first && lists);
    }
    // "| Nơi nhận: | GIÁM ĐỐC |" over rows of recipients is a foot too.
    return (number && place_date) || recipients || (office && closes);
  }

  const SourceText& source_;
  const NormalText& normal_;
  const Grammars& grammars_;
  std::vector<std::size_t> breaks_;
};

bool is_pipe_row(const Line& line) {
  return line.kind == LineKind::table_row && !line.place.in_table();
}

bool is_in_flowing_table(const Line& line) { return line.page == 0 && line.place.in_table(); }

// The end of the table, or of the uninterrupted pipe rows, whose first line is `at`; `at` where
// there is none.
std::size_t table_end(const std::vector<Line>& lines, std::size_t at) {
  std::size_t end = at;
  if (is_in_flowing_table(lines[at])) {
    while (end < lines.size() && lines[end].place.table == lines[at].place.table) ++end;
    return end;
  }
  while (end < lines.size() && is_pipe_row(lines[end]) && (end == at || !lines[end].blank_before))
    ++end;
  return end;
}

}  // namespace

void lay_out(std::vector<Line>& lines, const SourceText& source, const NormalText& normal,
             const Grammars& grammars, const std::function<void(Line&)>& classify) {
  const auto is_row = [](const Line& line) {
    return is_pipe_row(line) || is_in_flowing_table(line);
  };
  if (std::none_of(lines.begin(), lines.end(), is_row)) return;
  const LayoutTables tables(source, normal, grammars);
  std::vector<Line> out;
  out.reserve(lines.size());
  for (std::size_t at = 0; at < lines.size();) {
    std::size_t end = table_end(lines, at);
    const Line* rows = lines.data();
    const std::vector<Part> parts = is_in_flowing_table(lines[at])
                                        ? tables.parts_of_cells(rows + at, rows + end)
                                        : tables.parts_of(rows + at, rows + end);
    for (const Part& part : parts) {
      Line line;
      line.bytes = part.bytes;
      line.blank_before = lines[at].blank_before && part.bytes == parts.front().bytes;
      line.right_column = part.right_column;
      classify(line);
      out.push_back(std::move(line));
    }
    if (end == at) ++end;
    for (; at < end; ++at) {
      if (parts.empty()) out.push_back(std::move(lines[at]));
    }
  }
  lines = std::move(out);
}

}  // namespace trichyeu
