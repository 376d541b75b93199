// The data files of this folder, which are part of the program.
#pragma once

#include <string_view>

namespace trichyeu {

// The bytes of models/NAME or models/FOLDER/NAME; empty where there is none.
[[nodiscard]] std::string_view embedded_file(std::string_view name);

}  // namespace trichyeu
