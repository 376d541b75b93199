// Specks are told by a threshold between print and paper, and are painted into the grey image.
#include "extractor/read/page_cleanup.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "extractor/read/letter_dots.h"
#include "extractor/read/rulings.h"

namespace trichyeu {
namespace {

constexpr double even_paper = 235;
constexpr float darkening = 0.6F;     // gamma
constexpr double least_specks = 2;    // a square inch
constexpr double largest_speck = 50;  // parts of an inch
constexpr double far_from_print = 12;
constexpr double smallest_dot = 100;     // parts of an inch; what is smaller is no part of a letter
constexpr int edge_of_speck = 2;         // pixels around it that are part of it
constexpr double least_skew = 0.3;       // degrees, of a page of few dots an inch;
constexpr double least_fine_skew = 1.5;  // of a finer one: recognition bears it, resampling costs
constexpr int fine = 250;                // dots an inch
constexpr int coarse = 130;              // recognition takes small letters for others
constexpr float least_sureness = 3;      // of a skew
constexpr double degree = 0.017453292519943295;

Pix* mutable_pix(const Pix& page) {
  return const_cast<Pix*>(&page);  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

// Ink of one colour is light in that colour's channel; black is dark in all of them.
PixPtr without_colour(const Pix& page) {
  return PixPtr(pixConvertRGBToGrayMinMax(mutable_pix(page), L_CHOOSE_MAX));
}

// The more colour, the darker.
PixPtr coloured_ink(const Pix& page) {
  PixPtr ink(pixConvertRGBToGrayMinMax(mutable_pix(page), L_CHOOSE_MAXDIFF));
  if (ink) pixInvert(ink.get(), ink.get());
  if (ink) pixCopyResolution(ink.get(), mutable_pix(page));
  return ink;
}

PixPtr evenly_lit(Pix& grey) {
  const int side = std::max(4, resolution(grey) / 20);
  return PixPtr(pixBackgroundNorm(&grey, nullptr, nullptr, side, side * 3 / 2, 90, side * side / 4,
                                  static_cast<int>(even_paper), 2, 1));
}

// Print and specks apart: what is small and has no print near it.
PixPtr specks_of(Pix& grey, const PageMeasures& measures, bool two_levels) {
  const int dpi = resolution(grey);
  const int threshold = static_cast<int>((measures.paper_usual + measures.print) / 2) + 20;
  const PixPtr dark(pixConvertTo1(&grey, std::clamp(threshold, 1, 250)));
  if (!dark) return nullptr;
  const int size = std::max(2, static_cast<int>(dpi / largest_speck));
  const int distance = static_cast<int>(dpi / far_from_print);
  const PixPtr print(pixSelectBySize(dark.get(), size + 1, size + 1, 8, L_SELECT_IF_EITHER,
                                     L_SELECT_IF_GTE, nullptr));
  const PixPtr small(print ? pixSubtract(nullptr, dark.get(), print.get()) : nullptr);
  const PixPtr near(print ? pixDilateCompBrick(nullptr, print.get(), distance, distance) : nullptr);
  if (!small || !near) return nullptr;
  const PixPtr seed(pixAnd(nullptr, small.get(), near.get()));
  const PixPtr kept(seed ? pixSeedfillBinary(nullptr, seed.get(), small.get(), 8) : nullptr);
  if (!kept) return nullptr;
  const PixPtr dust = two_levels ? nullptr : smaller_than_dots(*dark);
  if (dust) pixSubtract(kept.get(), kept.get(), dust.get());
  return PixPtr(pixSubtract(nullptr, small.get(), kept.get()));
}

bool are_many(Pix& specks, int dpi) {
  int count = 0;
  pixCountConnComp(&specks, 8, &count);
  const double square_inches = static_cast<double>(specks.w) * specks.h / dpi / dpi;
  return count >= least_specks * square_inches;
}

// Of an image of two levels: noise has hard edges there, and is told by its size alone.
PixPtr dust_of(Pix& grey) {
  const PixPtr dark(pixConvertTo1(&grey, 128));
  const int size = std::max(2, static_cast<int>(resolution(grey) / smallest_dot));
  return PixPtr(
      dark ? pixSelectBySize(dark.get(), size, size, 8, L_SELECT_IF_BOTH, L_SELECT_IF_LTE, nullptr)
           : nullptr);
}

void paint_out(Pix& grey, Pix& specks, double paper) {
  const int reach = 2 * edge_of_speck + 1;
  const PixPtr whole(pixDilateBrick(nullptr, &specks, reach, reach));
  if (whole) pixSetMasked(&grey, whole.get(), static_cast<l_uint32>(paper));
}

PixPtr enlarged(Pix& page) {
  PixPtr larger(pixScale(&page, 2, 2));
  if (larger) pixSetResolution(larger.get(), 2 * resolution(page), 2 * resolution(page));
  return larger;
}

// Keeps the resolution, which some of Leptonica's operations drop.
void replace(PixPtr& page, PixPtr better) {
  if (!better) return;
  pixCopyResolution(better.get(), page.get());
  page = std::move(better);
}

}  // namespace

bool CleanPage::was_uneven() const {
  return std::find(steps.begin(), steps.end(), "light") != steps.end();
}

CleanPage cleaned(PixPtr page) {
  CleanPage clean;
  if (!page) return clean;
  if (resolution(*page) < coarse) {
    page = enlarged(*page);
    if (!page) return clean;
    clean.steps.emplace_back("size");
  }
  PageMeasures measures;
  if (page->d == 32) {
    measure_colour(*page, measures);
    const bool lift = has_colour_to_lift(measures);
    if (lift) {
      clean.steps.emplace_back("colour");
      clean.coloured = coloured_ink(*page);
    }
    replace(page, lift ? without_colour(*page) : PixPtr(pixConvertTo8(page.get(), 0)));
    if (page->d != 8) return clean;
  }
  measure_light(*page, measures);
  if (is_badly_lit(measures)) {
    replace(page, evenly_lit(*page));
    clean.steps.emplace_back("light");
    measure_light(*page, measures);
  }
  if (is_washed_out(measures)) {
    replace(page, PixPtr(pixGammaTRC(nullptr, page.get(), darkening, 0, 255)));
    clean.steps.emplace_back("thin");
  }
  const bool two_levels = has_two_levels(*page);
  if (two_levels) paint_tables(*page, rulings_of(*page, Lie::dotted), 0);  // dots are no specks
  const PixPtr specks = specks_of(*page, measures, two_levels);
  if (specks && are_many(*specks, resolution(*page))) {
    paint_out(*page, *specks, measures.paper_usual);
    const PixPtr dust = two_levels ? dust_of(*page) : nullptr;
    if (dust) pixSetMasked(page.get(), dust.get(), 255);
    clean.steps.emplace_back("specks");
    if (two_levels && resolution(*page) < fine) {
      replace(page, PixPtr(pixBlockconv(page.get(), 1, 1)));
      clean.steps.emplace_back("edges");
    }
  }
  clean.image = std::move(page);
  return clean;
}

PixPtr straightened_by(PixPtr page, double radians) {
  if (!page || radians == 0) return page;
  PixPtr turned(pixRotate(page.get(), static_cast<float>(radians), L_ROTATE_AREA_MAP,
                          L_BRING_IN_WHITE, 0, 0));
  if (turned) pixCopyResolution(turned.get(), page.get());
  return turned;
}

StraightPage straightened(PixPtr page) {
  StraightPage straight;
  const PixPtr print(page ? pixConvertTo1(page.get(), 160) : nullptr);
  float degrees = 0, sureness = 0;
  const bool known =
      print && pixFindSkew(print.get(), &degrees, &sureness) == 0 && sureness >= least_sureness &&
      std::fabs(degrees) >= (resolution(*page) < fine ? least_skew : least_fine_skew);
  if (known) {
    PixPtr turned = straightened_by(PixPtr(pixClone(page.get())), degrees * degree);
    if (turned) {
      straight.radians = degrees * degree;
      page = std::move(turned);
    }
  }
  straight.image = std::move(page);
  return straight;
}

}  // namespace trichyeu
