// Fonts whose letters are pictures: bullets, ticks, arrows.
#pragma once

#include <string>
#include <string_view>

namespace trichyeu {

// Symbol, Wingdings and their kin.
[[nodiscard]] bool is_symbol_font(std::string_view font_name);

// What stands for a letter of a symbol font, given as itself or as U+F000 plus itself, in Unicode;
// 0 where Unicode's picture is not known here.
[[nodiscard]] char32_t symbol_in_font(char32_t letter, std::string_view font_name);

// Every letter of `text` (UTF-8) that the font draws as a known picture.
[[nodiscard]] std::string with_symbols(std::string_view text, std::string_view font_name);

}  // namespace trichyeu
