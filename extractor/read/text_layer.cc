#include "extractor/read/text_layer.h"

#include <poppler/cpp/poppler-page.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <string>

namespace trichyeu {
namespace {

constexpr int scant_letters = 200;     // an electronic signature's note has about 150
constexpr double garbage_share = 0.3;  // of the letters and signs that no Vietnamese text has
constexpr double smallest_font = 1;    // points; some producers write 1 and scale the page

std::string utf8_of(const poppler::ustring& text) {
  icu::UnicodeString kept;
  const icu::UnicodeString all(reinterpret_cast<const char16_t*>(text.data()),
                               static_cast<int32_t>(text.size()));
  for (int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1)) {
    const UChar32 c = all.char32At(i);
    if (!u_iscntrl(c) && !u_isUWhiteSpace(c)) kept.append(c);
  }
  std::string out;
  kept.toUTF8String(out);
  return out;
}

bool names(const std::string& font, std::string_view style) {
  return font.find(style) != std::string::npos;
}

PageWord word_of(const poppler::text_box& box) {
  PageWord word;
  word.text = utf8_of(box.text());
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

std::vector<PageWord> layer_words(const poppler::page& page) {
  std::vector<PageWord> words;
  for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
    PageWord word = word_of(box);
    if (!word.text.empty()) words.push_back(std::move(word));
  }
  return words;
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
