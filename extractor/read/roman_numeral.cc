// The word's print is cut out in two levels and parted into what hangs together; the tall parts up
// to the first small one (the full stop, a dash) are the numeral. Runs of print are then counted
// along the rows of three bands of its height.
#include "extractor/read/roman_numeral.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <vector>

namespace trichyeu {
namespace {

constexpr std::array<std::string_view, 20> numerals{
    "I",  "II",  "III",  "IV",  "V",  "VI",  "VII",  "VIII",  "IX",  "X",
    "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"};
// What recognition takes strokes for.
constexpr std::array<std::string_view, 9> taken_for_strokes{"Ï", "ï", "Í", "í", "H",
                                                            "L", "T", "l", "i"};
constexpr double tall = 0.6;  // of the tallest part's height
constexpr int margin = 2;     // pixels around the word
constexpr int least_height = 12;
constexpr double smallest_stop = 0.1;  // of the numeral's height
constexpr double largest_stop = 0.3;
constexpr double width_of_digit = 0.76;  // of its height, with the room around it
constexpr double least_lean = 0.1;       // over two fifths of its height

struct Part {
  int left = 0, top = 0, right = 0, bottom = 0;
  [[nodiscard]] int height() const { return bottom - top; }
};

// From left to right.
std::vector<Part> parts_of(Pix& print) {
  Boxa* boxes = pixConnCompBB(&print, 8);
  std::vector<Part> parts;
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    int x = 0, y = 0, width = 0, height = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    parts.push_back({x, y, x + width, y + height});
  }
  boxaDestroy(&boxes);
  std::sort(parts.begin(), parts.end(),
            [](const Part& a, const Part& b) { return a.left < b.left; });
  return parts;
}

// What the numeral's letters cover together, a slash with them, the signs behind it left out; empty
// where there is none. Digits are often broken, and so are told by the room that they take.
Part numeral_in(std::vector<Part> parts, const TallSigns& behind) {
  int tallest = 0;
  for (const Part& part : parts) tallest = std::max(tallest, part.height());
  const auto is_tall = [&](const Part& part) { return part.height() >= tall * tallest; };
  for (int left = behind.brackets; left > 0 && !parts.empty(); parts.pop_back())
    left -= is_tall(parts.back()) ? 1 : 0;
  while (!parts.empty() && !is_tall(parts.back())) parts.pop_back();
  if (parts.empty()) return {};
  const double end = parts.back().right - behind.digits * width_of_digit * tallest;
  while (!parts.empty() && parts.back().left + parts.back().right > 2 * end) parts.pop_back();
  Part numeral;
  for (const Part& part : parts) {
    if (!is_tall(part)) {
      const bool is_stop = numeral.right > 0 && part.top > numeral.top + numeral.height() / 3;
      if (is_stop) break;
      continue;
    }
    if (numeral.right == 0) {
      numeral = part;
    } else {
      numeral = {numeral.left, std::min(numeral.top, part.top), std::max(numeral.right, part.right),
                 std::max(numeral.bottom, part.bottom)};
    }
  }
  return numeral;
}

int runs_in_row(Pix& print, const Part& numeral, int y) {
  int runs = 0;
  l_uint32 before = 0;
  for (int x = numeral.left; x < numeral.right; ++x) {
    l_uint32 bit = 0;
    pixGetPixel(&print, x, y, &bit);
    runs += bit != 0 && before == 0 ? 1 : 0;
    before = bit;
  }
  return runs;
}

// The usual count of runs in the rows from `from` to `to`, shares of the numeral's height.
int runs_in_band(Pix& print, const Part& numeral, double from, double to) {
  std::vector<int> runs;
  const auto row = [&](double share) {
    return numeral.top + static_cast<int>(std::lround(share * (numeral.height() - 1)));
  };
  for (int y = row(from); y <= row(to); ++y) runs.push_back(runs_in_row(print, numeral, y));
  const auto middle = runs.begin() + static_cast<std::ptrdiff_t>(runs.size() / 2);
  std::nth_element(runs.begin(), middle, runs.end());
  return *middle;
}

// The middle of the rightmost run in the row at `share` of the numeral's height.
double last_run_in_row(Pix& print, const Part& numeral, double share) {
  const int y = numeral.top + static_cast<int>(std::lround(share * (numeral.height() - 1)));
  const auto is_print = [&](int x) {
    l_uint32 bit = 0;
    pixGetPixel(&print, x, y, &bit);
    return bit != 0;
  };
  int right = numeral.right - 1;
  while (right >= numeral.left && !is_print(right)) --right;
  int left = right;
  while (left > numeral.left && is_print(left - 1)) --left;
  return (left + right) / 2.0;
}

// A slash leans; thin as it is, it may be lost.
bool ends_in_slash(Pix& print, const Part& numeral) {
  return last_run_in_row(print, numeral, 0.3) - last_run_in_row(print, numeral, 0.7) >
         least_lean * numeral.height();
}

struct Strokes {
  int above = 0, middle = 0, below = 0;
};

Strokes strokes_of(std::string_view numeral) {
  Strokes strokes;
  for (const char letter : numeral) {
    strokes.above += letter == 'I' ? 1 : 2;
    strokes.middle += letter == 'V' ? 2 : 1;
    strokes.below += letter == 'X' ? 2 : 1;
  }
  return strokes;
}

// V's two strokes may meet anywhere below its middle, and those of a small or slanting X anywhere.
bool fit(const Strokes& seen, std::string_view numeral) {
  const Strokes strokes = strokes_of(numeral);
  const bool has_v = numeral.find('V') != std::string_view::npos;
  const auto crossing = static_cast<int>(std::count(numeral.begin(), numeral.end(), 'X'));
  const auto fits = [&](int runs, int most) { return runs <= most && runs >= most - crossing; };
  return fits(seen.above, strokes.above) && seen.middle == strokes.middle &&
         (has_v ? seen.below >= strokes.below - crossing : fits(seen.below, strokes.below));
}

// `read` with each letter that is taken for strokes as the strokes it is taken for.
std::string as_strokes(std::string_view read) {
  std::string text;
  for (const char letter : read) {
    if (letter == 'H') {
      text += "II";
    } else if (letter == 'V' || letter == 'X') {
      text += letter;
    } else if ((static_cast<unsigned char>(letter) & 0xC0U) != 0x80U) {
      text += 'I';
    }
  }
  return text;
}

// V and X are read reliably: the numeral has as many.
bool same_letters(std::string_view a, std::string_view b) {
  const auto same = [&](char letter) {
    return std::count(a.begin(), a.end(), letter) == std::count(b.begin(), b.end(), letter);
  };
  return same('V') && same('X');
}

// A cross stroke parts H from II: somewhere between its upper and its lower end it joins the two.
bool has_cross_stroke(Pix& print, const Part& numeral, int strokes) {
  const int height = numeral.height() - 1;
  for (int y = numeral.top + height / 4; y <= numeral.bottom - 1 - height / 4; ++y) {
    if (runs_in_row(print, numeral, y) < strokes) return true;
  }
  return false;
}

bool is_numeral(std::string_view text) {
  return std::find(numerals.begin(), numerals.end(), text) != numerals.end();
}

std::size_t length_difference(std::string_view a, std::string_view b) {
  return a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
}

PixPtr print_of(const Pix& grey, const PixelBox& at) {
  Pix* page = const_cast<Pix*>(&grey);  // NOLINT(cppcoreguidelines-pro-type-const-cast)
  ::Box* box = boxCreate(at.left - margin, at.top - margin, at.right - at.left + 2 * margin,
                         at.bottom - at.top + 2 * margin);
  const PixPtr cut(pixClipRectangle(page, box, nullptr));
  boxDestroy(&box);
  if (!cut) return nullptr;
  Pix* print = nullptr;
  pixOtsuAdaptiveThreshold(cut.get(), pixGetWidth(cut.get()), pixGetHeight(cut.get()), 0, 0, 0.1F,
                           nullptr, &print);
  return PixPtr(print);
}

}  // namespace

std::size_t numeral_length(std::string_view word) {
  std::size_t length = 0;
  bool sure = false;
  while (length < word.size()) {
    const std::string_view rest = word.substr(length);
    if (rest[0] == 'I' || rest[0] == 'V' || rest[0] == 'X' || rest[0] == 'H') {
      sure = true;
      ++length;
      continue;
    }
    const auto* letter =
        std::find_if(taken_for_strokes.begin(), taken_for_strokes.end(),
                     [&](std::string_view other) { return rest.substr(0, other.size()) == other; });
    if (letter == taken_for_strokes.end()) break;
    length += letter->size();
  }
  return sure ? length : 0;
}

std::optional<std::string> numeral_by_strokes(const Pix& grey, const PixelBox& at,
                                              std::string_view read, const TallSigns& behind) {
  const PixPtr print = print_of(grey, at);
  if (!print) return std::nullopt;
  const Part part = numeral_in(parts_of(*print), behind);
  if (part.height() < least_height) return std::nullopt;
  const int slash = behind.slash && ends_in_slash(*print, part) ? 1 : 0;
  const Strokes seen{runs_in_band(*print, part, 0.25, 0.38) - slash,
                     runs_in_band(*print, part, 0.47, 0.53) - slash,
                     runs_in_band(*print, part, 0.65, 0.78) - slash};
  const std::string strokes = as_strokes(read);
  std::vector<std::string_view> fitting;
  for (const std::string_view candidate : numerals) {
    if (candidate == strokes && fit(seen, candidate)) return std::string(candidate);
    if (fit(seen, candidate) && same_letters(candidate, strokes)) fitting.push_back(candidate);
  }
  std::stable_sort(fitting.begin(), fitting.end(), [&](std::string_view a, std::string_view b) {
    return length_difference(a, strokes) < length_difference(b, strokes);
  });
  const bool alone =
      fitting.size() == 1 || (fitting.size() > 1 && length_difference(fitting[0], strokes) <
                                                        length_difference(fitting[1], strokes));
  if (!alone) return std::nullopt;
  const std::string_view numeral = fitting.front();
  // Print loses strokes, and gains none.
  if (is_numeral(read) && numeral.size() < read.size()) return std::nullopt;
  const bool of_h_alone = read.find_first_not_of('H') == std::string_view::npos;
  if (of_h_alone && has_cross_stroke(*print, part, static_cast<int>(numeral.size()) + slash))
    return std::nullopt;
  return std::string(numeral);
}

bool has_stop_behind(const Pix& grey, const PixelBox& at) {
  const PixPtr print = print_of(grey, at);
  if (!print) return false;
  const std::vector<Part> parts = parts_of(*print);
  const Part numeral = numeral_in(parts, {});
  if (numeral.height() < least_height) return false;
  return std::any_of(parts.begin(), parts.end(), [&](const Part& part) {
    const int size = std::max(part.height(), part.right - part.left);
    return part.left >= numeral.right && size <= numeral.height() * largest_stop &&
           size >= numeral.height() * smallest_stop &&
           std::abs(part.bottom - numeral.bottom) <= numeral.height() * smallest_stop;
  });
}

}  // namespace trichyeu
