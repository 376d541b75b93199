// Where LibreOffice is.
#pragma once

#include <optional>
#include <string>

namespace trichyeu {

// The program, with its path; nothing where it, or its Writer, is not installed.
[[nodiscard]] std::optional<std::string> office_program();

}  // namespace trichyeu
