#include "extractor/read/flow/xml_part.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <charconv>
#include <climits>

namespace trichyeu {
namespace {

constexpr int options =
    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT;

struct FreeContext {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

// Called at "<!DOCTYPE name", before any declaration is read.
void refuse_doctype(void* context, const xmlChar* /*name*/, const xmlChar* /*public_id*/,
                    const xmlChar* /*system_id*/) {
  xmlStopParser(static_cast<xmlParserCtxt*>(context));
}

Error refusal(const xmlParserCtxt& context, std::string_view name) {
  const std::string part = "its part " + std::string(name);
  if (context.errNo == XML_ERR_USER_STOP)
    return {ErrorCode::damaged, part + " has a DOCTYPE, which no such file has", ""};
  if (context.errNo == XML_ERR_INTERNAL_ERROR || context.nodeNr > 200) {
    return {ErrorCode::too_large, part + " is nested too deeply",
            "Save the document again with a word processor."};
  }
  return {ErrorCode::damaged, part + " is not well-formed XML", "Fetch or export the file again."};
}

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

}  // namespace

Result<XmlPart> parse_part(std::string_view xml, std::string_view name) {
  if (xml.size() > static_cast<std::size_t>(INT_MAX))
    return Error{ErrorCode::too_large, "its part " + std::string(name) + " is over 2 GB", ""};
  const std::unique_ptr<xmlParserCtxt, FreeContext> context(xmlNewParserCtxt());
  context->sax->internalSubset = refuse_doctype;
  XmlPart part(xmlCtxtReadMemory(context.get(), xml.data(), static_cast<int>(xml.size()), nullptr,
                                 nullptr, options));
  if (!part || context->wellFormed == 0 || context->errNo == XML_ERR_USER_STOP)
    return refusal(*context, name);
  return part;
}

std::string_view name_of(const xmlNode& node) {
  return node.type == XML_ELEMENT_NODE ? view(node.name) : std::string_view();
}

const xmlNode* child_of(const xmlNode* node, std::string_view name) {
  if (node == nullptr) return nullptr;
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (name_of(*child) == name) return child;
  }
  return nullptr;
}

std::string attribute_of(const xmlNode* node, std::string_view name) {
  if (node == nullptr || node->type != XML_ELEMENT_NODE) return {};
  for (const xmlAttr* attribute = node->properties; attribute != nullptr;
       attribute = attribute->next) {
    if (view(attribute->name) != name) continue;
    std::string value;
    for (const xmlNode* text = attribute->children; text != nullptr; text = text->next)
      value += text_of(*text);
    return value;
  }
  return {};
}

int number_of(const xmlNode* node, std::string_view name, int otherwise) {
  const std::string text = attribute_of(node, name);
  int number = otherwise;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() ? number : otherwise;
}

std::string_view text_of(const xmlNode& text_node) {
  const bool is_text = text_node.type == XML_TEXT_NODE || text_node.type == XML_CDATA_SECTION_NODE;
  return is_text ? view(text_node.content) : std::string_view();
}

std::string text_in(const xmlNode& element) {
  std::string text;
  for (const xmlNode* child = element.children; child != nullptr; child = child->next)
    text += text_of(*child);
  return text;
}

}  // namespace trichyeu
