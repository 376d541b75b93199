#include "extractor/read/second_model.h"

#include <filesystem>
#include <system_error>

namespace trichyeu {

std::string second_model_of(const std::string& model, const std::string& folder) {
  if (model != "vie") return "";
  // Debian keeps it beside the others, Tesseract itself in a folder of scripts.
  for (const char* name : {"Vietnamese", "script/Vietnamese"}) {
    const std::filesystem::path data =
        std::filesystem::path(folder) / (std::string(name) + ".traineddata");
    std::error_code none;
    if (std::filesystem::exists(data, none)) return name;
  }
  return "";
}

}  // namespace trichyeu
