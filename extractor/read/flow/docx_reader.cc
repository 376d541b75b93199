// Walks the main part once. What a word processor does not know it passes through (ECMA-376 part
// 3), so elements without a meaning of their own are read by their children.
#include "extractor/read/flow/docx_reader.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "extractor/read/flow/docx_fields.h"
#include "extractor/read/flow/docx_notes.h"
#include "extractor/read/flow/docx_numbering.h"
#include "extractor/read/flow/docx_parts.h"
#include "extractor/read/flow/docx_styles.h"
#include "extractor/read/flow/flow.h"
#include "extractor/read/flow/running_heads.h"
#include "extractor/read/flow/table_builder.h"
#include "extractor/read/read.h"
#include "extractor/read/symbol_font.h"
#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

bool is_dropped(std::string_view name) {
  return name == "del" || name == "moveFrom" || name == "delText" || name == "instrText" ||
         name == "pPr" || name == "rPr" || name == "rt" || name == "sdtPr" || name == "sdtEndPr" ||
         name == "tblPr" || name == "tblGrid" || name == "tcPr" || name == "trPr" ||
         name == "tblPrEx" || name == "annotationRef";
}

// The one of mc:AlternateContent's readings that is read: the first that holds anything.
const xmlNode* chosen_reading(const xmlNode& alternatives) {
  const xmlNode* choice = child_of(&alternatives, "Choice");
  if (choice != nullptr && choice->children != nullptr) return choice;
  return child_of(&alternatives, "Fallback");
}

// A line end inside a text is a blank (ECMA-376 17.3.3.31): breaks are elements.
std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

class DocxReader {
 public:
  explicit DocxReader(const DocxParts& parts)
      : parts_(parts),
        styles_(parts.styles ? xmlDocGetRootElement(parts.styles.get()) : nullptr),
        numbering_(parts.numbering ? xmlDocGetRootElement(parts.numbering.get()) : nullptr,
                   styles_),
        footnotes_(parts.footnotes.get()),
        endnotes_(parts.endnotes.get()) {}

  Result<Flow> read() {
    Flow flow;
    const xmlNode* body = child_of(xmlDocGetRootElement(parts_.document.get()), "body");
    if (body == nullptr)
      return Error{ErrorCode::damaged, "its main part is no document", "Export the file again."};
    gather_sections(*body);
    read_blocks(*body, flow.blocks);
    in_running_head_ = true;
    RunningHeads heads;
    for (const XmlPart& part : parts_.running_heads) {
      std::vector<FlowBlock> blocks;
      read_blocks(*xmlDocGetRootElement(part.get()), blocks);
      heads.add(blocks);
    }
    flow.running_heads = std::move(heads).finish();
    if (cells_ > most_flow_cells) return too_many_cells();
    return flow;
  }

 private:
  // What is gathered of the paragraph that is being read.
  struct Paragraph {
    FlowParagraph flow;
    std::string style;
    std::vector<FlowBlock> behind;  // its text boxes and notes
  };

  void gather_sections(const xmlNode& body) {
    for (const xmlNode* node = body.children; node != nullptr; node = node->next) {
      const xmlNode* holder = name_of(*node) == "p" ? child_of(node, "pPr") : nullptr;
      if (const xmlNode* section = child_of(holder, "sectPr")) sections_.push_back(section);
    }
    if (const xmlNode* last = child_of(&body, "sectPr")) sections_.push_back(last);
  }

  void read_blocks(const xmlNode& parent, std::vector<FlowBlock>& blocks) {
    for (const xmlNode* node = parent.children; node != nullptr; node = node->next) {
      const std::string_view name = name_of(*node);
      if (name == "p") {
        read_paragraph(*node, blocks);
      } else if (name == "tbl") {
        read_table(*node, blocks);
      } else if (name == "AlternateContent") {
        if (const xmlNode* reading = chosen_reading(*node)) read_blocks(*reading, blocks);
      } else if (!name.empty() && !is_dropped(name)) {
        read_blocks(*node, blocks);
      }
    }
  }

  void read_paragraph(const xmlNode& node, std::vector<FlowBlock>& blocks) {
    const xmlNode* properties = child_of(&node, "pPr");
    Paragraph paragraph;
    paragraph.style = attribute_of(child_of(properties, "pStyle"), "val");
    if (paragraph.style.empty()) paragraph.style = styles_.default_paragraph_style();
    paragraph.flow.runs = std::exchange(carried_, {});
    paragraph.flow.page_break_before = std::exchange(break_before_next_, false);
    read_inline(node, paragraph);
    if (has_deleted_end(properties)) {
      carried_ = std::move(paragraph.flow.runs);
      break_before_next_ = paragraph.flow.page_break_before;
    } else {
      finish(properties, paragraph, blocks);
    }
    std::move(paragraph.behind.begin(), paragraph.behind.end(), std::back_inserter(blocks));
  }

  // The next paragraph goes on where this one's end was deleted.
  static bool has_deleted_end(const xmlNode* properties) {
    const xmlNode* mark = child_of(properties, "rPr");
    return child_of(mark, "del") != nullptr || child_of(mark, "moveFrom") != nullptr;
  }

  void finish(const xmlNode* properties, Paragraph& paragraph, std::vector<FlowBlock>& blocks) {
    ListPlace place = ListPlace::of(properties);
    if (!place.list) {
      const ListPlace inherited = styles_.list_place(paragraph.style);
      place.list = inherited.list;
      place.style = inherited.style;
      if (!place.level) place.level = inherited.level;
    }
    paragraph.flow.number = numbering_.next(place);
    if (switch_in(properties, "pageBreakBefore")
            .value_or(styles_.page_break_before(paragraph.style)))
      paragraph.flow.page_break_before = true;
    if (child_of(properties, "sectPr") != nullptr && next_section_begins_page())
      break_before_next_ = true;
    blocks.push_back({std::move(paragraph.flow)});
  }

  // A section's properties stand at its end and say how it began.
  [[nodiscard]] bool next_section_begins_page() {
    ++section_;
    return section_ < sections_.size() &&
           attribute_of(child_of(sections_[section_], "type"), "val") != "continuous";
  }

  void read_inline(const xmlNode& parent, Paragraph& paragraph) {
    for (const xmlNode* node = parent.children; node != nullptr; node = node->next) {
      const std::string_view name = name_of(*node);
      if (name == "r") {
        read_run(*node, paragraph);
      } else if (name == "AlternateContent") {
        if (const xmlNode* reading = chosen_reading(*node)) read_inline(*reading, paragraph);
      } else if (name == "txbxContent") {
        read_text_box(*node, paragraph);
      } else if (name == "fldSimple") {
        if (!(in_running_head_ && counts_pages(attribute_of(node, "instr"))))
          read_inline(*node, paragraph);
      } else if (!name.empty() && !is_dropped(name)) {
        read_inline(*node, paragraph);
      }
    }
  }

  // A box is read apart from the text around it.
  void read_text_box(const xmlNode& node, Paragraph& paragraph) {
    const DocxFields fields = std::exchange(fields_, {});
    const std::vector<FlowRun> carried = std::exchange(carried_, {});
    const bool page_break = std::exchange(break_before_next_, false);
    read_blocks(node, paragraph.behind);
    fields_ = fields;
    carried_ = carried;
    break_before_next_ = page_break;
  }

  void read_run(const xmlNode& node, Paragraph& paragraph) {
    const xmlNode* properties = child_of(&node, "rPr");
    RunFormat format = RunFormat::of(properties);
    if (const xmlNode* style = child_of(properties, "rStyle"))
      format.inherit(styles_.run_format(attribute_of(style, "val")));
    format.inherit(styles_.run_format(paragraph.style));
    format.inherit(styles_.defaults());
    FlowRun run;
    run.font_name = format.font_name;
    run.font_size = format.font_size.value_or(0);
    run.bold = format.bold.value_or(false);
    run.italic = format.italic.value_or(false);
    run.capitals = format.capitals.value_or(false);
    read_run_content(node, run, paragraph);
    if (format.hidden.value_or(false)) return;
    if (is_symbol_font(run.font_name)) run.text = with_symbols(run.text, run.font_name);
    add(std::move(run), paragraph);
  }

  static void add(FlowRun run, Paragraph& paragraph) {
    if (!run.text.empty()) paragraph.flow.runs.push_back(std::move(run));
  }

  void read_run_content(const xmlNode& parent, FlowRun& run, Paragraph& paragraph) {
    for (const xmlNode* node = parent.children; node != nullptr; node = node->next) {
      const std::string_view name = name_of(*node);
      if (name == "fldChar") {
        fields_.read_mark(*node);
      } else if (name == "instrText") {
        fields_.add_code(text_in(*node));
      } else if (name == "AlternateContent") {
        if (const xmlNode* reading = chosen_reading(*node))
          read_run_content(*reading, run, paragraph);
      } else if (name == "txbxContent") {
        read_text_box(*node, paragraph);
      } else if (name == "footnoteReference") {
        read_note(*node, footnotes_, paragraph);
      } else if (name == "endnoteReference") {
        read_note(*node, endnotes_, paragraph);
      } else if (!name.empty() && !is_dropped(name) && !read_letters(*node, name, run, paragraph)) {
        read_run_content(*node, run, paragraph);
      }
    }
  }

  // False where the element is none that stands for letters.
  bool read_letters(const xmlNode& node, std::string_view name, FlowRun& run,
                    Paragraph& paragraph) {
    const auto print = [&](std::string_view text) {
      if (fields_.is_printed(in_running_head_)) run.text += text;
    };
    if (name == "t") {
      print(on_one_line(text_in(node)));
    } else if (name == "tab" || name == "ptab") {
      print("\t");
    } else if (name == "br") {
      read_break(attribute_of(&node, "type"), run, paragraph);
    } else if (name == "cr") {
      print("\n");
    } else if (name == "noBreakHyphen") {
      print("-");
    } else if (name == "sym") {
      print(symbol(node));
    } else if (name == "softHyphen") {
      print("\u00AD");  // which old fonts draw as ư
    } else {
      return name == "lastRenderedPageBreak";
    }
    return true;
  }

  static void read_break(const std::string& type, FlowRun& run, Paragraph& paragraph) {
    if (type != "page") {
      run.text += '\n';
    } else if (paragraph.flow.runs.empty() && run.text.empty()) {
      paragraph.flow.page_break_before = true;
    } else {
      run.text += "\n\f";
    }
  }

  static std::string symbol(const xmlNode& node) {
    const std::string hexadecimal = attribute_of(&node, "char");
    const auto letter = static_cast<char32_t>(std::strtoul(hexadecimal.c_str(), nullptr, 16));
    const char32_t picture = symbol_in_font(letter, attribute_of(&node, "font"));
    std::string text;
    const bool is_letter =
        letter >= 0x20 && letter < 0xFFFE && (letter < 0xD800 || letter > 0xDFFF);
    if (picture != 0 || is_letter) append_utf8(text, picture != 0 ? picture : letter);
    return text;
  }

  // A note is read where it is referred to first; its number is not glued to the words before it.
  void read_note(const xmlNode& reference, DocxNotes& notes, Paragraph& paragraph) {
    const xmlNode* note = notes.take(attribute_of(&reference, "id"));
    if (note == nullptr) return;
    Paragraph apart;
    read_text_box(*note, apart);
    const std::string number = "[" + std::to_string(++notes_read_) + "] ";
    for (FlowBlock& block : apart.behind) {
      auto* first = std::get_if<FlowParagraph>(&block.content);
      if (first == nullptr) continue;
      FlowRun mark;
      mark.text = number;
      trim_start(first->runs);
      first->runs.insert(first->runs.begin(), std::move(mark));
      break;
    }
    std::move(apart.behind.begin(), apart.behind.end(), std::back_inserter(paragraph.behind));
  }

  static void trim_start(std::vector<FlowRun>& runs) {
    while (!runs.empty()) {
      std::string& text = runs.front().text;
      text.erase(0, std::min(text.find_first_not_of(" \t"), text.size()));
      if (!text.empty()) return;
      runs.erase(runs.begin());
    }
  }

  void read_table(const xmlNode& node, std::vector<FlowBlock>& blocks) {
    TableBuilder table;
    read_rows(node, table);
    cells_ += table.cells();
    FlowTable finished = std::move(table).finish();
    if (!finished.cells.empty()) blocks.push_back({std::move(finished)});
  }

  // Rows and cells may stand in content controls and marks of custom XML.
  void read_rows(const xmlNode& parent, TableBuilder& table) {
    for (const xmlNode* node = parent.children; node != nullptr; node = node->next) {
      const std::string_view name = name_of(*node);
      if (name == "tr") {
        const xmlNode* properties = child_of(node, "trPr");
        if (child_of(properties, "del") != nullptr) continue;
        table.begin_row();
        table.skip(number_of(child_of(properties, "gridBefore"), "val", 0));
        read_cells(*node, table);
      } else if (!name.empty() && !is_dropped(name)) {
        read_rows(*node, table);
      }
    }
  }

  void read_cells(const xmlNode& parent, TableBuilder& table) {
    for (const xmlNode* node = parent.children; node != nullptr; node = node->next) {
      const std::string_view name = name_of(*node);
      if (name == "tc") {
        read_cell(*node, table);
      } else if (!name.empty() && !is_dropped(name)) {
        read_cells(*node, table);
      }
    }
  }

  void read_cell(const xmlNode& node, TableBuilder& table) {
    if (cells_ + table.cells() > most_flow_cells) return;
    const xmlNode* properties = child_of(&node, "tcPr");
    const int span = number_of(child_of(properties, "gridSpan"), "val", 1);
    const xmlNode* merge = child_of(properties, "vMerge");
    const bool goes_on = merge != nullptr && attribute_of(merge, "val") != "restart";
    if (goes_on && table.continue_above(span)) return;
    std::vector<FlowBlock> blocks;
    if (child_of(properties, "cellDel") == nullptr) read_blocks(node, blocks);
    table.add(span, 1)->blocks = std::move(blocks);
  }

  const DocxParts& parts_;
  DocxStyles styles_;
  DocxNumbering numbering_;
  DocxNotes footnotes_;
  DocxNotes endnotes_;
  DocxFields fields_;
  std::vector<const xmlNode*> sections_;
  std::size_t section_ = 0;
  std::vector<FlowRun> carried_;  // of a paragraph whose end was deleted
  bool break_before_next_ = false;
  bool in_running_head_ = false;
  int notes_read_ = 0;
  std::size_t cells_ = 0;
};

}  // namespace

Result<SourceText> read_docx(std::string_view bytes) {
  const Result<DocxParts> parts = docx_parts(bytes);
  if (!parts) return parts.error();
  const Result<Flow> flow = DocxReader(*parts).read();
  if (!flow) return flow.error();
  return write_flow(*flow, media_type_of(FileKind::docx));
}

}  // namespace trichyeu
