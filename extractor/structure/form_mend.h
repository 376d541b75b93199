// One change of what was recognised, by what a form has in that place.
#pragma once

#include <string>

#include "models/span.h"

namespace trichyeu {

struct FormMend {
  ByteSpan bytes;       // of the line that it was found in; may not be empty
  std::string meant;    // what stands there instead; empty: nothing
  std::string because;  // what bears it out: "Đơn vị chủ trì:"
};

}  // namespace trichyeu
