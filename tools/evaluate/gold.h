// What a document must yield: a plan that a person has corrected.
//
//   ke-hoach.xml   an output of trichyeu, corrected; everything in it counts
//   gold.json      an annotation: {"header": {"number": …}, "citations": […], "tasks": […]},
//                  fields named as in the XML; "optional": true on what costs nothing, found or
//                  not; "handwritten" in the header names fields that may be left out, but not
//                  be wrong
//
// Places are not compared: an annotation has none.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "models/plan.h"
#include "models/result.h"

namespace trichyeu {

struct Gold {
  Plan plan;
  std::set<std::string> header;       // names of the header fields that count, empty ones included
  std::set<std::string> handwritten;  // of these, those that may be left out
  std::set<std::string> optional;     // ids of citations and tasks
};

// Fails with invalid_xml.
[[nodiscard]] Result<Gold> gold_from_xml(std::string_view xml);
// Fails with damaged where `json` is no annotation.
[[nodiscard]] Result<Gold> gold_from_json(std::string_view json);

}  // namespace trichyeu
