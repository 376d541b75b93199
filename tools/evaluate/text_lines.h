// Which line of a document an error stands at: gold has words, not places.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace trichyeu {

// The lines of a text, without their ends; the last may lack its own.
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);

class TextLines {
 public:
  explicit TextLines(const std::vector<std::string>& lines);

  // The line, from 1, that holds most of the first words of `words`, the earliest of equals; 0
  // where none holds more than half of them.
  [[nodiscard]] std::size_t like(std::string_view words) const;

 private:
  std::vector<std::vector<std::string>> lines_;  // folded words, sorted
};

}  // namespace trichyeu
