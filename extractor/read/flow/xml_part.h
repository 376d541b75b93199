// XML parts of word processors' files, as libxml2's tree, and the few questions that readers ask.
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

#include "models/result.h"

namespace trichyeu {

struct FreeXmlPart {
  void operator()(xmlDoc* part) const { xmlFreeDoc(part); }
};
using XmlPart = std::unique_ptr<xmlDoc, FreeXmlPart>;

// Nothing is fetched; a DOCTYPE, which no such part has, is refused before its declarations are
// read; elements nest 256 deep at most. Fails with damaged or too_large; `name` stands in messages.
[[nodiscard]] Result<XmlPart> parse_part(std::string_view xml, std::string_view name);

// Names are local ones: prefixes and the two generations of namespaces aside.
[[nodiscard]] std::string_view name_of(const xmlNode& node);  // empty for what is no element
[[nodiscard]] const xmlNode* child_of(const xmlNode* node, std::string_view name);
[[nodiscard]] std::string attribute_of(const xmlNode* node, std::string_view name);
// `otherwise` where there is none, or no number.
[[nodiscard]] int number_of(const xmlNode* node, std::string_view name, int otherwise);
[[nodiscard]] std::string_view text_of(const xmlNode& text_node);
// Of all text nodes directly below.
[[nodiscard]] std::string text_in(const xmlNode& element);

}  // namespace trichyeu
