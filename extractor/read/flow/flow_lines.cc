#include "extractor/read/flow/flow_lines.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace trichyeu {
namespace {

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

bool is_blank(const FlowLine& line) {
  return std::all_of(line.runs.begin(), line.runs.end(), [](const FlowRun& run) {
    return run.text.find_first_not_of(" \t\r\v") == std::string::npos;
  });
}

class LineGatherer {
 public:
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

  [[nodiscard]] FlowLines finish() && { return std::move(done_); }

 private:
  void add(const FlowTable& table) {
    if (is_frame(table)) {
      for (const FlowCell& cell : table.cells) add(cell.blocks);
      return;
    }
    CellPlace place{done_.tables.size(), 0};
    SourceTable& written = done_.tables.emplace_back();
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
    FlowLine line;
    line.place = place;
    line.running_head = running_head;
    line.page_break_before = paragraph.page_break_before;
    if (!paragraph.number.empty()) line.runs.push_back(number_run(paragraph));
    for (const FlowRun& run : paragraph.runs) add(run, line);
    end_line(line);
  }

  // A number looks like the words that it stands before.
  static FlowRun number_run(const FlowParagraph& paragraph) {
    FlowRun run = paragraph.runs.empty() ? FlowRun{} : paragraph.runs.front();
    run.text = paragraph.number;
    return run;
  }

  void add(const FlowRun& run, FlowLine& line) {
    std::string_view rest = run.text;
    for (;;) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      FlowRun piece = run;
      piece.text = rest.substr(0, end);
      if (piece.text.substr(0, 1) == "\f") {
        line.page_break_before = true;
        piece.text.erase(0, 1);
      }
      if (!piece.text.empty()) line.runs.push_back(std::move(piece));
      if (end == rest.size()) return;
      const CellPlace place = line.place;
      const bool running_head = line.running_head;
      end_line(line);
      line = {};
      line.place = place;
      line.running_head = running_head;
      rest.remove_prefix(end + 1);
    }
  }

  void end_line(FlowLine& line) {
    if ((line.place.in_table() || line.running_head) && is_blank(line)) return;
    done_.lines.push_back(std::move(line));
  }

  FlowLines done_;
};

}  // namespace

FlowLines lines_of(const Flow& flow) {
  LineGatherer gatherer;
  gatherer.add(flow.blocks);
  for (const FlowParagraph& head : flow.running_heads) gatherer.add_running_head(head);
  return std::move(gatherer).finish();
}

}  // namespace trichyeu
