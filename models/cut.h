// Lists in data files, line by line and cell by cell.
#pragma once

#include <string_view>

namespace trichyeu {

// Cuts what stands before the first `separator` off `rest`, the separator with it; all of `rest`
// where it has none.
std::string_view cut(std::string_view& rest, char separator);

}  // namespace trichyeu
