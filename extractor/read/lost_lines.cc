// What is dark outside the words' boxes is taken apart: what is higher than letters are (a seal, a
// signature, a rule) is put aside; what is left and stands close together in a row is a line,
// unless it lies inside something put aside.
#include "extractor/read/lost_lines.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "extractor/read/page_cleanup.h"
#include "normalizer/letters.h"

namespace trichyeu {
namespace {

// Times the usual font size.
constexpr double lowest_letter = 0.3, highest_letter = 1.6, widest_letter = 2.5;
constexpr double widest_blank = 0.8;
constexpr double lowest_line = 0.5, highest_line = 2.2, shortest_line = 2;
constexpr double inside = 0.2;
constexpr double around_word = 0.15;
constexpr double room = 0.2;  // around a line that is read

constexpr double least_lost = 0.0003;  // share of the page: a short name
constexpr double sure_of_line = 0.85;  // confidence
constexpr double sure_of_word = 0.6;
constexpr std::size_t least_words = 2, least_letters = 4;  // either
constexpr std::size_t most_lines = 12;                     // of a page; more are a picture's
constexpr int white = 255, least_colour = 60;              // grey levels
constexpr int fine = 250;  // dots an inch: half of them show a line as well

double usual_size(const Recognition& page) {
  std::vector<double> sizes;
  for (const PageWord& word : page.words) sizes.push_back(word.font_size);
  if (sizes.empty()) return 0;
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return *middle;
}

// The page in two levels without the words that were read.
PixPtr unread_print_of(const Recognition& page, double size, int threshold) {
  PixPtr print(pixConvertTo1(page.image.get(), std::clamp(threshold, 1, 250)));
  if (print && resolution(*page.image) >= fine) {
    print.reset(pixReduceRankBinary2(print.get(), 2, nullptr));
    if (print) pixSetResolution(print.get(), resolution(*page.image) / 2, 0);
  }
  if (!print) return nullptr;
  const double scale = resolution(*print) / 72.0, margin = around_word * size;
  for (const PageWord& word : page.words) {
    const Box box = turned_about(word.box, page.width / 2, page.height / 2, page.radians);
    pixRasterop(print.get(), static_cast<int>((box.left - margin) * scale),
                static_cast<int>((box.top - margin) * scale),
                static_cast<int>((box.width() + 2 * margin) * scale),
                static_cast<int>((box.height() + 2 * margin) * scale), PIX_CLR, nullptr, 0, 0);
  }
  return print;
}

bool is_little(Pix& print) {
  float share = 0;
  return pixForegroundFraction(&print, &share) != 0 || share < least_lost;
}

// In points.
std::vector<Box> boxes_of(Pix& print) {
  std::vector<Box> found;
  const double scale = resolution(print) / 72.0;
  Boxa* boxes = pixConnCompBB(&print, 8);
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    int x = 0, y = 0, width = 0, height = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    found.push_back({x / scale, y / scale, (x + width) / scale, (y + height) / scale});
  }
  boxaDestroy(&boxes);
  return found;
}

bool lies_inside(const Box& box, const Box& larger, double margin) {
  return larger.left < box.left && box.right < larger.right && larger.top < box.top &&
         box.bottom + margin < larger.bottom;
}

// Boxes of letters, blanks between them filled, are lines.
std::vector<Box> lines_of_letters(const std::vector<Box>& letters, const Pix& print, double size) {
  const double scale = resolution(print) / 72.0;
  const PixPtr rows(pixCreateTemplate(&print));
  if (!rows) return {};
  const double reach = widest_blank * size / 2;
  for (const Box& letter : letters) {
    pixRasterop(rows.get(), static_cast<int>((letter.left - reach) * scale),
                static_cast<int>(letter.top * scale),
                static_cast<int>((letter.width() + 2 * reach) * scale),
                static_cast<int>(letter.height() * scale) + 1, PIX_SET, nullptr, 0, 0);
  }
  return boxes_of(*rows);
}

std::vector<Box> lost_lines_of(const Recognition& page, int threshold) {
  const double size = usual_size(page);
  const PixPtr print = size > 0 ? unread_print_of(page, size, threshold) : nullptr;
  if (!print || is_little(*print)) return {};
  std::vector<Box> letters, put_aside;
  for (const Box& box : boxes_of(*print)) {
    if (box.height() > highest_letter * size || box.width() > widest_letter * size)
      put_aside.push_back(box);
    else if (box.height() >= lowest_letter * size)
      letters.push_back(box);
  }
  std::vector<Box> lines;
  for (const Box& line : lines_of_letters(letters, *print, size)) {
    const bool fits = line.height() >= lowest_line * size && line.height() <= highest_line * size &&
                      line.width() >= shortest_line * size;
    const bool alone = std::none_of(put_aside.begin(), put_aside.end(), [&](const Box& larger) {
      return lies_inside(line, larger, inside * size);
    });
    if (fits && alone)
      lines.push_back({line.left - room * size, line.top - room * size, line.right + room * size,
                       line.bottom + room * size});
  }
  return lines;
}

bool is_sure(const std::vector<PageWord>& words) {
  double sum = 0;
  for (const PageWord& word : words) {
    if (word.confidence < sure_of_word || !has_letter(word.text)) return false;
    sum += word.confidence;
  }
  const bool enough = words.size() >= least_words ||
                      (!words.empty() && code_point_count(words.front().text) >= least_letters);
  return enough && sum >= sure_of_line * static_cast<double>(words.size());
}

void read_lines_of(Recognizer& recognizer, Recognition& page, int threshold, int paper) {
  const std::vector<Box> lines = lost_lines_of(page, threshold);
  if (lines.size() > most_lines) return;
  for (const Box& line : lines) {
    PagePart part = part_of(page, line);
    part.one_line = true;
    part.paper = paper;
    Result<std::vector<PageWord>> words = recognizer.recognize_part(page, std::move(part));
    if (!words || !is_sure(*words)) continue;
    std::move(words.value().begin(), words.value().end(), std::back_inserter(page.words));
  }
}

}  // namespace

void read_lost_lines(Recognizer& recognizer, Recognition& page) {
  const PageMeasures measures = measures_of(*page.image);
  read_lines_of(recognizer, page, static_cast<int>((measures.print + measures.paper_usual) / 2),
                static_cast<int>(measures.paper_usual));
  if (!page.coloured) return;
  page.image.swap(page.coloured);
  read_lines_of(recognizer, page, white - least_colour, white);
  page.image.swap(page.coloured);
}

}  // namespace trichyeu
