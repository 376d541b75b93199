// How the command speaks of what is wrong: one line on standard error.
//
//   trichyeu: ke-hoach.pdf: it is encrypted. Remove its password first. (encrypted)
#pragma once

#include <string>
#include <string_view>

#include "models/result.h"

namespace trichyeu {

[[nodiscard]] std::string complaint(std::string_view subject, const Error& error);
void complain(std::string_view subject, const Error& error);

}  // namespace trichyeu
