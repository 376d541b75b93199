// A page as pixels, through Leptonica.
//
// Every image here is 8-bit grey with its resolution set, what all steps after reading expect.
#pragma once

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

// `dpi` 0: the image's own where believable, else that of an A4 page of its width. Null on failure.
[[nodiscard]] PixPtr grey_page(PixPtr image, int dpi);

// Grey, from rows of `row_bytes` bytes of packed 8-bit RGB.
[[nodiscard]] PixPtr grey_page_of_rgb(const char* pixels, int width, int height, int row_bytes,
                                      int dpi);

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
