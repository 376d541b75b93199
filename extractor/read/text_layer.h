// A PDF page's own text: its words, whether they are worth reading, and its label.
#pragma once

#include <string>
#include <vector>

#include "extractor/read/page_lines.h"
#include "extractor/read/word_mender.h"
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
  std::vector<Mend> mends;             // of words that it runs together
  std::vector<EncodingUse> encodings;  // of fonts without Unicode, which is what the words are in
};
[[nodiscard]] TextLayer text_layer_of(const poppler::page& page);

// The words of `layer` that `other` has not at the same place.
[[nodiscard]] std::vector<PageWord> words_besides(const TextLayer& layer, const TextLayer& other);

// What the file calls the page: "ii", "PL-3", else its number.
[[nodiscard]] std::string label_of(const poppler::page& page);

[[nodiscard]] LayerQuality quality_of(const std::vector<PageWord>& words);

}  // namespace trichyeu
