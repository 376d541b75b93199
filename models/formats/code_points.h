// Offsets of one text, in bytes of UTF-8 and in Unicode code points.
//
//   text          "Số 8"        S  ố(3 bytes)  blank  8
//   bytes          0 1 4 5 6
//   code points    0 1 2 3 4
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace trichyeu {

// Built once a text, in one pass; every look-up then costs the same wherever it points.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);  // valid UTF-8; outlives this

  // Code points before `byte`. Past the end counts as the end.
  [[nodiscard]] std::size_t before_byte(std::size_t byte) const;
  // Where the code point begins. Past the end counts as the end.
  [[nodiscard]] std::size_t byte_of(std::size_t code_point) const;

 private:
  std::string_view text_;
  // Code points before each stretch of equal size in bytes.
  std::vector<std::size_t> before_stretch_;
};

}  // namespace trichyeu
