// One document's lines -> marks set apart -> zones -> paragraphs -> one text, blocks -> outline.
//
// The document's text is written from the normal text by one rewriter, left to right, so that every
// byte of it keeps its way back to the source.
#include "extractor/structure/structure.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "extractor/structure/lines.h"
#include "extractor/structure/marks.h"
#include "extractor/structure/outline.h"
#include "extractor/structure/paragraphs.h"
#include "extractor/structure/pipe_tables.h"
#include "extractor/structure/ruled_tables.h"
#include "extractor/structure/stamps.h"
#include "extractor/structure/zones.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr std::size_t longest_heading = 400;  // bytes
constexpr std::string_view end_of_main = "./.";

// Writes block after block and knows where each stands in the result.
class BlockWriter {
 public:
  explicit BlockWriter(std::string_view source) : source_(source), out_(source) {}

  // The next block's bytes begin at `source_byte`; what lies before it parts it from the last.
  void begin(std::size_t source_byte) {
    skip_to(source_byte, empty_ ? "" : "\n");
    empty_ = false;
    begin_ = written_;
  }
  // A block without text, behind what is written.
  void begin_empty() { begin(out_.source_position()); }
  void keep(ByteSpan source) {
    out_.keep_until(source.to_byte);
    written_ += source.size();
  }
  // Joins the next line of the same block.
  void join(std::size_t source_byte, std::string_view by) { skip_to(source_byte, by); }
  [[nodiscard]] ByteSpan end() const { return {begin_, written_}; }

  [[nodiscard]] Rewrite finish() && {
    skip_to(source_.size(), empty_ ? "" : "\n");
    return std::move(out_).finish();
  }

 private:
  void skip_to(std::size_t source_byte, std::string_view by) {
    const std::size_t from = out_.source_position();
    const std::string_view skipped = source_.substr(from, source_byte - from);
    if (skipped == by) {
      out_.keep(skipped.size());
    } else if (skipped.empty()) {
      out_.insert(by);
    } else {
      out_.replace(skipped.size(), by);
    }
    written_ += by.size();
  }

  std::string_view source_;
  TextRewriter out_;
  std::size_t written_ = 0;
  std::size_t begin_ = 0;
  bool empty_ = true;
};

// "XIV" -> 14; a numeral before a larger one counts down.
int roman_value(std::string_view printed) {
  const auto value = [](char numeral) { return numeral == 'I' ? 1 : numeral == 'V' ? 5 : 10; };
  int sum = 0;
  for (std::size_t i = 0; i < printed.size(); ++i) {
    const bool down = i + 1 < printed.size() && value(printed[i]) < value(printed[i + 1]);
    sum += down ? -value(printed[i]) : value(printed[i]);
  }
  return sum;
}

// What an annex's head prints; 0 where that is no number.
int printed_annex_number(std::string_view head, const Grammars& grammars) {
  const auto match = grammars.grammar("lines").find(head);
  const std::string_view printed = match ? match->capture("number", head) : std::string_view{};
  int number = 0;
  std::from_chars(printed.data(), printed.data() + printed.size(), number);
  if (number > 0 || printed.empty()) return number;
  if (printed[0] >= 'A' && printed[0] <= 'H') return printed[0] - 'A' + 1;
  return roman_value(printed);
}

bool upper_stands_above_roman(const std::vector<Line>& lines) {
  for (const Line& line : lines) {
    if (line.apart || line.zone == ZoneKind::letterhead) continue;
    if (line.level == Level::upper) return true;
    if (line.level == Level::roman) return false;
  }
  return false;
}

class TreeBuilder {
 public:
  TreeBuilder(std::vector<Line> lines, const SourceText& source, const NormalText& normal,
              const Grammars& grammars)
      : source_(source),
        normal_(normal),
        grammars_(grammars),
        writer_(normal.text),
        lines_(std::move(lines)) {}

  DocumentTree build() {
    part_type_and_title(lines_, normal_, grammars_);
    complete_stamps(lines_, normal_, grammars_);
    set_marks_apart(lines_, normal_);
    label_zones(lines_, normal_, grammars_);
    paragraphs_ = paragraphs_of(lines_, normal_);
    outline_ = OutlineBuilder(upper_stands_above_roman(lines_));
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) i = add(i);
    close_zone();
    add_marks_up_to(lines_.size());
    finish_text();
    number_ids();
    return std::move(tree_);
  }

 private:
  // Adds paragraph `i`, or the whole table that begins there; returns the last one added.
  std::size_t add(std::size_t i) {
    const Line& first = lines_[paragraphs_[i].front()];
    open_zone_for(first);
    add_marks_up_to(paragraphs_[i].front());
    if (first.place.in_table()) return add_ruled_table(i);
    if (first.kind == LineKind::table_row) return add_pipe_table(i);
    Block block = write_paragraph(paragraphs_[i], first);
    if (begins_inferred_letterhead(paragraphs_[i].front()))
      tree_.diagnostics.push_back({"letterhead-inside", {}, block.page, block.bytes});
    block.kind = is_heading(i, block) ? BlockKind::heading : BlockKind::paragraph;
    outline_.add(block, tree_.blocks.size(), closes_items(i));
    tree_.blocks.push_back(std::move(block));
    return i;
  }

  [[nodiscard]] bool begins_inferred_letterhead(std::size_t line) const {
    return lines_[line].inner_letterhead == InnerLetterhead::inferred && line > 0 &&
           lines_[line - 1].inner_letterhead == InnerLetterhead::none;
  }

  // A paragraph that speaks for the whole plan, or stands behind the "./." that ended the last
  // item.
  [[nodiscard]] bool closes_items(std::size_t i) const {
    const Line& first = lines_[paragraphs_[i].front()];
    if (first.kind == LineKind::closing || i == 0) return first.kind == LineKind::closing;
    const Line& above = lines_[paragraphs_[i - 1].back()];
    const std::string_view words = above.text(normal_);
    const bool ended = words.size() > end_of_main.size() &&
                       words.substr(words.size() - end_of_main.size()) == end_of_main;
    return ended && first.zone == ZoneKind::main && above.zone == first.zone;
  }

  void open_zone_for(const Line& line) {
    const bool same = !tree_.zones.empty() && tree_.zones.back().kind == line.zone;
    if (same && line.kind != LineKind::annex) return;
    close_zone();
    Zone zone;
    zone.kind = line.zone;
    if (line.zone == ZoneKind::annex) zone.annex = last_annex_ = annex_number(line);
    tree_.zones.push_back(std::move(zone));
  }

  // An annex without a number of its own follows the one before.
  [[nodiscard]] int annex_number(const Line& head) const {
    const std::string_view words = head.mended.empty() ? head.text(normal_) : head.mended;
    const int printed = printed_annex_number(words, grammars_);
    return printed > 0 ? printed : last_annex_ + 1;
  }

  void close_zone() {
    if (!tree_.zones.empty()) tree_.zones.back().nodes = outline_.finish();
  }

  // Marks stand where they were read: before the paragraph whose first line comes after them.
  void add_marks_up_to(std::size_t line_index) {
    for (; next_mark_ < line_index; ++next_mark_) {
      const Line& line = lines_[next_mark_];
      if (!line.apart) continue;
      Mark mark;
      mark.kind = *line.apart;
      mark.text = std::string(line.text(normal_));
      mark.page = line.page;
      if (line.page != 0) mark.box = line.box;
      if (tree_.zones.empty()) tree_.zones.emplace_back();
      if (line_index == lines_.size()) {
        tree_.zones.back().nodes.emplace_back(std::move(mark));
      } else {
        outline_.add(Node(std::move(mark)));
      }
    }
  }

  // Lines of one block, joined.
  void write_lines(const std::vector<std::size_t>& block) {
    for (std::size_t k = 0; k < block.size(); ++k) {
      const Line& line = lines_[block[k]];
      if (k == 0) {
        writer_.begin(line.bytes.from_byte);
      } else {
        const std::string_view above = lines_[block[k - 1]].text(normal_);
        writer_.join(line.bytes.from_byte,
                     joins_without_blank(above, line.text(normal_)) ? "" : " ");
      }
      writer_.keep(line.bytes);
    }
  }

  Block write_paragraph(const Paragraph& paragraph, const Line& first) {
    write_lines(paragraph);
    Block block;
    block.bytes = writer_.end();
    block.content = {block.bytes.from_byte + first.mark_bytes, block.bytes.to_byte};
    block.page = first.page;
    block.level = first.level;
    block.mark = first.mark;
    block.landmark = std::string(name_of(first.kind));
    block.mended = first.mended;
    block.bold = first.bold;
    block.right_column = first.right_column;
    // A mark without words behind it ("- /") is noise of an extraction, not an item.
    const std::string_view words = lines_[paragraph.front()].text(normal_).substr(first.mark_bytes);
    if (block.level == Level::bullet && paragraph.size() == 1 && !has_letter(words)) {
      block.level = Level::none;
      block.mark.clear();
      block.content = block.bytes;
    }
    return block;
  }

  // An item with words but no full stop, over something of its own.
  [[nodiscard]] bool is_heading(std::size_t i, const Block& block) const {
    const Line& first = lines_[paragraphs_[i].front()];
    if (first.kind == LineKind::annex) return true;
    if (block.level == Level::none || block.level == Level::bullet) return false;
    if (block.level <= Level::upper) return true;
    if (block.bytes.size() > longest_heading || i + 1 == paragraphs_.size()) return false;
    const Line& next = lines_[paragraphs_[i + 1].front()];
    const bool has_own =
        next.zone == first.zone && (next.level == Level::none || next.level > block.level);
    const Line& last = lines_[paragraphs_[i].back()];
    const char end = last.text(normal_).back();
    return has_own && end != '.' && end != ';' && end != ',';
  }

  std::size_t add_ruled_table(std::size_t i) {
    const RuledTable ruled = ruled_table_at(i, paragraphs_, lines_, source_);
    Table table;
    for (const std::vector<RuledCell>& cells : ruled.rows) {
      Row& row = table.rows.emplace_back();
      for (const RuledCell& cell : cells) row.cells.push_back(write_cell(cell));
    }
    outline_.add(Node(std::move(table)));
    return ruled.end - 1;
  }

  Cell write_cell(const RuledCell& ruled) {
    if (ruled.lines.empty()) {
      writer_.begin_empty();
    } else {
      write_lines(ruled.lines);
    }
    Block block;
    block.kind = BlockKind::cell;
    block.bytes = writer_.end();
    block.content = block.bytes;
    block.page = ruled.cell.page;
    tree_.blocks.push_back(std::move(block));
    return {tree_.blocks.size() - 1, ruled.cell.column_span, ruled.cell.row_span};
  }

  std::size_t add_pipe_table(std::size_t i) {
    Table table;
    for (; i < paragraphs_.size(); ++i) {
      const Line& line = lines_[paragraphs_[i].front()];
      if (line.kind != LineKind::table_row || line.place.in_table()) break;
      if (table.rows.size() <= 1 && is_pipe_rule(line.text(normal_))) continue;
      table.rows.push_back(write_row(line));
    }
    if (!table.rows.empty()) outline_.add(Node(std::move(table)));
    return i - 1;
  }

  Row write_row(const Line& line) {
    Row row;
    for (const ByteSpan cell : pipe_cells_of(line.bytes, normal_.text)) {
      writer_.begin(cell.from_byte);
      writer_.keep(cell);
      Block block;
      block.kind = BlockKind::cell;
      block.bytes = writer_.end();
      block.content = block.bytes;
      block.page = line.page;
      row.cells.push_back({tree_.blocks.size(), 1, 1});
      tree_.blocks.push_back(std::move(block));
    }
    return row;
  }

  void finish_text() {
    Rewrite done = std::move(writer_).finish();
    tree_.text = std::move(done.text);
    if (source_.words.empty()) return;
    const OffsetMap map = normal_.map.then(done.map);
    for (const PlacedWord& word : source_.words) {
      PlacedWord placed = word;
      placed.bytes = map.to_result(word.bytes);
      // A word set apart (a page number) leaves at most the line break that stands for it.
      const std::string_view text = placed.bytes.of(tree_.text);
      if (text.find_first_not_of(" \n") != std::string_view::npos) tree_.words.push_back(placed);
    }
  }

  void number_ids() {
    int headings = 0, paragraphs = 0, cells = 0;
    for (Block& block : tree_.blocks) {
      switch (block.kind) {
        case BlockKind::heading: block.id = "h" + std::to_string(++headings); break;
        case BlockKind::paragraph: block.id = "p" + std::to_string(++paragraphs); break;
        case BlockKind::cell: block.id = "td" + std::to_string(++cells); break;
      }
    }
    for (Zone& zone : tree_.zones) number_nodes(zone.nodes);
  }

  void number_nodes(std::vector<Node>& nodes) {
    for (Node& node : nodes) {
      if (auto* item = std::get_if<Item>(&node)) {
        const Block& block = tree_.blocks[item->block];
        const bool section = block.kind == BlockKind::heading || !item->children.empty();
        if (section && block.level != Level::bullet)
          item->section_id = "s" + std::to_string(++sections_);
        number_nodes(item->children);
      } else if (auto* table = std::get_if<Table>(&node)) {
        table->id = "tb" + std::to_string(++tables_);
      }
    }
  }

  const SourceText& source_;
  const NormalText& normal_;
  const Grammars& grammars_;
  BlockWriter writer_;
  std::vector<Line> lines_;
  OutlineBuilder outline_{false};
  std::vector<Paragraph> paragraphs_;
  std::size_t next_mark_ = 0;
  DocumentTree tree_;
  int last_annex_ = 0;
  int sections_ = 0;
  int tables_ = 0;
};

}  // namespace

DocumentTree structure(std::vector<Line> lines, const SourceText& source, const NormalText& normal,
                       const Grammars& grammars) {
  return TreeBuilder(std::move(lines), source, normal, grammars).build();
}

}  // namespace trichyeu
