#include "extractor/fields/value.h"

#include <algorithm>

namespace trichyeu {

ByteSpan trimmed(ByteSpan bytes, std::string_view text, std::string_view also) {
  const auto drops = [&](char c) { return c == ' ' || c == '\n' || also.find(c) != std::string_view::npos; };
  while (!bytes.empty() && drops(text[bytes.from_byte])) ++bytes.from_byte;
  while (!bytes.empty() && drops(text[bytes.to_byte - 1])) --bytes.to_byte;
  return bytes;
}

std::string one_line(ByteSpan bytes, std::string_view text) {
  std::string line(trimmed(bytes, text).of(text));
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
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
