#include "normalizer/numbers.h"

#include <charconv>

namespace trichyeu {

int plain_number(std::string_view text) {
  if (!text.empty() && text.back() == '.') text.remove_suffix(1);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

}  // namespace trichyeu
