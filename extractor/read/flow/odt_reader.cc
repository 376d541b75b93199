// Walks content.xml once. Deleted text stands in text:tracked-changes, away from the body, which is
// the text as it is when all changes are accepted.
#include "extractor/read/flow/odt_reader.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extractor/read/flow/archive.h"
#include "extractor/read/flow/flow.h"
#include "extractor/read/flow/odt_lists.h"
#include "extractor/read/flow/odt_styles.h"
#include "extractor/read/flow/running_heads.h"
#include "extractor/read/flow/table_builder.h"
#include "extractor/read/flow/xml_part.h"
#include "extractor/read/read.h"
#include "extractor/read/symbol_font.h"

namespace trichyeu {
namespace {

constexpr int most_repeats = 1000;  // of a row or a cell that stands for several
constexpr int longest_blank = 255;  // of text:s
// A paragraph, among the bytes that rows and cells come to that stand for several.
constexpr std::size_t paragraph_bytes = 64;

bool is_dropped(std::string_view name) {
  static const std::set<std::string_view> names = {"tracked-changes",
                                                   "sequence-decls",
                                                   "variable-decls",
                                                   "user-field-decls",
                                                   "annotation",
                                                   "annotation-end",
                                                   "forms",
                                                   "title",
                                                   "desc",
                                                   "ruby-text",
                                                   "note-citation",
                                                   "index-title-template",
                                                   "table-of-content-source",
                                                   "event-listeners",
                                                   "hidden-text",
                                                   "script",
                                                   "binary-data",
                                                   "meta"};
  return names.contains(name);
}

struct Paragraph {
  FlowParagraph flow;
  std::vector<FlowBlock> behind;  // its text boxes and notes
  bool after_blank = true;        // blanks are folded, also at the paragraph's start
};

// The list that a block stands in.
struct ListPlace {
  std::size_t level = 0;  // 0: in none
  std::string style;
};

class OdtReader {
 public:
  OdtReader(const xmlNode* content, const xmlNode* styles) : content_(content) {
    for (const xmlNode* root : {styles, content}) {
      styles_.take(root);
      for (const char* name : {"styles", "automatic-styles"})
        lists_.take_styles(child_of(root, name));
    }
    masters_ = child_of(styles, "master-styles");
  }

  Result<Flow> read() {
    const xmlNode* text = child_of(child_of(content_, "body"), "text");
    if (text == nullptr)
      return Error{ErrorCode::damaged, "its content is no text document", "Export it again."};
    Flow flow;
    read_blocks(*text, flow.blocks, {});
    in_running_head_ = true;
    flow.running_heads = read_running_heads();
    if (cells_ > most_flow_cells) return too_many_cells();
    if (bytes_ > most_flow_bytes) return too_many_words();
    return flow;
  }

 private:
  [[nodiscard]] std::vector<FlowParagraph> read_running_heads() {
    RunningHeads heads;
    for (const xmlNode* page = masters_ == nullptr ? nullptr : masters_->children; page != nullptr;
         page = page->next) {
      for (const xmlNode* head = page->children; head != nullptr; head = head->next) {
        const std::string_view name = name_of(*head);
        if (name.substr(0, 6) != "header" && name.substr(0, 6) != "footer") continue;
        std::vector<FlowBlock> blocks;
        read_blocks(*head, blocks, {});
        heads.add(blocks);
      }
    }
    return std::move(heads).finish();
  }

  void read_blocks(const xmlNode& parent, std::vector<FlowBlock>& blocks, const ListPlace& list) {
    for (const xmlNode* node = parent.children; node != nullptr; node = node->next) {
      const std::string_view name = name_of(*node);
      if (name == "p" || name == "h") {
        read_paragraph(*node, blocks, list);
      } else if (name == "list") {
        read_list(*node, blocks, list);
      } else if (name == "table") {
        read_table(*node, blocks);
      } else if (!name.empty() && !is_dropped(name)) {
        read_blocks(*node, blocks, list);
      }
    }
  }

  void read_list(const xmlNode& node, std::vector<FlowBlock>& blocks, const ListPlace& outer) {
    ListPlace place{outer.level + 1, attribute_of(&node, "style-name")};
    if (place.style.empty()) place.style = outer.style;
    if (place.level == 1) lists_.begin(node, place.style);
    for (const xmlNode* item = node.children; item != nullptr; item = item->next) {
      const std::string_view name = name_of(*item);
      if (name != "list-item" && name != "list-header") continue;
      number_is_due_ = name == "list-item";
      item_start_ = number_of(item, "start-value", 0);
      read_blocks(*item, blocks, place);
      number_is_due_ = false;
    }
  }

  // Only the first paragraph of an item has its number.
  std::string number_for(const xmlNode& node, const OdtStyle& style, const ListPlace& list) {
    if (list.level == 0) {
      const bool is_heading =
          name_of(node) == "h" && attribute_of(&node, "is-list-header") != "true";
      const int level = number_of(&node, "outline-level", 1);
      return is_heading ? lists_.next_heading(static_cast<std::size_t>(std::max(level, 1)))
                        : std::string();
    }
    if (!std::exchange(number_is_due_, false)) return {};
    const std::string& name = list.style.empty() ? style.list_style : list.style;
    return lists_.next(list.level, name, std::exchange(item_start_, 0));
  }

  void read_paragraph(const xmlNode& node, std::vector<FlowBlock>& blocks, const ListPlace& list) {
    const OdtStyle style = styles_.find("paragraph", attribute_of(&node, "style-name"));
    if (bytes_ > most_flow_bytes) return;
    bytes_ += paragraph_bytes;
    Paragraph paragraph;
    paragraph.flow.number = number_for(node, style, list);
    paragraph.flow.page_break_before = style.page_break && !blocks.empty();
    read_inline(node, style, paragraph);
    if (paragraph.flow.runs.empty()) paragraph.flow.number.clear();  // none is printed
    blocks.push_back({std::move(paragraph.flow)});
    std::move(paragraph.behind.begin(), paragraph.behind.end(), std::back_inserter(blocks));
  }

  void read_inline(const xmlNode& parent, const OdtStyle& style, Paragraph& paragraph) {
    for (const xmlNode* node = parent.children; node != nullptr; node = node->next) {
      if (const std::string_view text = text_of(*node); !text.empty()) {
        add(folded(text, paragraph), style, paragraph);
      } else if (node->type == XML_ELEMENT_NODE) {
        read_inline_element(*node, style, paragraph);
      }
    }
  }

  void read_inline_element(const xmlNode& node, const OdtStyle& style, Paragraph& paragraph) {
    const std::string_view name = name_of(node);
    if (name == "s") {
      const int blanks = std::clamp(number_of(&node, "c", 1), 1, longest_blank);
      add(std::string(static_cast<std::size_t>(blanks), ' '), style, paragraph);
    } else if (name == "tab" || name == "line-break") {
      add(name == "tab" ? "\t" : "\n", style, paragraph);
      paragraph.after_blank = true;
    } else if (name == "span") {
      OdtStyle inner = styles_.find("text", attribute_of(&node, "style-name"));
      inner.inherit(style);
      read_inline(node, inner, paragraph);
    } else if (name == "note") {
      read_note(node, paragraph);
    } else if (name == "frame" || name == "custom-shape" || name == "g" || name == "rect" ||
               name == "text-box") {
      read_apart(node, paragraph.behind);
    } else if (in_running_head_ && (name == "page-number" || name == "page-count")) {
      return;
    } else if (!is_dropped(name)) {
      read_inline(node, style, paragraph);
    }
  }

  // OpenDocument 6.1.2: blanks and line ends in a row are one blank.
  static std::string folded(std::string_view text, Paragraph& paragraph) {
    std::string out;
    for (const char c : text) {
      const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!blank) {
        out += c;
      } else if (!paragraph.after_blank) {
        out += ' ';
      }
      paragraph.after_blank = blank;
    }
    return out;
  }

  void add(std::string text, const OdtStyle& style, Paragraph& paragraph) {
    bytes_ += text.size();
    if (text.empty() || style.hidden.value_or(false)) return;
    if (is_symbol_font(style.font_name)) text = with_symbols(text, style.font_name);
    FlowRun run;
    run.text = std::move(text);
    run.font_name = style.font_name;
    run.font_size = style.font_size;
    run.bold = style.bold.value_or(false);
    run.italic = style.italic.value_or(false);
    run.capitals = style.capitals.value_or(false);
    paragraph.flow.runs.push_back(std::move(run));
  }

  // A box or a note: its items are not those of the list around it.
  void read_apart(const xmlNode& node, std::vector<FlowBlock>& blocks) {
    const bool number_is_due = std::exchange(number_is_due_, false);
    read_blocks(node, blocks, {});
    number_is_due_ = number_is_due;
  }

  void read_note(const xmlNode& node, Paragraph& paragraph) {
    const xmlNode* body = child_of(&node, "note-body");
    if (body == nullptr) return;
    std::vector<FlowBlock> blocks;
    read_apart(*body, blocks);
    const std::string number = "[" + std::to_string(++notes_read_) + "] ";
    if (!blocks.empty()) {
      if (auto* first = std::get_if<FlowParagraph>(&blocks.front().content)) first->number = number;
    }
    std::move(blocks.begin(), blocks.end(), std::back_inserter(paragraph.behind));
  }

  void read_table(const xmlNode& node, std::vector<FlowBlock>& blocks) {
    const bool number_is_due = std::exchange(number_is_due_, false);
    TableBuilder table;
    read_rows(node, table);
    cells_ += table.cells();
    FlowTable finished = std::move(table).finish();
    if (!finished.cells.empty()) blocks.push_back({std::move(finished)});
    number_is_due_ = number_is_due;
  }

  // Header rows and groups of rows hold rows.
  void read_rows(const xmlNode& parent, TableBuilder& table) {
    for (const xmlNode* node = parent.children; node != nullptr; node = node->next) {
      const std::string_view name = name_of(*node);
      if (name == "table-row") {
        const int rows = repeats_of(*node, "number-rows-repeated");
        for (int row = 0; row < rows && has_room(table); ++row) {
          table.begin_row();
          read_cells(*node, table);
        }
      } else if (!name.empty() && !is_dropped(name)) {
        read_rows(*node, table);
      }
    }
  }

  [[nodiscard]] bool has_room(const TableBuilder& table) const {
    return cells_ + table.cells() <= most_flow_cells && bytes_ <= most_flow_bytes;
  }

  static int repeats_of(const xmlNode& node, std::string_view name) {
    return std::clamp(number_of(&node, name, 1), 1, most_repeats);
  }

  // Covered cells are what spans say already.
  void read_cells(const xmlNode& row, TableBuilder& table) {
    for (const xmlNode* node = row.children; node != nullptr; node = node->next) {
      if (name_of(*node) != "table-cell") continue;
      const int cells = repeats_of(*node, "number-columns-repeated");
      for (int cell = 0; cell < cells && has_room(table); ++cell) {
        std::vector<FlowBlock> blocks;
        read_blocks(*node, blocks, {});
        table
            .add(number_of(node, "number-columns-spanned", 1),
                 number_of(node, "number-rows-spanned", 1))
            ->blocks = std::move(blocks);
      }
    }
  }

  const xmlNode* content_;
  const xmlNode* masters_ = nullptr;
  OdtStyles styles_;
  OdtLists lists_;
  bool number_is_due_ = false;  // the item's number is not printed yet
  int item_start_ = 0;
  bool in_running_head_ = false;
  int notes_read_ = 0;
  std::size_t cells_ = 0;
  std::size_t bytes_ = 0;
};

bool is_encrypted(Archive& archive) {
  const Result<std::string> manifest = archive.read("META-INF/manifest.xml");
  return manifest.ok() && manifest->find("encryption-data") != std::string::npos;
}

}  // namespace

Result<SourceText> read_odt(std::string_view bytes) {
  Result<Archive> opened = Archive::open(bytes);
  if (!opened) return opened.error();
  Archive& archive = opened.value();
  if (is_encrypted(archive)) {
    return Error{ErrorCode::encrypted, "the document needs a password",
                 "Save a copy without a password."};
  }
  const Result<std::string> content_xml = archive.read("content.xml");
  if (!content_xml) return content_xml.error();
  const Result<XmlPart> content = parse_part(*content_xml, "content.xml");
  if (!content) return content.error();
  XmlPart styles;
  if (const Result<std::string> styles_xml = archive.read("styles.xml"); styles_xml.ok()) {
    Result<XmlPart> parsed = parse_part(*styles_xml, "styles.xml");
    if (parsed) styles = std::move(parsed).value();
  }
  const Result<Flow> flow = OdtReader(xmlDocGetRootElement(content->get()),
                                      styles ? xmlDocGetRootElement(styles.get()) : nullptr)
                                .read();
  if (!flow) return flow.error();
  return write_flow(*flow, media_type_of(FileKind::odt));
}

}  // namespace trichyeu
