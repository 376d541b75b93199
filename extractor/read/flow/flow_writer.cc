#include <algorithm>
#include <cstddef>

#include "extractor/read/flow/flow.h"

namespace trichyeu {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

std::size_t bytes_in(const std::vector<FlowBlock>& blocks);

std::size_t bytes_in(const FlowTable& table) {
  std::size_t bytes = 0;
  for (const FlowCell& cell : table.cells) bytes += bytes_in(cell.blocks);
  return bytes;
}

std::size_t bytes_in(const std::vector<FlowBlock>& blocks) {
  std::size_t bytes = 0;
  for (const FlowBlock& block : blocks) {
    if (const auto* table = std::get_if<FlowTable>(&block.content)) {
      bytes += bytes_in(*table);
    } else {
      const auto& paragraph = std::get<FlowParagraph>(block.content);
      bytes += paragraph.number.size();
      for (const FlowRun& run : paragraph.runs) bytes += run.text.size();
    }
  }
  return bytes;
}

bool holds_table(const FlowCell& cell) {
  return std::any_of(cell.blocks.begin(), cell.blocks.end(), [](const FlowBlock& block) {
    return std::holds_alternative<FlowTable>(block.content);
  });
}

// A web page's layout, a box around a text.
bool is_frame(const FlowTable& table) {
  const auto starts_left = [](const FlowCell& cell) { return cell.column == 0; };
  if (std::all_of(table.cells.begin(), table.cells.end(), starts_left)) return true;
  const std::size_t all = bytes_in(table);
  return std::any_of(table.cells.begin(), table.cells.end(), [&](const FlowCell& cell) {
    return holds_table(cell) && bytes_in(cell.blocks) * 10 > all * 7;
  });
}

// The letters of a line, and how many of them are of each kind.
struct LineLetters {
  std::string text;
  std::size_t bold = 0;
  std::size_t italic = 0;
  double font_size = 0;
};

class FlowWriter {
 public:
  explicit FlowWriter(std::string_view media_type) { source_.media_type = media_type; }

  void add(const std::vector<FlowBlock>& blocks) {
    for (const FlowBlock& block : blocks) {
      if (const auto* table = std::get_if<FlowTable>(&block.content)) {
        add(*table);
      } else {
        add(std::get<FlowParagraph>(block.content), {}, false);
      }
    }
  }

  void add_running_head(const FlowParagraph& paragraph) { add(paragraph, {}, true); }

  [[nodiscard]] SourceText finish() && { return std::move(source_); }

 private:
  void add(const FlowTable& table) {
    if (is_frame(table)) {
      for (const FlowCell& cell : table.cells) add(cell.blocks);
      return;
    }
    CellPlace place{source_.tables.size(), 0};
    SourceTable& written = source_.tables.emplace_back();
    for (const FlowCell& cell : table.cells)
      written.cells.push_back({0, cell.row, cell.column, cell.row_span, cell.column_span});
    for (const FlowCell& cell : table.cells) {
      add_in_cell(cell.blocks, place);
      ++place.cell;
    }
  }

  void add_in_cell(const std::vector<FlowBlock>& blocks, const CellPlace& place) {
    for (const FlowBlock& block : blocks) {
      if (const auto* table = std::get_if<FlowTable>(&block.content)) {
        for (const FlowCell& cell : table->cells) add_in_cell(cell.blocks, place);
      } else {
        add(std::get<FlowParagraph>(block.content), place, false);
      }
    }
  }

  void add(const FlowParagraph& paragraph, const CellPlace& place, bool running_head) {
    LineLetters line;
    if (paragraph.page_break_before) line.text = '\f';
    line.text += paragraph.number;
    for (const FlowRun& run : paragraph.runs) add(run, line, place, running_head);
    end_line(line, place, running_head);
  }

  void add(const FlowRun& run, LineLetters& line, const CellPlace& place, bool running_head) {
    std::string_view rest = run.text;
    for (;;) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      line.text.append(rest.substr(0, end));
      line.bold += run.bold ? end : 0;
      line.italic += run.italic ? end : 0;
      if (end > 0) line.font_size = std::max(line.font_size, run.font_size);
      if (end == rest.size()) return;
      end_line(line, place, running_head);
      line = {};
      rest.remove_prefix(end + 1);
    }
  }

  // In tables and running heads an empty line says nothing.
  void end_line(const LineLetters& letters, const CellPlace& place, bool running_head) {
    if ((place.in_table() || running_head) && is_blank(letters.text)) return;
    SourceLine line;
    line.bytes = {source_.text.size(), source_.text.size() + letters.text.size()};
    line.font_size = letters.font_size;
    line.bold = letters.bold * 2 > letters.text.size();
    line.italic = letters.italic * 2 > letters.text.size();
    line.place = place;
    line.running_head = running_head;
    source_.text += letters.text;
    source_.text += '\n';
    source_.lines.push_back(line);
  }

  SourceText source_;
};

}  // namespace

Result<SourceText> write_flow(const Flow& flow, std::string_view media_type) {
  FlowWriter writer(media_type);
  writer.add(flow.blocks);
  for (const FlowParagraph& head : flow.running_heads) writer.add_running_head(head);
  SourceText source = std::move(writer).finish();
  if (is_blank(source.text))
    return Error{ErrorCode::empty_input, "the document holds no words", ""};
  return source;
}

}  // namespace trichyeu
