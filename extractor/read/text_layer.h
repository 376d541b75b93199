// A PDF page's own text: its words, and whether they are worth reading.
#pragma once

#include <vector>

#include "extractor/read/page_lines.h"
#include "normalizer/legacy/legacy.h"

namespace poppler {
class page;
}

namespace trichyeu {

enum class LayerQuality {
  good,
  scant,    // a stamp's or a page number's worth: the page itself may be an image
  garbage,  // a font without a sound table of characters: letters of other scripts, private use
};

struct TextLayer {
  std::vector<PageWord> words;         // boxes in points from the displayed page's top left corner
  std::vector<EncodingUse> encodings;  // of fonts without Unicode, which is what the words are in
};
[[nodiscard]] TextLayer text_layer_of(const poppler::page& page);

[[nodiscard]] LayerQuality quality_of(const std::vector<PageWord>& words);

}  // namespace trichyeu
