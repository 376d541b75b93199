// What one document may cost. Over a limit the document is an error with a code, or, where only
// some of its pages went over it, partial.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>

namespace trichyeu {

struct Limits {
  static constexpr std::chrono::seconds time_of_a_document{120};
  static constexpr std::chrono::seconds time_of_a_page{20};
  static constexpr std::chrono::seconds longest_time{3600};

  // Wall time while any process works on the document (timed_out); nothing: by its pages, 120 s and
  // 20 s for each, at most an hour; 4,000 bytes of a text count as a page.
  std::optional<std::chrono::seconds> time;
  std::size_t memory_bytes = std::size_t{4} << 30;  // address space of one process (too_large)
  std::size_t max_bytes = std::size_t{512} << 20;   // of the file (too_large)
  int max_pages = 2000;                             // (too_large)

  [[nodiscard]] std::chrono::seconds time_for(int pages) const {
    return time.value_or(std::min(time_of_a_document + pages * time_of_a_page, longest_time));
  }
};

}  // namespace trichyeu
