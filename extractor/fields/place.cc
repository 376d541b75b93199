#include <algorithm>

#include "extractor/fields/fields.h"

namespace trichyeu {

Place place_of(ByteSpan bytes, const DocumentTree& tree) {
  Place place;
  place.bytes = bytes;
  if (tree.blocks.empty()) return place;
  const Block& block = tree.block_at(bytes.from_byte);
  place.block = block.id;
  place.page = block.page;
  auto word = std::lower_bound(
      tree.words.begin(), tree.words.end(), bytes.from_byte,
      [](const PlacedWord& w, std::size_t byte) { return w.bytes.to_byte <= byte; });
  for (; word != tree.words.end() && word->bytes.from_byte < bytes.to_byte; ++word) {
    if (place.boxes.empty() || place.boxes.back().page != word->page) {
      place.boxes.push_back({word->page, word->box});
    } else {
      place.boxes.back().box = place.boxes.back().box.united(word->box);
    }
  }
  if (!place.boxes.empty()) place.page = place.boxes.front().page;
  return place;
}

}  // namespace trichyeu
