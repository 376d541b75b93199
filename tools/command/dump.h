// What one stage of a conversion made, for people to read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extractor/convert.h"

namespace trichyeu {

enum class Stage {
  source,   // lines as read, with page and box
  normal,   // the normalised text
  zones,    // each block after its zone
  outline,  // blocks by their depth
  trace,    // each value after the rule that made it
};
[[nodiscard]] std::string_view name_of(Stage stage);
[[nodiscard]] std::optional<Stage> stage_of(std::string_view name);

// Of several documents one after the other, each under its heading.
[[nodiscard]] std::string dump(Stage stage, const Conversion& run);

}  // namespace trichyeu
