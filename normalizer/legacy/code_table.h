// Which letter stands for which bytes: legacy/letters.tsv and legacy/windows-1252.tsv.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

#include "normalizer/legacy/encoding.h"

namespace trichyeu {

class CodeTable {
 public:
  // Of an encoding with a column in letters.tsv: all but unicode and utf8.
  [[nodiscard]] static const CodeTable& of(Encoding encoding);

  // The letter, as UTF-8; empty where there is none.
  [[nodiscard]] std::string_view letter(std::uint8_t byte) const { return singles_[byte]; }
  [[nodiscard]] std::string_view letter(std::uint8_t first, std::uint8_t second) const;

 private:
  explicit CodeTable(std::size_t column);

  std::array<std::string_view, 256> singles_;
  std::map<std::uint16_t, std::string_view> pairs_;  // first byte high
};

// The byte that is shown as this code point; nothing for what no byte is shown as.
[[nodiscard]] std::optional<std::uint8_t> byte_shown_as(char32_t code_point);
[[nodiscard]] char32_t shown_for(std::uint8_t byte);

// What Windows-1252 shows for the byte that Windows-1258 shows as this; the same for most.
[[nodiscard]] char32_t reread(char32_t shown_by_windows_1258);

// Of 10000 letters of running text; 0 for what is no Vietnamese letter beyond ASCII.
[[nodiscard]] double frequency_of(char32_t letter);

}  // namespace trichyeu
