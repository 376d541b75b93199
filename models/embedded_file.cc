#include "models/embedded_file.h"

#include "trichyeu_models_embedded.h"

namespace trichyeu {

std::string_view embedded_file(std::string_view name) {
  for (const auto& [file, bytes] : trichyeu_models::embedded_files()) {
    if (file == name) return bytes;
  }
  return {};
}

}  // namespace trichyeu
