// The parser calls the builder at every start, end and text; the builder copies what it is given,
// since the parser's own buffers move on.
#include "models/formats/xml_tree.h"

#include <libxml/SAX2.h>

#include <cstring>
#include <memory_resource>
#include <new>
#include <vector>

#include "models/formats/xml_document.h"

namespace trichyeu {
namespace {

constexpr std::size_t first_piece_bytes = 1U << 16U;
constexpr int fields_of_attribute = 5;  // local name, prefix, URI, value, its end

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

void append_content(const XmlNode& node, std::string& content) {
  content += node.text;
  for (const XmlNode* child = node.first_child; child != nullptr; child = child->next)
    append_content(*child, content);
}

}  // namespace

struct XmlTree::Memory {
  std::pmr::monotonic_buffer_resource pool{first_piece_bytes};
  XmlNode document;  // its child is the root
};

class XmlTree::Builder {
 public:
  Builder(Memory& memory, xmlParserCtxt* parser) : memory_(memory), parser_(parser) {
    open_.push_back(&memory.document);
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.internalSubset = refuse_doctype;
    handler.startElementNs = start;
    handler.endElementNs = end;
    handler.characters = characters;
    handler.ignorableWhitespace = characters;
    handler.cdataBlock = characters;
    *parser->sax = handler;
    parser->userData = this;
  }

 private:
  static Builder& self(void* context) { return *static_cast<Builder*>(context); }

  static void refuse_doctype(void* context, const xmlChar* /*name*/, const xmlChar* /*public_id*/,
                             const xmlChar* /*system_id*/) {
    xmlStopParser(self(context).parser_);
  }

  static void start(void* context, const xmlChar* name, const xmlChar* /*prefix*/,
                    const xmlChar* uri, int /*namespaces*/, const xmlChar** /*namespace_list*/,
                    int attribute_count, int /*defaulted*/, const xmlChar** attributes) {
    Builder& builder = self(context);
    XmlNode& node = builder.add_node();
    node.name = builder.kept(view(name));
    node.name_space = builder.kept_uri(view(uri));
    node.line = xmlSAX2GetLineNumber(builder.parser_);
    builder.add_attributes(node, attribute_count, attributes);
    builder.open_.push_back(&node);
  }

  static void end(void* context, const xmlChar* /*name*/, const xmlChar* /*prefix*/,
                  const xmlChar* /*uri*/) {
    self(context).open_.pop_back();
  }

  static void characters(void* context, const xmlChar* text, int size) {
    Builder& builder = self(context);
    const std::string_view bytes{reinterpret_cast<const char*>(text),
                                 static_cast<std::size_t>(size)};
    builder.add_node().text = builder.kept(bytes);
  }

  XmlNode& add_node() {
    auto* node = new (memory_.pool.allocate(sizeof(XmlNode), alignof(XmlNode))) XmlNode;
    XmlNode& parent = *open_.back();
    (parent.last_child == nullptr ? parent.first_child : parent.last_child->next) = node;
    parent.last_child = node;
    return *node;
  }

  void add_attributes(XmlNode& node, int count, const xmlChar** fields) {
    if (count == 0) return;
    const auto size = static_cast<std::size_t>(count);
    auto* list = static_cast<XmlAttribute*>(
        memory_.pool.allocate(size * sizeof(XmlAttribute), alignof(XmlAttribute)));
    node.attributes = list;
    for (int at = 0; at < count; ++at, fields += fields_of_attribute) {
      const bool is_language = view(fields[1]) == "xml" && view(fields[0]) == "lang";
      if (fields[1] != nullptr && !is_language) continue;
      const auto* value = reinterpret_cast<const char*>(fields[3]);
      const std::string_view text{value, static_cast<std::size_t>(fields[4] - fields[3])};
      new (&list[node.attribute_count++])
          XmlAttribute{is_language ? "xml:lang" : kept(view(fields[0])), kept(text)};
    }
  }

  std::string_view kept(std::string_view text) {
    if (text.empty()) return {};
    auto* copy = static_cast<char*>(memory_.pool.allocate(text.size(), 1));
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }

  // Nearly all elements are of one namespace.
  std::string_view kept_uri(std::string_view uri) {
    if (uri != last_uri_) last_uri_ = kept(uri);
    return last_uri_;
  }

  Memory& memory_;
  xmlParserCtxt* parser_;
  std::vector<XmlNode*> open_;
  std::string_view last_uri_;
};

std::string_view XmlNode::attribute(std::string_view wanted) const {
  for (std::size_t at = 0; at < attribute_count; ++at) {
    if (attributes[at].name == wanted) return attributes[at].value;
  }
  return {};
}

std::string XmlNode::content() const {
  std::string all;
  append_content(*this, all);
  return all;
}

void XmlTree::FreeMemory::operator()(Memory* memory) const { delete memory; }

XmlTree::XmlTree() : memory_(new Memory) {}

Result<XmlTree> XmlTree::parse(std::string_view xml) {
  XmlTree tree;
  const XmlParser parser(xmlNewParserCtxt());
  const Builder builder(*tree.memory_, parser.get());
  const Result<XmlDocument> run = run_parser(*parser, xml);
  if (!run) return run.error();
  return tree;
}

const XmlNode& XmlTree::root() const { return *memory_->document.first_child; }

}  // namespace trichyeu
