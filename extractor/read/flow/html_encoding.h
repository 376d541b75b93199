// The bytes of an HTML file as UTF-8, as browsers find the encoding (HTML 13.2.3.2).
#pragma once

#include <string>
#include <string_view>

#include "models/result.h"

namespace trichyeu {

// In order: a byte order mark, what a meta element near the start says, UTF-8 where the bytes are
// valid UTF-8, else windows-1252, as which pages in Vietnamese encodings are shown (flow_encoding.h
// turns those into Unicode). A meta element that claims a UTF-16 or an unknown encoding is passed
// over. Letters that the encoding has not become U+FFFD; zero bytes are dropped.
[[nodiscard]] Result<std::string> html_as_utf8(std::string_view bytes);

}  // namespace trichyeu
