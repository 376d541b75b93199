// Names of files may hold line ends, control characters and bytes that are no UTF-8. On one line of
// a terminal or a log they are written as C would: "a\nb.pdf", "\xff.doc".
#pragma once

#include <string>
#include <string_view>

namespace trichyeu {

// One line of UTF-8. A backslash that the name holds stays single: this is for reading.
[[nodiscard]] std::string printable(std::string_view name);

}  // namespace trichyeu
