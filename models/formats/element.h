// Names, attributes, text and order of the XML contract, before they are bytes: what the formats
// that keep them have in common.
//
//   <citation id="c1" from="310" to="381">Kế hoạch số 12/KH-UBND</citation>
//   Element{"citation", {{"id", "c1"}, {"from", "310", number}, …}, {"Kế hoạch số 12/KH-UBND"}}
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace trichyeu {

struct Attribute {
  enum class Type { text, number, numbers, boolean };  // `numbers`: parted by one blank
  std::string_view name;                               // a literal
  std::string value;                                   // in the C locale
  Type type = Type::text;
};

struct Element {
  using Content = std::variant<std::string, Element>;

  std::string_view name;  // a literal
  std::vector<Attribute> attributes;
  std::vector<Content> content;
  bool mixed = false;  // holds text, so that no blank may be added between its parts

  // The new child; valid until the next one is added.
  Element& add(std::string_view child_name);
  // Text, as xml_text() gives it; so do attributes.
  void add_text(std::string_view text);

  // Sets an attribute; an empty text and `false` are left out.
  void set(std::string_view attribute, std::string_view value);
  void set_number(std::string_view attribute, std::size_t value);
  void set_decimal(std::string_view attribute, double value, int decimals);
  void set_true(std::string_view attribute, bool value);
};

// `text` with U+FFFD for each character that XML 1.0 cannot hold and each byte that is not UTF-8.
[[nodiscard]] std::string xml_text(std::string_view text);

// `value` with `decimals` digits after the point, in the C locale; never "-0.0".
[[nodiscard]] std::string decimal(double value, int decimals);

}  // namespace trichyeu
