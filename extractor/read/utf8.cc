#include "extractor/read/utf8.h"

#include <cstdint>
#include <cstring>

namespace trichyeu {
namespace {

// Eight ASCII bytes at once.
bool all_ascii(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return (word & 0x8080808080808080U) == 0;
}

struct Sequence {
  std::size_t size = 0;  // 0: no sequence begins with this byte
  unsigned char second_from = 0x80;
  unsigned char second_to = 0xBF;
};

// Table 3-7 of the Unicode Standard, "Well-Formed UTF-8 Byte Sequences".
Sequence sequence_of(unsigned char lead) {
  if (lead < 0x80) return {1};
  if (lead >= 0xC2 && lead <= 0xDF) return {2};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {3};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {4};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {};
}

bool well_formed(std::string_view text, const Sequence& sequence) {
  if (sequence.size == 0 || sequence.size > text.size()) return false;
  for (std::size_t i = 1; i < sequence.size; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const unsigned char from = i == 1 ? sequence.second_from : 0x80;
    const unsigned char to = i == 1 ? sequence.second_to : 0xBF;
    if (byte < from || byte > to) return false;
  }
  return true;
}

}  // namespace

std::optional<std::size_t> first_invalid_byte(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (at + 8 <= text.size() && all_ascii(text.data() + at)) {
      at += 8;
      continue;
    }
    const Sequence sequence = sequence_of(static_cast<unsigned char>(text[at]));
    if (!well_formed(text.substr(at), sequence)) return at;
    at += sequence.size;
  }
  return std::nullopt;
}

std::optional<std::size_t> first_binary_byte(std::string_view bytes) {
  constexpr std::string_view controls_of_texts = "\b\t\n\v\f\r\x1A\x1B";
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte < 0x20 && controls_of_texts.find(bytes[at]) == std::string_view::npos) return at;
  }
  return std::nullopt;
}

std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (text.substr(0, mark.size()) == mark) text.remove_prefix(mark.size());
  return text;
}

}  // namespace trichyeu
