#include "extractor/read/stray_words.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr double largest_speck = 0.2;  // of the page's usual font size, in both directions
constexpr double unsure = 0.2;         // confidence of every word of a line

double usual_font_size_of(const PageText& page) {
  std::vector<double> sizes;
  for (const PageLine& line : page.lines) {
    for (const PageWord& word : line) sizes.push_back(word.font_size);
  }
  if (sizes.empty()) return 0;
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return *middle;
}

// Letters in the place of a dot.
bool is_speck(const PageWord& word, double font_size) {
  return has_letter(word.text) && code_point_count(word.text) == 1 &&
         word.box.width() < largest_speck * font_size &&
         word.box.height() < largest_speck * font_size;
}

bool is_unread(const PageLine& line) {
  const bool has_letters = std::any_of(line.begin(), line.end(),
                                       [](const PageWord& word) { return has_letter(word.text); });
  const bool all_unsure = std::all_of(
      line.begin(), line.end(), [&](const PageWord& word) { return word.confidence < unsure; });
  return has_letters && all_unsure;
}

}  // namespace

void drop_stray_words(PageText& page) {
  const double font_size = usual_font_size_of(page);
  std::size_t kept = 0;
  for (std::size_t at = 0; at < page.lines.size(); ++at) {
    PageLine& line = page.lines[at];
    std::erase_if(line, [&](const PageWord& word) { return is_speck(word, font_size); });
    const bool unread = !page.places[at].in_table() && !line.empty() && is_unread(line);
    if (line.empty() || unread) continue;
    std::swap(page.lines[kept], line);
    page.places[kept++] = page.places[at];
  }
  page.lines.resize(kept);
  page.places.resize(kept);
}

}  // namespace trichyeu
