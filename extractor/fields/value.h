// Making a Value out of a span of the document's text.
#pragma once

#include <string>
#include <string_view>

#include "extractor/fields/fields.h"

namespace trichyeu {

// The span without blanks at its ends, and without the characters of `also` there.
[[nodiscard]] ByteSpan trimmed(ByteSpan bytes, std::string_view text, std::string_view also = {});

// The first `bytes` bytes of the text or fewer, never a part of a letter: enough to tell how a name
// begins, however long the text.
[[nodiscard]] std::string_view beginning_of(std::string_view text, std::size_t bytes);

// The words of the span on one line.
[[nodiscard]] std::string one_line(ByteSpan bytes, std::string_view text);

// The same of a value printed in pieces with other text between, which the repair names.
[[nodiscard]] Value value_of_pieces(const std::vector<ByteSpan>& pieces, const DocumentTree& tree,
                                    std::string_view rule, double confidence);

[[nodiscard]] Value value_of(ByteSpan bytes, const DocumentTree& tree, std::string_view rule,
                             double confidence);

// A match in a stretch that begins at `from_byte` of a text, as a span of that text.
[[nodiscard]] inline ByteSpan shifted(ByteSpan bytes, std::size_t from_byte) {
  return {bytes.from_byte + from_byte, bytes.to_byte + from_byte};
}

}  // namespace trichyeu
