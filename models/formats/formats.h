// A plan as bytes, and back. One file each beside this header: a new format is a new file.
//
// Offsets leave as Unicode code points of the document's text, numbers in the C locale, so that
// the same plan gives the same bytes everywhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/plan.h"
#include "models/result.h"

namespace trichyeu {

// The XML contract (schema/plan-1.xsd): UTF-8, indented, diagnostics worded in `language`.
[[nodiscard]] std::string to_xml(const Plan& plan, std::string_view language = "vi");
// The same content and names as JSON.
[[nodiscard]] std::string to_json(const Plan& plan, std::string_view language = "vi");
// The same on one line, which ends with U+000A: lines of many plans make a file of JSON Lines.
[[nodiscard]] std::string to_json_line(const Plan& plan, std::string_view language = "vi");
// The document's text: every heading, paragraph and cell on its own line.
[[nodiscard]] std::string to_text(const Plan& plan);

// Fails with invalid_xml where `xml` is no plan of this schema's major version. What an XML cannot
// carry (words' boxes) is empty; to_xml(from_xml(x)) == x for every x written by to_xml.
[[nodiscard]] Result<Plan> from_xml(std::string_view xml);

// Problems against the built-in schema, one line each ("line 12: …"); empty when valid. Entities
// are not expanded and nothing is fetched.
[[nodiscard]] std::vector<std::string> validate_xml(std::string_view xml);
// The schemas' own texts: XSD 1.0 of the XML, JSON Schema 2020-12 of the JSON.
[[nodiscard]] std::string_view plan_schema();
[[nodiscard]] std::string_view plan_json_schema();

}  // namespace trichyeu
