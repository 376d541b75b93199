// libxml2's tree, walked once. Text between two ends of blocks is one paragraph; blanks are folded
// as in CSS 2.1 16.6.1, but for pre.
#include "extractor/read/flow/html_reader.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <climits>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extractor/read/flow/flow.h"
#include "extractor/read/flow/html_encoding.h"
#include "extractor/read/flow/list_number.h"
#include "extractor/read/flow/table_builder.h"
#include "extractor/read/flow/xml_part.h"
#include "extractor/read/symbol_font.h"

namespace trichyeu {
namespace {

constexpr int html_options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                             HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_NODEFDTD;

bool is_one_of(std::string_view name, const std::set<std::string_view>& names) {
  return names.contains(name);
}

bool is_dropped(std::string_view name) {
  static const std::set<std::string_view> names = {
      "script", "style",  "head",   "title", "noscript", "template", "object", "svg",
      "math",   "iframe", "canvas", "audio", "video",    "select",   "button", "textarea",
      "input",  "del",    "strike", "s",     "applet",   "noframes"};
  return is_one_of(name, names);
}

bool is_block(std::string_view name) {
  static const std::set<std::string_view> names = {
      "p",       "div",    "h1",       "h2",      "h3",      "h4",     "h5",         "h6",
      "li",      "ul",     "ol",       "dl",      "dt",      "dd",     "blockquote", "pre",
      "hr",      "center", "form",     "section", "article", "header", "nav",        "footer",
      "address", "main",   "fieldset", "caption", "figure",  "aside",  "body",       "html"};
  return is_one_of(name, names);
}

// A declaration's value in a style attribute: "none" of "font-size: 13pt; display:none".
std::string style_value(const xmlNode& node, std::string_view property) {
  std::string style = attribute_of(&node, "style");
  std::erase_if(style, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  for (std::size_t at = 0; at < style.size();) {
    const std::size_t end = std::min(style.find(';', at), style.size());
    const std::string_view one = std::string_view(style).substr(at, end - at);
    const std::size_t colon = one.find(':');
    if (colon != std::string_view::npos && one.substr(0, colon) == property)
      return std::string(one.substr(colon + 1));
    at = end + 1;
  }
  return {};
}

// "'Times New Roman',serif": the first.
std::string first_font(std::string fonts) {
  fonts = fonts.substr(0, fonts.find(','));
  std::erase_if(fonts, [](char c) { return c == '\'' || c == '"'; });
  return fonts;
}

struct Letters {
  std::string font_name;
  bool bold = false;
  bool italic = false;
  bool preformatted = false;
};

Letters letters_in(const xmlNode& node, std::string_view name, Letters letters) {
  if (name == "b" || name == "strong" || name == "th" || (name.size() == 2 && name[0] == 'h'))
    letters.bold = letters.bold || name != "hr";
  if (name == "i" || name == "em") letters.italic = true;
  if (name == "pre") letters.preformatted = true;
  if (name == "font") {
    if (const std::string face = attribute_of(&node, "face"); !face.empty())
      letters.font_name = first_font(face);
  }
  if (const std::string family = style_value(node, "font-family"); !family.empty())
    letters.font_name = first_font(family);
  const std::string weight = style_value(node, "font-weight");
  if (!weight.empty()) letters.bold = weight == "bold" || weight == "bolder" || weight >= "600";
  const std::string slant = style_value(node, "font-style");
  if (!slant.empty()) letters.italic = slant == "italic";
  return letters;
}

// ol and ul: what the next item is marked with.
struct List {
  NumberForm form = NumberForm::none;
  bool ordered = false;
  int next = 1;
};

List list_of(const xmlNode& node, std::string_view name) {
  List list;
  list.ordered = name == "ol";
  list.next = std::clamp(number_of(&node, "start", 1), 0, 1'000'000);
  std::string type = attribute_of(&node, "type");
  if (type.empty()) type = style_value(node, "list-style-type");
  if (type == "none") return list;
  list.form = NumberForm::decimal;
  if (type == "I" || type == "upper-roman") list.form = NumberForm::upper_roman;
  if (type == "i" || type == "lower-roman") list.form = NumberForm::lower_roman;
  if (type == "A" || type == "upper-alpha" || type == "upper-latin")
    list.form = NumberForm::upper_letter;
  if (type == "a" || type == "lower-alpha" || type == "lower-latin")
    list.form = NumberForm::lower_letter;
  if (type == "decimal-leading-zero") list.form = NumberForm::two_digits;
  return list;
}

// A paragraph in the making, and the blocks that it becomes one of.
class BlockGatherer {
 public:
  void set_number(std::string number) { paragraph_.number = std::move(number); }

  void add_text(std::string_view text, const Letters& letters) {
    std::string folded;
    for (const char c : text) add_letter(c, letters, folded);
    if (folded.empty()) return;
    FlowRun run;
    run.text = is_symbol_font(letters.font_name) ? with_symbols(folded, letters.font_name) : folded;
    run.font_name = letters.font_name;
    run.bold = letters.bold;
    run.italic = letters.italic;
    paragraph_.runs.push_back(std::move(run));
  }

  void add_line_break() {
    FlowRun run;
    run.text = "\n";
    paragraph_.runs.push_back(std::move(run));
    after_blank_ = true;
  }

  // Ends the paragraph, if there is one.
  void end_paragraph() {
    if (!paragraph_.runs.empty()) {
      std::string& last = paragraph_.runs.back().text;
      last.erase(last.find_last_not_of(' ') + 1);
      paragraph_.page_break_before = std::exchange(page_break_, false);
      blocks_.push_back({std::move(paragraph_)});
      paragraph_ = {};
    }
    after_blank_ = true;
  }

  void add_table(FlowTable table) { blocks_.push_back({std::move(table)}); }
  void add_page_break() { page_break_ = true; }
  [[nodiscard]] std::vector<FlowBlock> finish() && { return std::move(blocks_); }

 private:
  void add_letter(char c, const Letters& letters, std::string& folded) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    if (!blank || letters.preformatted) {
      if (c != '\r' && c != '\f') folded += c;
      after_blank_ = blank;
    } else if (!after_blank_) {
      folded += ' ';
      after_blank_ = true;
    }
  }

  std::vector<FlowBlock> blocks_;
  FlowParagraph paragraph_;
  bool after_blank_ = true;  // also at a line's start
  bool page_break_ = false;
};

class HtmlReader {
 public:
  Result<Flow> read(const xmlNode& root) {
    BlockGatherer blocks;
    Letters letters;
    read_children(root, letters, blocks);
    blocks.end_paragraph();
    if (cells_ > most_flow_cells) return too_many_cells();
    Flow flow;
    flow.blocks = std::move(blocks).finish();
    return flow;
  }

 private:
  void read_children(const xmlNode& parent, const Letters& letters, BlockGatherer& blocks) {
    for (const xmlNode* node = parent.children; node != nullptr; node = node->next) {
      read_node(*node, letters, blocks);
    }
  }

  void read_node(const xmlNode& node, const Letters& letters, BlockGatherer& blocks) {
    if (node.type == XML_ELEMENT_NODE) {
      read_element(node, letters, blocks);
    } else {
      blocks.add_text(text_of(node), letters);
    }
  }

  void read_element(const xmlNode& node, const Letters& outer, BlockGatherer& blocks) {
    const std::string_view name = name_of(node);
    const bool hidden =
        style_value(node, "display") == "none" || style_value(node, "visibility") == "hidden";
    if (is_dropped(name) || hidden) return;
    const Letters letters = letters_in(node, name, outer);
    if (begins_page(node)) blocks.add_page_break();
    if (name == "br") {
      blocks.add_line_break();
    } else if (name == "table") {
      blocks.end_paragraph();
      read_table(node, letters, blocks);
    } else if (name == "ol" || name == "ul") {
      blocks.end_paragraph();
      lists_.push_back(list_of(node, name));
      read_children(node, letters, blocks);
      lists_.pop_back();
      blocks.end_paragraph();
    } else if (is_block(name)) {
      blocks.end_paragraph();
      if (name == "li" && !lists_.empty()) blocks.set_number(next_number(node));
      read_children(node, letters, blocks);
      blocks.end_paragraph();
    } else {
      read_children(node, letters, blocks);
    }
  }

  static bool begins_page(const xmlNode& node) {
    return style_value(node, "page-break-before") == "always" ||
           style_value(node, "break-before") == "page";
  }

  std::string next_number(const xmlNode& item) {
    List& list = lists_.back();
    if (list.form == NumberForm::none) return {};
    if (!list.ordered) return "• ";
    list.next = std::clamp(number_of(&item, "value", list.next), 0, 1'000'000'000);
    return list_number(list.next++, list.form) + ". ";
  }

  void read_table(const xmlNode& node, const Letters& letters, BlockGatherer& blocks) {
    const std::vector<List> outer = std::exchange(lists_, {});
    TableBuilder table;
    read_rows(node, letters, blocks, table);
    blocks.end_paragraph();
    cells_ += table.cells();
    FlowTable finished = std::move(table).finish();
    if (!finished.cells.empty()) blocks.add_table(std::move(finished));
    lists_ = outer;
  }

  // thead, tbody and tfoot hold rows; a caption, and what stands where no cell is, comes above.
  void read_rows(const xmlNode& parent, const Letters& letters, BlockGatherer& blocks,
                 TableBuilder& table) {
    for (const xmlNode* node = parent.children; node != nullptr; node = node->next) {
      const std::string_view name = name_of(*node);
      if (name == "tr") {
        table.begin_row();
        read_cells(*node, letters, blocks, table);
      } else if (name == "thead" || name == "tbody" || name == "tfoot") {
        read_rows(*node, letters, blocks, table);
      } else {
        read_node(*node, letters, blocks);
      }
    }
  }

  void read_cells(const xmlNode& row, const Letters& letters, BlockGatherer& above,
                  TableBuilder& table) {
    for (const xmlNode* node = row.children; node != nullptr; node = node->next) {
      const std::string_view name = name_of(*node);
      if (cells_ + table.cells() > most_flow_cells) return;
      if (name != "td" && name != "th") {
        read_node(*node, letters, above);
        continue;
      }
      BlockGatherer blocks;
      read_children(*node, letters_in(*node, name, letters), blocks);
      blocks.end_paragraph();
      table.add(number_of(node, "colspan", 1), number_of(node, "rowspan", 1))->blocks =
          std::move(blocks).finish();
    }
  }

  std::vector<List> lists_;
  std::size_t cells_ = 0;
};

// A page that says where it begins says where it ends, too.
bool is_cut_off(std::string_view page) {
  const auto has = [&](std::string_view tag) {
    const auto same = [](char a, char b) { return (a | ' ') == (b | ' '); };
    return std::search(page.begin(), page.end(), tag.begin(), tag.end(), same) != page.end();
  };
  return has("<html") && !has("</html");
}

struct FreeContext {
  void operator()(htmlParserCtxt* context) const { htmlFreeParserCtxt(context); }
};

}  // namespace

Result<SourceText> read_html(std::string_view bytes, const ReadOptions& options) {
  const std::size_t limit = std::min(options.max_text_bytes, std::size_t{INT_MAX});
  if (bytes.size() > limit) {
    return Error{ErrorCode::too_large,
                 "the page has " + std::to_string(bytes.size()) + " bytes, the limit is " +
                     std::to_string(limit),
                 "Split the file."};
  }
  const Result<std::string> text = html_as_utf8(bytes);
  if (!text) return text.error();
  const std::unique_ptr<htmlParserCtxt, FreeContext> context(htmlNewParserCtxt());
  const XmlPart page(htmlCtxtReadMemory(context.get(), text->data(), static_cast<int>(text->size()),
                                        nullptr, "UTF-8", html_options));
  if (context->errNo == XML_ERR_INTERNAL_ERROR) {  // libxml2 stops at 256
    return Error{ErrorCode::too_large, "elements nest too deeply",
                 "Save the page again with a browser or word processor."};
  }
  const xmlNode* root = page ? xmlDocGetRootElement(page.get()) : nullptr;
  if (root == nullptr) return Error{ErrorCode::empty_input, "the page holds no words", ""};
  const Result<Flow> flow = HtmlReader().read(*root);
  if (!flow) return flow.error();
  Result<SourceText> source = write_flow(*flow, media_type_of(FileKind::html));
  if (source && is_cut_off(*text)) {
    Diagnostic cut;
    cut.code = "file-truncated";
    source.value().diagnostics.push_back(std::move(cut));
  }
  return source;
}

}  // namespace trichyeu
