// After the tables that Microsoft and Adobe publish for the fonts, as far as documents use them.
#include "extractor/read/symbol_font.h"

#include <algorithm>

#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

struct Symbol {
  char32_t letter;
  char32_t picture;
};

constexpr Symbol wingdings[] = {
    {0x28, U'☎'}, {0x2A, U'✉'}, {0x46, U'☞'}, {0x6C, U'●'}, {0x6E, U'■'}, {0x6F, U'□'},
    {0x71, U'❑'}, {0x75, U'◆'}, {0x76, U'❖'}, {0x77, U'⬥'}, {0x9F, U'•'}, {0xA1, U'○'},
    {0xA7, U'▪'}, {0xA8, U'◻'}, {0xAB, U'★'}, {0xD8, U'➢'}, {0xDF, U'←'}, {0xE0, U'→'},
    {0xE8, U'➔'}, {0xF0, U'⇨'}, {0xFB, U'✗'}, {0xFC, U'✓'}, {0xFD, U'☒'}, {0xFE, U'☑'},
};

constexpr Symbol wingdings_2[] = {
    {0x4F, U'✗'}, {0x50, U'✓'}, {0x52, U'☑'}, {0x97, U'●'}, {0xA2, U'■'}, {0xA3, U'□'},
};

constexpr Symbol symbol[] = {
    {0x2A, U'∗'}, {0x2D, U'−'}, {0xA3, U'≤'}, {0xA5, U'∞'}, {0xAC, U'←'}, {0xAE, U'→'},
    {0xB0, U'°'}, {0xB1, U'±'}, {0xB3, U'≥'}, {0xB4, U'×'}, {0xB7, U'•'}, {0xB9, U'≠'},
    {0xBA, U'≡'}, {0xBB, U'≈'}, {0xBC, U'…'}, {0xD7, U'⋅'}, {0xDB, U'⇔'}, {0xDE, U'⇒'},
};
constexpr std::u32string_view symbol_capitals = U"ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
constexpr std::u32string_view symbol_small = U"αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

template <std::size_t size>
char32_t found_in(const Symbol (&symbols)[size], char32_t letter) {
  const auto* found = std::find_if(std::begin(symbols), std::end(symbols),
                                   [&](const Symbol& one) { return one.letter == letter; });
  return found == std::end(symbols) ? 0 : found->picture;
}

char32_t in_symbol(char32_t letter) {
  if (letter >= U'A' && letter <= U'Z') return symbol_capitals[letter - U'A'];
  if (letter >= U'a' && letter <= U'z') return symbol_small[letter - U'a'];
  if (const char32_t picture = found_in(symbol, letter); picture != 0) return picture;
  return letter >= 0x20 && letter < 0x40 ? letter : 0;
}

}  // namespace

bool is_symbol_font(std::string_view font_name) {
  return font_name == "Symbol" || font_name == "Wingdings" || font_name == "Wingdings 2" ||
         font_name == "Wingdings 3" || font_name == "Webdings";
}

char32_t symbol_in_font(char32_t letter, std::string_view font_name) {
  constexpr char32_t private_use = 0xF000;
  if (letter >= private_use && letter <= private_use + 0xFF) letter -= private_use;
  if (font_name == "Symbol") return in_symbol(letter);
  if (font_name == "Wingdings") return found_in(wingdings, letter);
  if (font_name == "Wingdings 2") return found_in(wingdings_2, letter);
  return 0;
}

std::string with_symbols(std::string_view text, std::string_view font_name) {
  std::string out;
  for (std::size_t byte = 0; byte < text.size();) {
    const CodePoint here = code_point_at(text, byte);
    const char32_t picture = here.value > 0x20 ? symbol_in_font(here.value, font_name) : 0;
    append_utf8(out, picture != 0 ? picture : here.value);
    byte += here.bytes;
  }
  return out;
}

}  // namespace trichyeu
