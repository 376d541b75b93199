#include "extractor/read/line_dirt.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trichyeu {
namespace {

constexpr double largest_speck = 0.25;  // of a row's height
constexpr double widest_blank = 1.5;  // of a row's height: a wider one is printed, to be filled in
constexpr double doubtful = 0.65;     // confidence

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

}  // namespace

void drop_dirt(SeenPage& page) {
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
