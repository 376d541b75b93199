#include "extractor/read/line_dirt.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "normalizer/letters.h"

namespace trichyeu {
namespace {

constexpr double largest_speck = 0.25;  // of a row's height
constexpr double widest_blank = 1.5;  // of a row's height: a wider one is printed, to be filled in
constexpr double doubtful = 0.65;     // confidence
constexpr double highest_mark = 0.4;  // of the height of the word under it
constexpr double gap_of_mark = 0.3;   // likewise, between the two or shared by both
constexpr double least_reach = 0.15;  // likewise
constexpr std::size_t most_letters_of_marks = 2;

bool is_speck(const SeenWord& seen, const SeenRow& row) {
  const double width = seen.right - seen.left, height = seen.bottom - seen.top;
  const double largest = largest_speck * row.height();
  // A dash is wider than it is high.
  return width <= largest && height <= largest && width < 1.5 * height &&
         seen.word.confidence < doubtful;
}

// Underscores before other signs, or alone.
void drop_underscores(SeenWord& seen, const SeenRow& row) {
  std::string& text = seen.word.text;
  const std::size_t other = text.find_first_not_of('_');
  const bool alone = other == std::string::npos;
  if (alone && seen.right - seen.left > widest_blank * row.height()) return;
  text.erase(0, alone ? text.size() : other);
}

// What recognition takes a dash for.
void settle_dash(std::string& text) {
  static constexpr std::array<std::string_view, 3> taken_for_dash{"~", "¬", "=-"};
  if (std::find(taken_for_dash.begin(), taken_for_dash.end(), text) != taken_for_dash.end())
    text = "-";
}

// Dots and dashes in ASCII, and what lies beyond the letters of Vietnamese: ellipses, longer
// dashes.
bool is_dots_or_dash(const std::string& text) {
  return text.find_first_not_of("._-,:") == std::string::npos ||
         static_cast<unsigned char>(text.front()) >= 0xE2U;
}

// Low and next to the word, or doubtful and reaching into it, as no line reaches into the next.
bool stands_right_over(const SeenWord& mark, const SeenWord& word) {
  const double height = word.bottom - word.top, middle = (mark.left + mark.right) / 2.0;
  const double shared = mark.bottom - word.top;
  const bool is_mark = mark.bottom - mark.top <= highest_mark * height
                           ? std::abs(shared) <= gap_of_mark * height
                           : mark.word.confidence < doubtful && shared > least_reach * height &&
                                 shared <= gap_of_mark * height;
  return is_mark && mark.row != word.row && word.left <= middle && middle <= word.right &&
         mark.top < word.top;
}

void drop_marks_of_lines_below(SeenPage& page) {
  std::vector<SeenWord> kept;
  for (const SeenWord& seen : page.words) {
    const bool stray = code_point_count(seen.word.text) <= most_letters_of_marks &&
                       !is_dots_or_dash(seen.word.text) && !page.rows[seen.row].stands_on_end() &&
                       std::any_of(page.words.begin(), page.words.end(), [&](const SeenWord& word) {
                         return stands_right_over(seen, word);
                       });
    if (!stray) kept.push_back(seen);
  }
  page.words = std::move(kept);
}

}  // namespace

void drop_dirt(SeenPage& page) {
  drop_marks_of_lines_below(page);
  std::vector<SeenWord> kept;
  for (std::size_t at = 0; at < page.words.size(); ++at) {
    SeenWord& seen = page.words[at];
    const SeenRow& row = page.rows[seen.row];
    const bool first = kept.empty() || kept.back().row != seen.row;
    const bool last = at + 1 >= page.words.size() || page.begins_row(at + 1);
    if (first && !row.stands_on_end()) {
      if (!last && is_speck(seen, row)) continue;
      drop_underscores(seen, row);
      if (!last) settle_dash(seen.word.text);
      if (seen.word.text.empty()) continue;
    }
    kept.push_back(std::move(seen));
  }
  page.words = std::move(kept);
}

}  // namespace trichyeu
