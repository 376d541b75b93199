#include "extractor/read/text_layer.h"

#include <poppler/cpp/poppler-page.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "extractor/read/drawn_accents.h"
#include "extractor/read/glued_words.h"
#include "extractor/read/symbol_font.h"

namespace trichyeu {
namespace {

constexpr int scant_letters = 200;     // an electronic signature's note has about 150
constexpr double garbage_share = 0.3;  // of the letters and signs that no Vietnamese text has
constexpr double smallest_font = 1;    // points; some producers write 1 and scale the page
constexpr double no_blank = 0.1;       // em; the narrowest blank of a squeezed line has 0.15

std::string utf8_of(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString units_of(const poppler::ustring& text) {
  return {reinterpret_cast<const char16_t*>(text.data()), static_cast<int32_t>(text.size())};
}

// What is left once legacy fonts are decoded: in those, a soft hyphen is a letter.
std::string without_controls(const std::string& text) {
  icu::UnicodeString kept;
  const icu::UnicodeString all = icu::UnicodeString::fromUTF8(text);
  for (int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1)) {
    const UChar32 c = all.char32At(i);
    if (!u_iscntrl(c) && !u_isUWhiteSpace(c)) kept.append(c);
  }
  return utf8_of(kept);
}

// Pictures come as letters of their font: "§" of Wingdings is a bullet. Of Symbol, Poppler knows
// what it can.
char32_t seen(char32_t letter, const std::string& font) {
  constexpr char32_t private_use = 0xE000, private_use_end = 0xF900;
  const std::string_view family = family_of_font(font);
  const bool wingdings = family.substr(0, 9) == "Wingdings";
  const bool is_private = letter >= private_use && letter < private_use_end;
  if (!wingdings && !(is_private && family.substr(0, 6) == "Symbol")) return letter;
  const char32_t picture = symbol_in_font(letter, wingdings ? family : "Symbol");
  return picture != 0 ? picture : letter;
}

// The letters of a word, those of legacy fonts as they stand: there a sign may be one.
std::vector<DrawnCharacter> characters_of(const poppler::text_box& box) {
  const icu::UnicodeString text = units_of(box.text());
  std::vector<DrawnCharacter> characters;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const double left = box.char_bbox(characters.size()).left();
    characters.push_back({static_cast<char32_t>(text.char32At(i)), left});
  }
  if (box.has_font_info() && encoding_of_font(box.get_font_name()).encoding == Encoding::unicode)
    join_drawn_accents(characters, box.get_font_size());
  return characters;
}

// A word may begin in one font and end in another: "Ủ" in .VnTimeH, "y" in .VnTime.
std::vector<FontRun> runs_of(const poppler::text_box& box) {
  std::vector<FontRun> runs;
  int index = 0;
  for (const DrawnCharacter& character : characters_of(box)) {
    const std::string font = box.has_font_info() ? box.get_font_name(index) : std::string();
    if (runs.empty() || runs.back().font != font) runs.push_back({{}, font});
    const auto letter = static_cast<UChar32>(seen(character.value, font));
    runs.back().text += utf8_of(icu::UnicodeString(letter));
    ++index;
  }
  return runs;
}

bool names(const std::string& font, std::string_view style) {
  return font.find(style) != std::string::npos;
}

PageWord word_of(const poppler::text_box& box) {
  PageWord word;
  const poppler::rectf at = box.bbox();
  word.box = {at.left(), at.top(), at.right(), at.bottom()};
  word.reach = word.box;
  const double size = box.has_font_info() ? box.get_font_size() : word.box.height();
  word.font_size = std::max(smallest_font, size);
  const std::string font = box.has_font_info() ? box.get_font_name() : std::string();
  word.bold =
      names(font, "Bold") || names(font, "bold") || names(font, "Black") || names(font, "Heavy");
  word.italic = names(font, "Italic") || names(font, "italic") || names(font, "Oblique");
  word.joined = !box.has_space_after();
  return word;
}

// The same word, in another font or size: no blank between, and beside it. At a line's end there is
// no blank either.
bool goes_on(const PageWord& word, const poppler::text_box& next) {
  const poppler::rectf at = next.bbox();
  const bool same_line = at.top() < word.box.bottom && word.box.top < at.bottom();
  return word.joined && same_line && at.left() < word.box.right + word.font_size;
}

// Letters that a font lacks come from another one, a little apart: "th" + "ự" + "c". Poppler takes
// that for a blank.
bool closes_up(const PageWord& word, const std::string& font, const poppler::text_box& next,
               const std::string& next_font) {
  const poppler::rectf at = next.bbox();
  const bool same_line = at.top() < word.box.bottom && word.box.top < at.bottom();
  const double gap = at.left() - word.box.right;
  return same_line && font != next_font && std::abs(gap) < no_blank * word.font_size;
}

// Latin letters and the signs of printed text; legacy Vietnamese fonts show as Latin-1.
bool is_usual(UChar32 c) {
  if (u_isalpha(c)) {
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &error);
    return script == USCRIPT_LATIN || script == USCRIPT_COMMON || script == USCRIPT_INHERITED ||
           script == USCRIPT_GREEK;
  }
  const int8_t kind = u_charType(c);
  return c != 0xFFFD && kind != U_PRIVATE_USE_CHAR && kind != U_UNASSIGNED &&
         kind != U_CONTROL_CHAR && kind != U_SURROGATE;
}

}  // namespace

TextLayer text_layer_of(const poppler::page& page) {
  TextLayer layer;
  std::vector<FontRun> runs;
  std::vector<std::size_t> words;  // which word each run is of
  for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
    std::vector<FontRun> own = runs_of(box);
    if (!runs.empty() && !own.empty() &&
        closes_up(layer.words.back(), runs.back().font, box, own.front().font))
      layer.words.back().joined = true;
    if (!runs.empty() && !goes_on(layer.words.back(), box)) runs.back().text += ' ';
    for (FontRun& run : own) {
      runs.push_back(std::move(run));
      words.push_back(layer.words.size());
    }
    layer.words.push_back(word_of(box));
  }
  DecodedRuns decoded = decode_runs(runs);
  for (std::size_t i = 0; i < runs.size(); ++i)
    layer.words[words[i]].text += without_controls(decoded.runs[i].text);
  std::erase_if(layer.words, [](const PageWord& word) { return word.text.empty(); });
  layer.mends = part_glued_words(layer.words);
  layer.encodings = std::move(decoded.uses);
  return layer;
}

std::vector<PageWord> words_besides(const TextLayer& layer, const TextLayer& other) {
  const auto key = [](const PageWord& word) {
    return std::tuple(std::lround(word.box.left), std::lround(word.box.top), word.text);
  };
  std::multiset<std::tuple<long, long, std::string>> known;
  for (const PageWord& word : other.words) known.insert(key(word));
  std::vector<PageWord> besides;
  for (const PageWord& word : layer.words) {
    const auto found = known.find(key(word));
    if (found == known.end()) {
      besides.push_back(word);
    } else {
      known.erase(found);
    }
  }
  return besides;
}

std::string label_of(const poppler::page& page) {
  return without_controls(utf8_of(units_of(page.label())));
}

LayerQuality quality_of(const std::vector<PageWord>& words) {
  int letters = 0, all = 0, unusual = 0;
  for (const PageWord& word : words) {
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(word.text);
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
      const UChar32 c = text.char32At(i);
      letters += u_isalnum(c) ? 1 : 0;
      unusual += is_usual(c) ? 0 : 1;
      ++all;
    }
  }
  if (all > 0 && unusual > garbage_share * all) return LayerQuality::garbage;
  return letters < scant_letters ? LayerQuality::scant : LayerQuality::good;
}

}  // namespace trichyeu
