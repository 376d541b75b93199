// A plan in the XML contract's shape.
#pragma once

#include <string_view>

#include "models/formats/code_points.h"
#include "models/formats/element.h"
#include "models/plan.h"

namespace trichyeu {

// The whole of it; diagnostics are worded in `language`.
[[nodiscard]] Element plan_element(const Plan& plan, std::string_view language);

// Its <body>: zones, sections, paragraphs, tables and marks, with a <ref> where a citation stands.
[[nodiscard]] Element body_element(const DocumentTree& tree,
                                   const std::vector<Citation>& citations);

// "left top right bottom" in points.
void set_box(Element& element, const Box& box);

}  // namespace trichyeu
