// What every rule file and word list must be before it is read: text of a sane size.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "models/result.h"

namespace trichyeu {

inline constexpr std::size_t largest_rule_file_bytes = std::size_t{4} << 20;

// Too large, not UTF-8 or not NFC; the error names file, line and what to do.
[[nodiscard]] std::optional<Error> form_error(std::string_view text, std::string_view file);

}  // namespace trichyeu
