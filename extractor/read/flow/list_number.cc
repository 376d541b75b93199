#include "extractor/read/flow/list_number.h"

#include <array>
#include <string_view>
#include <utility>

namespace trichyeu {
namespace {

constexpr int largest_roman = 3999;
constexpr int letters = 26;
constexpr int largest_letter = 30 * letters;

std::string roman(int number, bool upper) {
  constexpr std::array<std::pair<int, std::string_view>, 13> steps = {{{1000, "M"},
                                                                       {900, "CM"},
                                                                       {500, "D"},
                                                                       {400, "CD"},
                                                                       {100, "C"},
                                                                       {90, "XC"},
                                                                       {50, "L"},
                                                                       {40, "XL"},
                                                                       {10, "X"},
                                                                       {9, "IX"},
                                                                       {5, "V"},
                                                                       {4, "IV"},
                                                                       {1, "I"}}};
  std::string text;
  for (const auto& [value, letter] : steps) {
    for (; number >= value; number -= value) text += letter;
  }
  if (!upper) {
    for (char& c : text) c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

std::string letter(int number, char first) {
  const int times = (number - 1) / letters + 1;
  return std::string(static_cast<std::size_t>(times),
                     static_cast<char>(first + (number - 1) % letters));
}

}  // namespace

std::string list_number(int number, NumberForm form) {
  const bool counts = number >= 1;
  switch (form) {
    case NumberForm::none: return {};
    case NumberForm::upper_roman:
    case NumberForm::lower_roman:
      if (!counts || number > largest_roman) break;
      return roman(number, form == NumberForm::upper_roman);
    case NumberForm::upper_letter:
    case NumberForm::lower_letter:
      if (!counts || number > largest_letter) break;
      return letter(number, form == NumberForm::upper_letter ? 'A' : 'a');
    case NumberForm::two_digits:
      if (number >= 0 && number < 10) return '0' + std::to_string(number);
      break;
    case NumberForm::decimal: break;
  }
  return std::to_string(number);
}

}  // namespace trichyeu
