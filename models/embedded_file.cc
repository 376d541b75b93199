#include "models/embedded_file.h"

#include "trichyeu_models_embedded.h"

namespace trichyeu {

std::string_view embedded_file(std::string_view name) { return trichyeu_models::file_named(name); }

}  // namespace trichyeu
