// A page as pixels, through Leptonica.
//
// Every image here has its resolution set, and is 8-bit grey unless it is said to be in colour: 32
// bits a pixel, red in the highest byte.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "models/span.h"

struct Pix;

namespace trichyeu {

struct PixDeleter {
  void operator()(Pix* pix) const;
};
using PixPtr = std::unique_ptr<Pix, PixDeleter>;

// Leptonica reports every oddity on standard error unless told not to.
void silence_leptonica();

// In colour where `image` is. `dpi` 0: the image's own where believable, else that of an A4 page of
// its width. Null on failure.
[[nodiscard]] PixPtr page_of(PixPtr image, int dpi);

// From rows of `row_bytes` bytes of packed 8-bit RGB. In colour where some of it is seen.
[[nodiscard]] PixPtr page_of_rgb(const char* pixels, int width, int height, int row_bytes, int dpi);
[[nodiscard]] PixPtr grey_page_of_rgb(const char* pixels, int width, int height, int row_bytes,
                                      int dpi);

// Of a row of a grey page.
[[nodiscard]] inline std::uint32_t grey_at(const std::uint32_t* row, int x) {
  // Leptonica stores the leftmost pixel in a word's highest byte.
  return (row[x / 4] >> (24 - 8 * (x % 4))) & 0xFFU;
}

[[nodiscard]] int resolution(const Pix& page);  // dots an inch
[[nodiscard]] double points(const Pix& page, int pixels);

// Degrees clockwise, 0 90 180 270, by which the page must be turned to be upright; told from the
// letters' ascenders. 0 where there are too few letters.
[[nodiscard]] int turn_to_upright(const Pix& page);
[[nodiscard]] PixPtr turned(PixPtr page, int degrees);

[[nodiscard]] std::string png_of(const Pix& page);

// Dark pixels inside and outside `boxes` (points), as shares of the page.
struct Ink {
  double inside = 0;
  double outside = 0;
};
[[nodiscard]] Ink ink_of(const Pix& page, const std::vector<Box>& boxes);

}  // namespace trichyeu
