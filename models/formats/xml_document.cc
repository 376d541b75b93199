#include "models/formats/xml_document.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <cstddef>

namespace trichyeu {
namespace {

constexpr std::size_t max_xml_bytes = std::size_t{1} << 30U;

// A document of several hundred pages has texts and depths beyond libxml2's defaults, so the limit
// on bytes above stands for them. Without a DOCTYPE there are no entities but XML's own five: NOENT
// has attributes read as they are meant, "&" for "&amp;".
constexpr int options = XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                        XML_PARSE_BIG_LINES | XML_PARSE_COMPACT | XML_PARSE_NOENT;

// Called at "<!DOCTYPE name", before any declaration is read.
void refuse_doctype(void* context, const xmlChar* /*name*/, const xmlChar* /*public_id*/,
                    const xmlChar* /*system_id*/) {
  xmlStopParser(static_cast<xmlParserCtxt*>(context));
}

Error not_well_formed(xmlParserCtxt* context) {
  const xmlError* last = xmlCtxtGetLastError(context);
  if (context->errNo == XML_ERR_USER_STOP) {
    return {ErrorCode::invalid_xml, "it has a DOCTYPE, which a plan never has",
            "Remove the DOCTYPE.", 0};
  }
  const std::string where =
      last == nullptr ? "line 1: not XML" : problem_line(last->line, last->message);
  return {ErrorCode::invalid_xml, "it is not well-formed XML: " + where, {}, 0};
}

}  // namespace

std::string problem_line(int line, const char* message) {
  std::string text =
      "line " + std::to_string(line) + ": " + (message == nullptr ? "not valid" : message);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

Result<XmlDocument> run_parser(xmlParserCtxt& parser, std::string_view xml) {
  if (xml.size() > max_xml_bytes)
    return Error{ErrorCode::too_large, "the XML is over 1 GiB", {}, 0};
  XmlDocument document(xmlCtxtReadMemory(&parser, xml.data(), static_cast<int>(xml.size()), nullptr,
                                         nullptr, options));
  if (xml.empty() || parser.wellFormed == 0 || parser.errNo == XML_ERR_USER_STOP)
    return not_well_formed(&parser);
  return document;
}

Result<XmlDocument> parse_xml(std::string_view xml) {
  const XmlParser parser(xmlNewParserCtxt());
  parser->sax->internalSubset = refuse_doctype;
  return run_parser(*parser, xml);
}

}  // namespace trichyeu
