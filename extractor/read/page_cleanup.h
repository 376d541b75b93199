// What a page's image needs before it is recognised. Each step is done only where a measure of the
// page itself asks for it: every one of them costs a clean page some letters.
//
//   measure                                  step
//   fewer than 130 dots an inch              size      enlarged twice
//   coloured ink beside more black print     colour    stamps and pen ink fade, black print stays
//   paper unevenly lit, or print faint       light     paper becomes evenly light
//   white paper whose print is mostly grey   thin      washed-out strokes darkened
//   spots with no print near them            specks    painted out; dots and marks stay
//   the same in a coarse two-level image     edges     ragged edges of letters smoothed
//   slope of the lines                       skew      straightened
//   rules that make a table                  rules     painted out
//
// The image stays grey throughout: recognition reads the grey of a letter's edge, and an image of
// two levels made of it costs marks. It keeps its size in inches, so that places on it are places
// on the page.
#pragma once

#include <string>
#include <vector>

#include "extractor/read/page_image.h"
#include "extractor/read/page_measures.h"

namespace trichyeu {

struct CleanPage {
  PixPtr image;                    // grey; null where memory is short
  PixPtr coloured;                 // the ink that "colour" lifted, dark on white; else null
  std::vector<std::string> steps;  // "size", "colour", "light", "thin", "specks", "edges", in this
                                   // order

  // Whether the paper was too uneven for one threshold over the whole page.
  [[nodiscard]] bool was_uneven() const;
};

// All steps but the last two, which wait until the page is upright. A table's rules that a fax
// made dots of are drawn through, so that they are taken for no specks.
[[nodiscard]] CleanPage cleaned(PixPtr page);

struct StraightPage {
  PixPtr image;
  double radians = 0;  // clockwise about the page's centre by which it was turned
};

// Likewise of the same size, by `radians` clockwise about its centre.
[[nodiscard]] PixPtr straightened_by(PixPtr page, double radians);

// `page` is grey and upright. Slopes that recognition copes with are left.
[[nodiscard]] StraightPage straightened(PixPtr page);

}  // namespace trichyeu
