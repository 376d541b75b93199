// Citations stand in reading order, so those of one block are a run that a search finds; inside the
// run they nest by their spans.
#include <algorithm>
#include <iterator>
#include <string>

#include "models/formats/plan_element.h"

namespace trichyeu {
namespace {

// What a <ref> is made from.
struct Reference {
  ByteSpan bytes;
  std::string_view citation;
};

// Outer before inner.
bool stands_before(const Reference& left, const Reference& right) {
  if (left.bytes.from_byte != right.bytes.from_byte)
    return left.bytes.from_byte < right.bytes.from_byte;
  return left.bytes.to_byte > right.bytes.to_byte;
}

std::vector<Reference> references_of(const std::vector<Citation>& citations) {
  std::vector<Reference> references;
  for (const Citation& citation : citations) {
    if (!citation.value.place.bytes.empty())
      references.push_back({citation.value.place.bytes, citation.id});
  }
  std::stable_sort(references.begin(), references.end(), stands_before);
  return references;
}

class BodyWriter {
 public:
  BodyWriter(const DocumentTree& tree, const std::vector<Citation>& citations)
      : tree_(tree), references_(references_of(citations)) {}

  [[nodiscard]] Element whole() const;

 private:
  using Position = std::vector<Reference>::const_iterator;

  void add_nodes(Element& parent, const std::vector<Node>& nodes) const;
  void add_item(Element& parent, const Item& item) const;
  void add_block(Element& parent, const Block& block, bool opens_section) const;
  void add_table(Element& parent, const Table& table) const;
  void add_text(Element& element, const Block& block) const;
  // Adds `bytes` with the references that begin in it, from `next` on; the first one left over.
  Position add_stretch(Element& element, ByteSpan bytes, Position next) const;

  const DocumentTree& tree_;
  std::vector<Reference> references_;
};

void add_mark(Element& parent, const Mark& mark) {
  Element& element = parent.add("mark");
  element.set("kind", name_of(mark.kind));
  if (mark.page > 0) element.set_number("page", static_cast<std::size_t>(mark.page));
  if (mark.box) set_box(element, *mark.box);
  element.add_text(mark.text);
}

Element BodyWriter::whole() const {
  Element body{"body", {}, {}, false};
  for (const Zone& zone : tree_.zones) {
    Element& element = body.add("zone");
    element.set("kind", name_of(zone.kind));
    if (zone.annex > 0) element.set_number("annex", static_cast<std::size_t>(zone.annex));
    add_nodes(element, zone.nodes);
  }
  return body;
}

void BodyWriter::add_nodes(Element& parent, const std::vector<Node>& nodes) const {
  for (const Node& node : nodes) {
    if (const auto* item = std::get_if<Item>(&node)) add_item(parent, *item);
    if (const auto* table = std::get_if<Table>(&node)) add_table(parent, *table);
    if (const auto* mark = std::get_if<Mark>(&node)) add_mark(parent, *mark);
  }
}

// What stands under an item without a section of its own follows it.
void BodyWriter::add_item(Element& parent, const Item& item) const {
  const Block& block = tree_.blocks.at(item.block);
  if (item.section_id.empty()) {
    add_block(parent, block, false);
    add_nodes(parent, item.children);
    return;
  }
  Element& section = parent.add("section");
  section.set("path", block.path);
  section.set("id", item.section_id);
  add_block(section, block, true);
  add_nodes(section, item.children);
}

void BodyWriter::add_block(Element& parent, const Block& block, bool opens_section) const {
  Element& element = parent.add(block.kind == BlockKind::heading ? "heading" : "p");
  element.set("id", block.id);
  if (block.page > 0) element.set_number("page", static_cast<std::size_t>(block.page));
  if (!opens_section) element.set("path", block.path);
  if (block.level != Level::none) element.set("level", name_of(block.level));
  element.set("mark", block.mark);
  element.set_true("bold", block.bold);
  element.set_true("centred", block.centred);
  add_text(element, block);
}

void BodyWriter::add_table(Element& parent, const Table& table) const {
  Element& element = parent.add("table");
  element.set("id", table.id);
  const bool empty = table.rows.empty() || table.rows.front().cells.empty();
  const int page = empty ? 0 : tree_.blocks.at(table.rows.front().cells.front().block).page;
  if (page > 0) element.set_number("page", static_cast<std::size_t>(page));
  for (const Row& row : table.rows) {
    Element& row_element = element.add("row");
    for (const Cell& cell : row.cells) {
      const Block& block = tree_.blocks.at(cell.block);
      Element& cell_element = row_element.add("cell");
      cell_element.set("id", block.id);
      if (block.page > 0) cell_element.set_number("page", static_cast<std::size_t>(block.page));
      cell_element.set("path", block.path);
      cell_element.set_number("colspan", static_cast<std::size_t>(cell.column_span));
      if (cell.row_span > 1)
        cell_element.set_number("rowspan", static_cast<std::size_t>(cell.row_span));
      cell_element.set_true("bold", block.bold);
      cell_element.set_true("centred", block.centred);
      add_text(cell_element, block);
    }
  }
}

void BodyWriter::add_text(Element& element, const Block& block) const {
  const auto first = std::lower_bound(references_.begin(), references_.end(), block.bytes.from_byte,
                                      [](const Reference& reference, std::size_t byte) {
                                        return reference.bytes.from_byte < byte;
                                      });
  add_stretch(element, block.bytes, first);
}

// A citation that runs over the end of its surroundings (a paragraph, another citation) is cut
// there.
BodyWriter::Position BodyWriter::add_stretch(Element& element, ByteSpan bytes,
                                             Position next) const {
  std::size_t done = bytes.from_byte;
  while (next != references_.end() && next->bytes.from_byte < bytes.to_byte) {
    const Reference& reference = *next++;
    const ByteSpan inside{reference.bytes.from_byte,
                          std::min(reference.bytes.to_byte, bytes.to_byte)};
    element.add_text(ByteSpan{done, inside.from_byte}.of(tree_.text));
    Element& ref = element.add("ref");
    ref.set("citation", reference.citation);
    next = add_stretch(ref, inside, next);
    done = inside.to_byte;
  }
  element.add_text(ByteSpan{done, bytes.to_byte}.of(tree_.text));
  return next;
}

}  // namespace

Element body_element(const DocumentTree& tree, const std::vector<Citation>& citations) {
  return BodyWriter(tree, citations).whole();
}

}  // namespace trichyeu
