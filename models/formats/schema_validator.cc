// The schema is compiled for each document: it takes a few milliseconds and needs no shared state.
//
// libxml2 checks ids while it validates a tree, but what refers to them only in its DTD part, which
// knows the references that the schema's types have noted (xmlValidateDocumentFinal).
#include <libxml/parser.h>
#include <libxml/valid.h>
#include <libxml/xmlschemas.h>

#include <memory>

#include "models/embedded_file.h"
#include "models/formats/formats.h"
#include "models/formats/xml_document.h"

namespace trichyeu {
namespace {

template <auto free_function>
struct Free {
  template <typename Type>
  void operator()(Type* pointer) const {
    free_function(pointer);
  }
};

using SchemaParser = std::unique_ptr<xmlSchemaParserCtxt, Free<xmlSchemaFreeParserCtxt>>;
using Schema = std::unique_ptr<xmlSchema, Free<xmlSchemaFree>>;
using SchemaValidator = std::unique_ptr<xmlSchemaValidCtxt, Free<xmlSchemaFreeValidCtxt>>;
using ReferenceValidator = std::unique_ptr<xmlValidCtxt, Free<xmlFreeValidCtxt>>;

void note_problem(void* problems, xmlError* error) {
  static_cast<std::vector<std::string>*>(problems)->push_back(
      problem_line(error->line, error->message));
}

Schema compiled_schema(std::vector<std::string>& problems) {
  const std::string_view schema = plan_schema();
  const SchemaParser parser(
      xmlSchemaNewMemParserCtxt(schema.data(), static_cast<int>(schema.size())));
  xmlSchemaSetParserStructuredErrors(parser.get(), note_problem, &problems);
  return Schema(xmlSchemaParse(parser.get()));
}

// The functions that libxml2's DTD part reports by take no structured errors of one context.
void check_references(xmlDoc* document, std::vector<std::string>& problems) {
  const ReferenceValidator validator(xmlNewValidCtxt());
  xmlSetStructuredErrorFunc(&problems, note_problem);
  xmlValidateDocumentFinal(validator.get(), document);
  xmlSetStructuredErrorFunc(nullptr, nullptr);
}

}  // namespace

std::string_view plan_schema() { return embedded_file("plan-1.xsd"); }

std::string_view plan_json_schema() { return embedded_file("plan-1.schema.json"); }

std::vector<std::string> validate_xml(std::string_view xml) {
  const Result<XmlDocument> document = parse_xml(xml);
  if (!document) return {document.error().message};
  std::vector<std::string> problems;
  const Schema schema = compiled_schema(problems);
  if (!schema) return problems;
  const SchemaValidator validator(xmlSchemaNewValidCtxt(schema.get()));
  xmlSchemaSetValidStructuredErrors(validator.get(), note_problem, &problems);
  const int verdict = xmlSchemaValidateDoc(validator.get(), document->get());
  check_references(document->get(), problems);
  if (verdict != 0 && problems.empty()) problems.emplace_back("line 1: it could not be validated");
  return problems;
}

}  // namespace trichyeu
