// Numbers that a row or an item of a list prints.
#pragma once

#include <string_view>

namespace trichyeu {

// "12", "12." -> 12; 0 for all else, what does not fit an int too.
[[nodiscard]] int plain_number(std::string_view text);

}  // namespace trichyeu
