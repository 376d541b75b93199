#include "models/formats/element.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <utility>

namespace trichyeu {
namespace {

// One character, or one byte that begins none.
struct Sequence {
  std::size_t bytes = 1;
  bool is_xml = false;  // XML 1.0, production 2 (Char), holds it
};

Sequence first_sequence(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {1, lead >= 0x20 || lead == '\t' || lead == '\n' || lead == '\r'};
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < size) return {};
  std::uint32_t point = lead & (0x7FU >> size);
  for (std::size_t at = 1; at < size; ++at) {
    if ((byte(at) & 0xC0U) != 0x80U) return {};
    point = point << 6U | (byte(at) & 0x3FU);
  }
  static constexpr std::array<std::uint32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
  const bool is_surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (point < smallest.at(size) || point > 0x10FFFF || is_surrogate) return {};
  return {size, point != 0xFFFE && point != 0xFFFF};
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  while (!text.empty()) {
    const Sequence first = first_sequence(text);
    safe += first.is_xml ? text.substr(0, first.bytes) : std::string_view("\uFFFD");
    text.remove_prefix(first.bytes);
  }
  return safe;
}

std::string decimal(double value, int decimals) {
  std::array<char, 400> digits{};
  const double finite = std::isfinite(value) ? value : 0;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), finite,
                                 std::chars_format::fixed, decimals);
  std::string text(digits.data(), end.ptr);
  if (text.front() == '-' && text.find_first_not_of("-0.") == std::string::npos) text.erase(0, 1);
  return text;
}

Element& Element::add(std::string_view child_name) {
  content.emplace_back(Element{child_name, {}, {}, false});
  return std::get<Element>(content.back());
}

void Element::add_text(std::string_view text) {
  mixed = true;
  if (!text.empty()) content.emplace_back(xml_text(text));
}

void Element::set(std::string_view attribute, std::string_view value) {
  if (!value.empty()) attributes.push_back({attribute, xml_text(value), Attribute::Type::text});
}

void Element::set_number(std::string_view attribute, std::size_t value) {
  attributes.push_back({attribute, std::to_string(value), Attribute::Type::number});
}

void Element::set_decimal(std::string_view attribute, double value, int decimals) {
  attributes.push_back({attribute, decimal(value, decimals), Attribute::Type::number});
}

void Element::set_true(std::string_view attribute, bool value) {
  if (value) attributes.push_back({attribute, "true", Attribute::Type::boolean});
}

}  // namespace trichyeu
