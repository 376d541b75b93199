// Reads the tree of the XML. The body comes first: it gives the document's text, of which all
// places are.
//
// What the reader does not know it skips, as the schema's version rules ask; what it knows must
// read as what it is, or the first such problem is the answer.
#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "models/formats/code_points.h"
#include "models/formats/formats.h"
#include "models/formats/xml_document.h"
#include "models/formats/xml_tree.h"
#include "models/names.h"

namespace trichyeu {
namespace {

constexpr std::string_view xml_namespace = "urn:trichyeu:plan:1";

bool is_element(const XmlNode* node, std::string_view name) { return node->name == name; }

std::vector<std::string> words_in(const std::string& list) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    if (end > at) words.push_back(list.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

template <typename Visit>
void for_each_child(const XmlNode* parent, const Visit& visit) {
  if (parent == nullptr) return;
  for (const XmlNode* node = parent->first_child; node != nullptr; node = node->next) {
    if (node->is_element()) visit(node);
  }
}

template <typename Visit>
void for_each_child(const XmlNode* parent, std::string_view name, const Visit& visit) {
  for_each_child(parent, [&](const XmlNode* node) {
    if (is_element(node, name)) visit(node);
  });
}

const XmlNode* child(const XmlNode* parent, std::string_view name) {
  const XmlNode* found = nullptr;
  for_each_child(parent, name, [&](const XmlNode* node) {
    if (found == nullptr) found = node;
  });
  return found;
}

std::string text_of(const XmlNode* node) {
  return node == nullptr ? std::string() : node->content();
}

// Empty where absent; of the tree's lifetime.
std::string_view view(const XmlNode* node, std::string_view name) {
  return node == nullptr ? std::string_view() : node->attribute(name);
}
std::string attribute(const XmlNode* node, std::string_view name) {
  return std::string(view(node, name));
}

class Reader {
 public:
  Result<Plan> read(const XmlNode* root);

 private:
  template <typename Number>
  Number number(const XmlNode* node, std::string_view name, Number absent = {});
  template <typename Enum>
  Enum named(const XmlNode* node, std::string_view name, Enum absent);
  template <typename Number>
  Number parsed(const XmlNode* node, std::string_view name, std::string_view digits);
  bool is_true(const XmlNode* node, std::string_view name);
  void note(const XmlNode* node, const std::string& problem);

  SourceInfo read_source(const XmlNode* node);
  std::vector<Diagnostic> read_diagnostics(const XmlNode* list);
  Header read_header(const XmlNode* node);
  Signature read_signature(const XmlNode* node);
  Citation read_citation(const XmlNode* node);
  Task read_task(const XmlNode* node);
  std::vector<Unit> read_units(const XmlNode* list);
  Deadline read_deadline(const XmlNode* node);

  Value read_value(const XmlNode* node);
  Value read_origin(const XmlNode* node);
  std::optional<Value> read_optional(const XmlNode* parent, std::string_view name);
  Place read_place(const XmlNode* node);
  ByteSpan read_span(const XmlNode* node);
  Box read_box(const XmlNode* node);

  void read_body(const XmlNode* body);
  std::vector<Node> read_nodes(const XmlNode* first);  // and its siblings
  Item read_section(const XmlNode* node);
  Table read_table(const XmlNode* node);
  Mark read_mark(const XmlNode* node);
  std::size_t read_block(const XmlNode* node, BlockKind kind);

  Plan plan_;
  std::optional<CodePoints> code_points_;
  std::optional<Error> problem_;
};

void Reader::note(const XmlNode* node, const std::string& problem) {
  if (problem_) return;
  problem_ = Error{ErrorCode::invalid_xml, problem_line(node->line, problem.c_str()), {}, 0};
}

template <typename Number>
Number Reader::parsed(const XmlNode* node, std::string_view name, std::string_view digits) {
  Number value{};
  const char* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, value);
  if (read.ec != std::errc() || read.ptr != end) note(node, std::string(name) + " is not a number");
  return value;
}

template <typename Number>
Number Reader::number(const XmlNode* node, std::string_view name, Number absent) {
  const std::string_view digits = view(node, name);
  return digits.empty() ? absent : parsed<Number>(node, name, digits);
}

template <typename Enum>
Enum Reader::named(const XmlNode* node, std::string_view name, Enum absent) {
  const std::string_view text = view(node, name);
  if (text.empty()) return absent;
  const std::optional<Enum> value = value_of<Enum>(text);
  if (!value) note(node, std::string(name) + " cannot be \"" + std::string(text) + '"');
  return value.value_or(absent);
}

bool Reader::is_true(const XmlNode* node, std::string_view name) {
  const std::string_view text = view(node, name);
  return text == "true" || text == "1";
}

// What stands where a plan of this version should.
std::optional<Error> problem_of_root(const XmlNode& root) {
  const std::string_view any_version = xml_namespace.substr(0, xml_namespace.rfind(':') + 1);
  if (root.name != "plan" || !root.name_space.starts_with(any_version)) {
    const std::string problem =
        "its root is <" + std::string(root.name) + ">, not a plan of schema version 1";
    return Error{ErrorCode::invalid_xml, problem_line(root.line, problem.c_str()),
                 "Give a file that `trichyeu convert` wrote.", 0};
  }
  const std::string version(root.attribute("schemaVersion"));
  if (root.name_space != xml_namespace || !version.starts_with("1.")) {
    const std::string problem = "it is of schema version \"" + version + "\", this reads 1.x";
    return Error{ErrorCode::invalid_xml, problem_line(root.line, problem.c_str()),
                 "Convert its source again, or use the trichyeu that wrote it.", 0};
  }
  return std::nullopt;
}

Result<Plan> Reader::read(const XmlNode* root) {
  if (auto problem = problem_of_root(*root)) return *problem;
  read_body(child(root, "body"));
  code_points_.emplace(plan_.body.text);
  plan_.status = named(root, "status", Status::complete);
  plan_.source = read_source(child(root, "source"));
  const XmlNode* producer = child(root, "producer");
  plan_.producer = {attribute(producer, "version"), attribute(producer, "grammar"),
                    attribute(producer, "ocr")};
  plan_.diagnostics = read_diagnostics(child(root, "diagnostics"));
  plan_.header = read_header(child(root, "header"));
  for_each_child(child(root, "abbreviations"), "abbreviation", [&](const XmlNode* node) {
    plan_.abbreviations.push_back({attribute(node, "short"), read_value(node)});
  });
  for_each_child(child(root, "citations"), "citation",
                 [&](const XmlNode* node) { plan_.citations.push_back(read_citation(node)); });
  for_each_child(child(root, "tasks"), "task",
                 [&](const XmlNode* node) { plan_.tasks.push_back(read_task(node)); });
  if (problem_) return *problem_;
  return std::move(plan_);
}

SourceInfo Reader::read_source(const XmlNode* node) {
  SourceInfo source;
  source.file = view(node, "file");
  source.sha256 = view(node, "sha256");
  source.media_type = view(node, "mediaType");
  source.encoding = view(node, "encoding");
  source.document = number<int>(node, "document");
  source.documents = number<int>(node, "documents");
  source.first_page = number<int>(node, "firstPage");
  source.last_page = number<int>(node, "lastPage");
  source.first_line = number<int>(node, "firstLine");
  source.last_line = number<int>(node, "lastLine");
  for_each_child(node, "page", [&](const XmlNode* element) {
    SourcePage page;
    page.number = number<int>(element, "number");
    page.label = view(element, "label");
    page.width = number<double>(element, "width");
    page.height = number<double>(element, "height");
    page.reading = named(element, "reading", Reading::text);
    page.confidence = number<double>(element, "confidence", 1);
    page.rotation = number<int>(element, "rotation");
    page.cleanup = words_in(attribute(element, "cleanup"));
    page.skew = number<double>(element, "skew");
    source.pages.push_back(page);
  });
  return source;
}

std::vector<Diagnostic> Reader::read_diagnostics(const XmlNode* list) {
  const std::string language = attribute(list, "xml:lang");
  std::vector<Diagnostic> diagnostics;
  for_each_child(list, "diagnostic", [&](const XmlNode* node) {
    Diagnostic diagnostic;
    diagnostic.code = view(node, "code");
    diagnostic.arguments = arguments_of(diagnostic.code, text_of(node), language);
    diagnostic.page = number<int>(node, "page");
    if (!view(node, "from").empty()) diagnostic.bytes = read_span(node);
    diagnostics.push_back(diagnostic);
  });
  return diagnostics;
}

Header Reader::read_header(const XmlNode* node) {
  Header header;
  if (const XmlNode* issuer = child(node, "issuer"))
    header.issuer = {read_value(issuer), attribute(issuer, "parent")};
  if (const XmlNode* number = child(node, "number"))
    header.number = {read_value(number), attribute(number, "symbol")};
  header.place = read_optional(node, "place");
  if (const XmlNode* date = child(node, "date"))
    header.date = {read_value(date), attribute(date, "iso")};
  if (const XmlNode* type = child(node, "type"))
    header.type = {read_value(type), attribute(type, "code")};
  header.title = read_optional(node, "title");
  if (const XmlNode* period = child(node, "period")) {
    header.period = {read_value(period), attribute(period, "start"), attribute(period, "end")};
  }
  header.signature = read_signature(child(node, "signature"));
  for_each_child(child(node, "recipients"), "recipient", [&](const XmlNode* recipient) {
    header.recipients.push_back({read_value(recipient), attribute(recipient, "purpose")});
  });
  return header;
}

Signature Reader::read_signature(const XmlNode* node) {
  return {read_optional(node, "capacity"), read_optional(node, "position"),
          read_optional(node, "signer")};
}

Citation Reader::read_citation(const XmlNode* node) {
  Citation citation;
  citation.id = view(node, "id");
  citation.value = read_value(node);
  citation.kind = named(node, "kind", CitationKind::numbered);
  citation.role = view(node, "role");
  citation.type = view(node, "type");
  citation.number = view(node, "number");
  citation.canonical_number = view(node, "canonicalNumber");
  citation.date = view(node, "date");
  citation.issuer = view(node, "issuer");
  citation.resolved_date = view(node, "resolvedDate");
  citation.resolved_issuer = view(node, "resolvedIssuer");
  citation.locator = view(node, "locator");
  citation.target = view(node, "target");
  citation.iri = view(node, "iri");
  return citation;
}

Task Reader::read_task(const XmlNode* node) {
  Task task;
  task.id = view(node, "id");
  task.path = view(node, "path");
  task.form = named(node, "form", TaskForm::item);
  task.content = read_origin(node);
  task.content.text = text_of(child(node, "content"));
  task.lead = read_units(child(node, "lead"));
  task.coordinating = read_units(child(node, "coordinating"));
  for_each_child(node, "deadline", [&](const XmlNode* deadline) {
    task.deadlines.push_back(read_deadline(deadline));
  });
  for_each_child(node, "product",
                 [&](const XmlNode* product) { task.products.push_back(read_value(product)); });
  return task;
}

std::vector<Unit> Reader::read_units(const XmlNode* list) {
  std::vector<Unit> units;
  for_each_child(list, "unit", [&](const XmlNode* node) {
    units.push_back({read_value(node), attribute(node, "ref"), attribute(node, "full")});
  });
  return units;
}

Deadline Reader::read_deadline(const XmlNode* node) {
  Deadline deadline;
  deadline.value = read_value(node);
  deadline.kind = named(node, "kind", DeadlineKind::unparsed);
  deadline.start = view(node, "start");
  deadline.end = view(node, "end");
  deadline.recurrence = view(node, "recurrence");
  deadline.duration = view(node, "duration");
  deadline.anchor = view(node, "anchor");
  deadline.exclusive = is_true(node, "exclusive");
  deadline.working_days = is_true(node, "workingDays");
  deadline.approximate = is_true(node, "approx");
  deadline.assumption = view(node, "assumption");
  return deadline;
}

Value Reader::read_value(const XmlNode* node) {
  Value value = read_origin(node);
  value.text = text_of(node);
  return value;
}

Value Reader::read_origin(const XmlNode* node) {
  Value value;
  value.place = read_place(node);
  value.rule = view(node, "rule");
  value.confidence = number<double>(node, "confidence", 1);
  value.repair = view(node, "repair");
  value.restored = view(node, "restored");
  value.inherited = view(node, "inherited");
  return value;
}

std::optional<Value> Reader::read_optional(const XmlNode* parent, std::string_view name) {
  const XmlNode* node = child(parent, name);
  return node == nullptr ? std::nullopt : std::optional(read_value(node));
}

Place Reader::read_place(const XmlNode* node) {
  Place place;
  place.bytes = read_span(node);
  place.block = view(node, "in");
  place.page = number<int>(node, "page");
  if (!view(node, "bbox").empty()) place.boxes.push_back({place.page, read_box(node)});
  for_each_child(node, "box", [&](const XmlNode* box) {
    place.boxes.push_back({number<int>(box, "page"), read_box(box)});
  });
  return place;
}

ByteSpan Reader::read_span(const XmlNode* node) {
  const std::size_t from = code_points_->byte_of(number<std::size_t>(node, "from"));
  return {from, std::max(from, code_points_->byte_of(number<std::size_t>(node, "to")))};
}

Box Reader::read_box(const XmlNode* node) {
  std::string_view rest = view(node, "bbox");
  Box box;
  for (double* side : {&box.left, &box.top, &box.right, &box.bottom}) {
    const std::string_view digits = rest.substr(0, rest.find(' '));
    *side = parsed<double>(node, "bbox", digits);
    rest.remove_prefix(std::min(digits.size() + 1, rest.size()));
  }
  return box;
}

void Reader::read_body(const XmlNode* body) {
  for_each_child(body, "zone", [&](const XmlNode* node) {
    Zone zone;
    zone.kind = named(node, "kind", ZoneKind::other);
    zone.annex = number<int>(node, "annex");
    zone.nodes = read_nodes(node->first_child);
    plan_.body.zones.push_back(std::move(zone));
  });
}

std::vector<Node> Reader::read_nodes(const XmlNode* first) {
  std::vector<Node> nodes;
  for (const XmlNode* node = first; node != nullptr; node = node->next) {
    if (is_element(node, "section")) nodes.emplace_back(read_section(node));
    if (is_element(node, "heading"))
      nodes.emplace_back(Item{{}, read_block(node, BlockKind::heading), {}});
    if (is_element(node, "p"))
      nodes.emplace_back(Item{{}, read_block(node, BlockKind::paragraph), {}});
    if (is_element(node, "table")) nodes.emplace_back(read_table(node));
    if (is_element(node, "mark")) nodes.emplace_back(read_mark(node));
  }
  return nodes;
}

// The path of a section's own line is the section's.
Item Reader::read_section(const XmlNode* node) {
  const XmlNode* line = node->first_child;
  while (line != nullptr && !line->is_element()) line = line->next;
  Item item;
  item.section_id = view(node, "id");
  if (line == nullptr || !(is_element(line, "heading") || is_element(line, "p"))) {
    note(node, "the section does not begin with its own line");
    return item;
  }
  item.block =
      read_block(line, is_element(line, "heading") ? BlockKind::heading : BlockKind::paragraph);
  plan_.body.blocks[item.block].path = view(node, "path");
  item.children = read_nodes(line->next);
  return item;
}

Table Reader::read_table(const XmlNode* node) {
  Table table;
  table.id = view(node, "id");
  for_each_child(node, "row", [&](const XmlNode* row_node) {
    Row row;
    for_each_child(row_node, "cell", [&](const XmlNode* cell) {
      row.cells.push_back({read_block(cell, BlockKind::cell), number<int>(cell, "colspan", 1),
                           number<int>(cell, "rowspan", 1)});
    });
    table.rows.push_back(row);
  });
  return table;
}

Mark Reader::read_mark(const XmlNode* node) {
  Mark mark;
  mark.kind = named(node, "kind", MarkKind::page_number);
  mark.text = text_of(node);
  mark.page = number<int>(node, "page");
  if (!view(node, "bbox").empty()) mark.box = read_box(node);
  return mark;
}

std::size_t Reader::read_block(const XmlNode* node, BlockKind kind) {
  Block block;
  block.kind = kind;
  block.id = view(node, "id");
  block.page = number<int>(node, "page");
  block.level = named(node, "level", Level::none);
  block.mark = view(node, "mark");
  block.path = view(node, "path");
  block.bold = is_true(node, "bold");
  block.centred = is_true(node, "centred");
  const std::string text = text_of(node);
  block.bytes = {plan_.body.text.size(), plan_.body.text.size() + text.size()};
  const bool begins_with_mark = text.compare(0, block.mark.size(), block.mark) == 0;
  const std::size_t first =
      std::min(text.find_first_not_of(' ', begins_with_mark ? block.mark.size() : 0), text.size());
  const std::size_t last = text.find_last_not_of(' ');
  block.content = {block.bytes.from_byte + first,
                   block.bytes.from_byte + std::max(first, last + 1)};
  plan_.body.text += text + '\n';
  plan_.body.blocks.push_back(std::move(block));
  return plan_.body.blocks.size() - 1;
}

}  // namespace

Result<Plan> from_xml(std::string_view xml) {
  const Result<XmlTree> tree = XmlTree::parse(xml);
  if (!tree) return tree.error();
  return Reader().read(&tree->root());
}

}  // namespace trichyeu
