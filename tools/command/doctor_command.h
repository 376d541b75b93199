// trichyeu doctor: which parts are there, and how to get what is missing.
#pragma once

#include <string>

namespace trichyeu {

// The exit code: exit_not_ready where something is missing.
[[nodiscard]] int doctor_command(const std::string& ocr_language, const std::string& tessdata,
                                 const std::string& grammar_folder);

}  // namespace trichyeu
