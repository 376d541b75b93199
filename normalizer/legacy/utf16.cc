#include "normalizer/legacy/utf16.h"

#include <algorithm>
#include <cstdint>

#include "normalizer/utf8.h"

namespace trichyeu {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t told_within = 4096;        // bytes
constexpr std::size_t least_share_of_zeros = 5;  // one in so many units; blanks alone are that

char16_t unit_at(std::string_view bytes, std::size_t at, ByteOrder order) {
  const auto first = static_cast<std::uint8_t>(bytes[at]);
  const auto second = static_cast<std::uint8_t>(bytes[at + 1]);
  const bool little = order == ByteOrder::little_endian;
  return static_cast<char16_t>(little ? second << 8U | first : first << 8U | second);
}

bool is_high(char16_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(char16_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

bool is_control(char16_t unit) {
  return unit < 0x20 &&
         std::u16string_view(u"\t\n\v\f\r\x1A").find(unit) == std::u16string_view::npos;
}

// The line end read the wrong way round is U+0A00, which is no character.
bool is_text(std::string_view bytes, ByteOrder order) {
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const char16_t unit = unit_at(bytes, at, order);
    if (is_control(unit) || unit == 0x0A00 || unit == 0xFFFE || unit == 0xFFFF) return false;
  }
  return true;
}

}  // namespace

std::string_view name_of(ByteOrder order) {
  return order == ByteOrder::little_endian ? "UTF-16LE" : "UTF-16BE";
}

std::optional<ByteOrder> utf16_order_of(std::string_view bytes) {
  if (bytes.substr(0, 2) == "\xFF\xFE"sv) return ByteOrder::little_endian;
  if (bytes.substr(0, 2) == "\xFE\xFF"sv) return ByteOrder::big_endian;
  const std::string_view window = bytes.substr(0, told_within);
  std::size_t zeros[2] = {0, 0};
  for (std::size_t at = 0; at < window.size(); ++at) zeros[at % 2] += window[at] == '\0' ? 1U : 0U;
  const ByteOrder order = zeros[1] > zeros[0] ? ByteOrder::little_endian : ByteOrder::big_endian;
  const std::size_t units = window.size() / 2;
  const bool enough = std::max(zeros[0], zeros[1]) * least_share_of_zeros >= units && units > 1;
  if (!enough || std::min(zeros[0], zeros[1]) > 0 || bytes.size() % 2 != 0) return std::nullopt;
  return is_text(window, order) ? std::optional(order) : std::nullopt;
}

Utf16Text decode_utf16(std::string_view bytes, ByteOrder order) {
  Utf16Text done;
  done.text.reserve(bytes.size());
  std::size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    char32_t value = unit_at(bytes, at, order);
    if (at == 0 && value == 0xFEFF) continue;
    const bool pair = is_high(static_cast<char16_t>(value)) && at + 3 < bytes.size() &&
                      is_low(unit_at(bytes, at + 2, order));
    if (pair) {
      value = 0x10000 + ((value - 0xD800) << 10U) + (unit_at(bytes, at + 2, order) - 0xDC00U);
      at += 2;
    } else if (value >= 0xD800 && value < 0xE000) {
      value = 0xFFFD;
      ++done.unknown;
    }
    append_utf8(done.text, value);
  }
  if (at < bytes.size()) {
    append_utf8(done.text, 0xFFFD);
    ++done.unknown;
  }
  return done;
}

}  // namespace trichyeu
