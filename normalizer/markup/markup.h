// The kinds of markup that drop_markup (normalizer/steps.h) drops, one function each.
#pragma once

#include <string_view>

#include "models/offset_map.h"

namespace trichyeu {

// "1\. Rà soát" -> "1. Rà soát"; a backslash that breaks a line.
[[nodiscard]] Rewrite drop_escapes(std::string_view text);

// "<http://a.vn>" -> "http://a.vn"; "[Phụ lục](http://a.vn)" -> "Phụ lục"; "<br>" -> a blank.
[[nodiscard]] Rewrite drop_links(std::string_view text);

// "**KẾ HOẠCH**" -> "KẾ HOẠCH", "*Sản phẩm*: …" -> "Sản phẩm: …".
[[nodiscard]] Rewrite drop_emphasis(std::string_view text);

// "## I. MỤC TIÊU" -> "I. MỤC TIÊU"; rules and fences leave an empty line.
[[nodiscard]] Rewrite drop_line_marks(std::string_view text);

// "_____", "-----": a rule drawn with letters leaves an empty line, in any file.
[[nodiscard]] Rewrite drop_rules(std::string_view text);

}  // namespace trichyeu
