// What can be measured of a page's image before anything on it is read, and what it says of the
// page; what is done about it is page_cleanup.h's matter.
#pragma once

#include "extractor/read/page_image.h"

namespace trichyeu {

struct PageMeasures {
  double coloured = 0;       // share of the page under coloured ink, 0..1
  double black = 0;          // share under black print; 0 for a grey page, where colour cannot show
  double paper_dark = 255;   // grey levels, 0..255: the paper where it is darkest,
  double paper_usual = 255;  // in most places,
  double paper_light = 255;  // and where it is lightest
  double print = 0;          // grey level of print
  double firm = 1;           // share of the print that is dark, 0..1; the rest are edges
};
// `page` is grey or has 32 bits a pixel.
[[nodiscard]] PageMeasures measures_of(const Pix& page);

// The two halves of it: of a page of 32 bits a pixel, and of a grey one.
void measure_colour(const Pix& page, PageMeasures& measures);
void measure_light(const Pix& grey, PageMeasures& measures);

// Stamps and pen ink, beside more black print.
[[nodiscard]] bool has_colour_to_lift(const PageMeasures& measures);
[[nodiscard]] bool is_badly_lit(const PageMeasures& measures);
// Scanners that whiten the paper whiten thin strokes too.
[[nodiscard]] bool is_washed_out(const PageMeasures& measures);
// Black and white, and nothing between: a fax.
[[nodiscard]] bool has_two_levels(const Pix& grey);

}  // namespace trichyeu
