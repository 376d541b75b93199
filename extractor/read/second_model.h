// Which of Tesseract's models helps another one.
#pragma once

#include <string>

namespace trichyeu {

// The package of Debian that holds it.
inline constexpr const char* second_model_package = "tesseract-ocr-script-viet";

// The model of the script beside that of Vietnamese ("vie"), as Tesseract names it: "Vietnamese".
// Empty for other models, and where `folder`, of the first model's data, holds none.
[[nodiscard]] std::string second_model_of(const std::string& model, const std::string& folder);

}  // namespace trichyeu
