// The text is cut into stretches of equal size, and the code points before each are noted. A
// look-up counts inside one stretch only.
#include "models/formats/code_points.h"

#include <algorithm>
#include <iterator>

namespace trichyeu {
namespace {

constexpr std::size_t stretch_bytes = 64;

bool begins_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

std::size_t count_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_code_point));
}

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at <= text.size(); at += stretch_bytes) {
    before_stretch_.push_back(count);
    count += count_in(text.substr(at, stretch_bytes));
  }
}

std::size_t CodePoints::before_byte(std::size_t byte) const {
  const std::size_t end = std::min(byte, text_.size());
  const std::size_t stretch = end / stretch_bytes;
  const std::size_t begin = stretch * stretch_bytes;
  return before_stretch_[stretch] + count_in(text_.substr(begin, end - begin));
}

std::size_t CodePoints::byte_of(std::size_t code_point) const {
  const auto after = std::upper_bound(before_stretch_.begin(), before_stretch_.end(), code_point);
  const auto stretch = static_cast<std::size_t>(std::distance(before_stretch_.begin(), after)) - 1;
  std::size_t left = code_point - before_stretch_[stretch];
  for (std::size_t at = stretch * stretch_bytes; at < text_.size(); ++at) {
    if (!begins_code_point(text_[at])) continue;
    if (left == 0) return at;
    --left;
  }
  return text_.size();
}

}  // namespace trichyeu
