// libxml2 over untrusted XML.
#pragma once

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

#include "models/result.h"

namespace trichyeu {

struct FreeXmlDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using XmlDocument = std::unique_ptr<xmlDoc, FreeXmlDocument>;

struct FreeXmlParser {
  void operator()(xmlParserCtxt* parser) const { xmlFreeParserCtxt(parser); }
};
using XmlParser = std::unique_ptr<xmlParserCtxt, FreeXmlParser>;

// Runs a parser whose handlers are set, over all of `xml`; fails as parse_xml does. The tree is
// that of libxml2's own handlers, none with others.
[[nodiscard]] Result<XmlDocument> run_parser(xmlParserCtxt& parser, std::string_view xml);

// libxml2's own tree. Fails with invalid_xml (not well-formed, or with a DOCTYPE: a plan needs
// none, and entities are how a small file becomes a large one) or too_large (over 1 GiB). Nothing
// is fetched.
[[nodiscard]] Result<XmlDocument> parse_xml(std::string_view xml);

// What libxml2 says, on one line: "line 12: Opening and ending tag mismatch".
[[nodiscard]] std::string problem_line(int line, const char* message);

}  // namespace trichyeu
