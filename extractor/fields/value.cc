#include "extractor/fields/value.h"

#include <algorithm>

#include "normalizer/utf8.h"

namespace trichyeu {

ByteSpan trimmed(ByteSpan bytes, std::string_view text, std::string_view also) {
  const auto drops = [&](CodePoint c) {
    if (c.value == ' ' || c.value == '\n') return true;
    for (std::size_t at = 0; at < also.size(); at += code_point_at(also, at).bytes) {
      if (code_point_at(also, at).value == c.value) return true;
    }
    return false;
  };
  while (!bytes.empty()) {
    const CodePoint first = code_point_at(text, bytes.from_byte);
    if (!drops(first)) break;
    bytes.from_byte += first.bytes;
  }
  while (!bytes.empty()) {
    const CodePoint last = code_point_before(text, bytes.to_byte);
    if (!drops(last)) break;
    bytes.to_byte -= last.bytes;
  }
  return bytes;
}

std::string_view beginning_of(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  return text.substr(0, bytes);
}

std::string one_line(ByteSpan bytes, std::string_view text) {
  std::string line(trimmed(bytes, text).of(text));
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

Value value_of_pieces(const std::vector<ByteSpan>& pieces, const DocumentTree& tree,
                      std::string_view rule, double confidence) {
  Value value = value_of({pieces.front().from_byte, pieces.back().to_byte}, tree, rule, confidence);
  std::string words, left_out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0) {
      words += ' ';
      const std::string between = one_line({pieces[i - 1].to_byte, pieces[i].from_byte}, tree.text);
      if (!between.empty()) left_out += (left_out.empty() ? "“" : ", “") + between + "”";
    }
    words += one_line(pieces[i], tree.text);
  }
  value.text = std::move(words);
  if (!left_out.empty()) value.repair = left_out + " left out";
  return value;
}

Value value_of(ByteSpan bytes, const DocumentTree& tree, std::string_view rule, double confidence) {
  Value value;
  bytes = trimmed(bytes, tree.text);
  value.text = one_line(bytes, tree.text);
  value.place = place_of(bytes, tree);
  value.rule = std::string(rule);
  value.confidence = confidence;
  return value;
}

}  // namespace trichyeu
