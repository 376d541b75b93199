// Names of files may hold line ends, control characters and bytes that are no UTF-8. On one line of
// a terminal or a log they are written as C would: "a\nb.pdf", "\xff.doc".
#pragma once

#include <string>
#include <string_view>

namespace trichyeu {

// One line of UTF-8. A backslash that the name holds stays single: this is for reading.
[[nodiscard]] std::string printable(std::string_view name);

// A file's name as outputs show it: UTF-8 that may stand in XML. What cannot is U+FFFD.
[[nodiscard]] std::string shown_name_of(std::string_view file_name);

}  // namespace trichyeu
