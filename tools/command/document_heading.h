// "document 2 of 3, pages 3-6": over what is printed of one of a file's documents.
#pragma once

#include <string>

#include "models/plan.h"

namespace trichyeu {

// A line of its own; empty where the file holds one document.
[[nodiscard]] std::string document_heading(const Plan& plan);

}  // namespace trichyeu
