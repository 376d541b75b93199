// A document by its structure: zones, outline, tables, over one text.
//
//   text     "UBND TỈNH A\nKẾ HOẠCH\n…\nI. NHIỆM VỤ\n1. Rà soát …\n- Chủ trì: Thanh tra Sở\n"
//   blocks    [0]          [1]         heading       item 1        bullet "#1" of item 1
//
// `text` is the document's text of the XML contract: the text of every heading, paragraph and cell
// in reading order, each followed by U+000A, and nothing else; NFC. Page numbers, running heads,
// stamps and pages scanned twice are marks: they stand in the tree, not in the text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/diagnostic.h"
#include "models/span.h"

namespace trichyeu {

enum class ZoneKind { letterhead, title, basis, main, signature, recipients, annex, other };
[[nodiscard]] std::string_view name_of(ZoneKind kind);
[[nodiscard]] std::optional<ZoneKind> zone_kind_of(std::string_view name);

enum class BlockKind { heading, paragraph, cell };

// Levels of enumeration from the outermost to the innermost (Nghị định 30/2020, Phụ lục I; the
// Party's "I-", "1-" are the same levels).
enum class Level {
  none,     // no mark of its own
  part,     // Phần
  chapter,  // Chương
  section,  // Mục
  roman,    // I.
  upper,    // A.
  article,  // Điều 3.
  arabic,   // 1.
  decimal,  // 1.1.  1.1.1
  letter,   // a)  đ.
  bullet,   // -  +  *  •
};
[[nodiscard]] std::string_view name_of(Level level);

// A heading, a paragraph or a table cell: one line of the document's text.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::string id;    // "h2", "p17", "td5": unique, in reading order of their kind
  ByteSpan bytes;    // of DocumentTree::text, without the final U+000A
  ByteSpan content;  // the same without the item's mark ("1.1. ", "- ") and blanks around
  int page = 0;      // where it begins; 0 for sources without pages
  Level level = Level::none;
  std::string mark;      // as printed: "II.", "1.1", "đ)", "-"
  std::string path;      // "II.2.đ", "III.1.1#2"; empty outside the outline
  std::string landmark;  // what it is by its own words: "number", "type" …; empty for most
  std::string mended;    // how a damaged landmark should read: "kế hoạch"
  bool bold = false;
  bool centred = false;
  bool right_column = false;  // another column stands left of it on the same printed line
};

enum class MarkKind {
  page_number,
  running_head,
  stamp,
  seal,
  handwriting,
  duplicate,  // a line of a page that repeats an earlier page
};
[[nodiscard]] std::string_view name_of(MarkKind kind);

struct Mark {
  MarkKind kind = MarkKind::page_number;
  std::string text;
  int page = 0;
  std::optional<Box> box;
};

struct Cell {
  std::size_t block = 0;  // index into DocumentTree::blocks
  int column_span = 1;
  int row_span = 1;
};
struct Row {
  std::vector<Cell> cells;
};
struct Table {
  std::string id;  // "tb1"
  std::vector<Row> rows;
};

// One step of the outline: a paragraph or heading and what stands under it. A document without
// numbers is a list of items without children.
struct Item;
using Node = std::variant<Item, Table, Mark>;
struct Item {
  std::string section_id;      // "s2" where it has children or is a heading, else empty
  std::size_t block = 0;       // index into DocumentTree::blocks: its own line
  std::vector<Node> children;  // in reading order
};

struct Zone {
  ZoneKind kind = ZoneKind::main;
  std::vector<Node> nodes;
  int annex = 0;  // for an annex: its printed number in Arabic, 1 where it has none
};

struct DocumentTree {
  std::string text;
  std::vector<Block> blocks;  // ascending; every byte of `text` belongs to one, or is its U+000A
  std::vector<Zone> zones;    // in reading order
  std::vector<PlacedWord> words;  // ascending; bytes of `text`; empty for sources without pages
  std::vector<Diagnostic> diagnostics;

  // The block that holds the byte; `text` is not empty and `byte` is inside it.
  [[nodiscard]] const Block& block_at(std::size_t byte) const;
  // The zone of each block, by index: computed once per call, linear.
  [[nodiscard]] std::vector<ZoneKind> zone_of_blocks() const;
};

// Calls `visit(node)` for every node below `nodes`, in reading order.
template <typename Visit>
void walk(const std::vector<Node>& nodes, const Visit& visit) {
  for (const Node& node : nodes) {
    visit(node);
    if (const auto* item = std::get_if<Item>(&node)) walk(item->children, visit);
  }
}

}  // namespace trichyeu
