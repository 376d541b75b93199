// libxml2 escapes and closes; the layout is ours, because its own indents the first element of a
// paragraph and so adds blanks to text.
#include <libxml/xmlwriter.h>

#include <memory>
#include <string>

#include "models/formats/formats.h"
#include "models/formats/plan_element.h"

namespace trichyeu {
namespace {

int append(void* context, const char* bytes, int size) {
  static_cast<std::string*>(context)->append(bytes, static_cast<std::size_t>(size));
  return size;
}

const xmlChar* xml(const std::string& text) {
  return reinterpret_cast<const xmlChar*>(text.c_str());
}

void write_line_start(xmlTextWriter* writer, std::size_t depth) {
  xmlTextWriterWriteRaw(writer, xml('\n' + std::string(2 * depth, ' ')));
}

void write(xmlTextWriter* writer, const Element& element, std::size_t depth) {
  xmlTextWriterStartElement(writer, xml(std::string(element.name)));
  for (const Attribute& attribute : element.attributes) {
    xmlTextWriterWriteAttribute(writer, xml(std::string(attribute.name)), xml(attribute.value));
  }
  for (const Element::Content& part : element.content) {
    if (const auto* text = std::get_if<std::string>(&part)) {
      xmlTextWriterWriteString(writer, xml(*text));
    } else {
      if (!element.mixed) write_line_start(writer, depth + 1);
      write(writer, std::get<Element>(part), depth + 1);
    }
  }
  if (!element.mixed && !element.content.empty()) write_line_start(writer, depth);
  xmlTextWriterEndElement(writer);
}

}  // namespace

std::string to_xml(const Plan& plan, std::string_view language) {
  const Element root = plan_element(plan, language);
  std::string bytes;
  // The writer owns the buffer; freeing it flushes into `bytes`.
  xmlOutputBuffer* buffer = xmlOutputBufferCreateIO(append, nullptr, &bytes, nullptr);
  const std::unique_ptr<xmlTextWriter, void (*)(xmlTextWriter*)> writer(xmlNewTextWriter(buffer),
                                                                        xmlFreeTextWriter);
  xmlTextWriterStartDocument(writer.get(), nullptr, "UTF-8", nullptr);
  write(writer.get(), root, 0);
  xmlTextWriterEndDocument(writer.get());
  xmlTextWriterFlush(writer.get());
  return bytes;
}

}  // namespace trichyeu
