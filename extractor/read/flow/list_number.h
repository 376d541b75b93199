// A list's numbers as word processors print them.
#pragma once

#include <string>

namespace trichyeu {

enum class NumberForm {
  none,
  decimal,
  two_digits,  // 01, 02 … 10
  upper_roman,
  lower_roman,
  upper_letter,  // A … Z, AA, BB …
  lower_letter,
};

// 3 -> "3", "03", "III", "iii", "C", "c". What a form has no words for (a roman 0, a letter beyond
// thirty alphabets) is decimal.
[[nodiscard]] std::string list_number(int number, NumberForm form);

}  // namespace trichyeu
