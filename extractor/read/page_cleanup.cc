// Measures are taken of every third pixel or so: of areas, not of letters. Specks are told by a
// threshold between print and paper, and are painted into the grey image.
#include "extractor/read/page_cleanup.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>

#include "extractor/read/letter_dots.h"
#include "extractor/read/rulings.h"

namespace trichyeu {
namespace {

constexpr int step_of_samples = 3;  // pixels
constexpr int least_chroma = 60;    // between a coloured pixel's highest and lowest channel
constexpr int darkest_of_black = 120;
constexpr double least_coloured = 0.00002;  // share of the page: a digit written by hand
constexpr double tile = 0.5;                // inches; holds paper wherever there is print
constexpr double share_of_print = 0.01;     // of a page: its darkest pixels
constexpr double least_contrast = 130;      // grey levels between paper and print
constexpr double widest_unevenness = 60;    // grey levels between lightest and darkest paper
constexpr double even_paper = 235;
constexpr double whitened_paper = 250;
constexpr std::size_t lightest_of_print = 200, darkest_of_edges = 80;  // grey levels
constexpr double least_firm = 0.62;   // sound print has 0.7 and more
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

using Histogram = std::array<int, 256>;

// The level under which `share` of all pixels lie.
int level_at(const Histogram& histogram, double share) {
  double all = 0, under = 0;
  for (const int count : histogram) all += count;
  for (std::size_t level = 0; level < histogram.size(); ++level) {
    under += histogram.at(level);
    if (under >= share * all) return static_cast<int>(level);
  }
  return 255;
}

double at_share(std::vector<double>& values, double share) {
  if (values.empty()) return 255;
  const auto place =
      values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

Pix* mutable_pix(const Pix& page) {
  return const_cast<Pix*>(&page);  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

const l_uint32* row_of(const Pix& page, int y) {
  return pixGetData(mutable_pix(page)) +
         static_cast<std::ptrdiff_t>(y) * pixGetWpl(mutable_pix(page));
}

void measure_colour(const Pix& page, PageMeasures& measures) {
  const int width = static_cast<int>(page.w), height = static_cast<int>(page.h);
  double coloured = 0, black = 0, all = 0;
  for (int y = 0; y < height; y += step_of_samples) {
    const l_uint32* row = row_of(page, y);
    for (int x = 0; x < width; x += step_of_samples, ++all) {
      const std::array<int, 3> levels{static_cast<int>(row[x] >> 24U),
                                      static_cast<int>(row[x] >> 16U & 0xFFU),
                                      static_cast<int>(row[x] >> 8U & 0xFFU)};
      const auto [least, most] = std::minmax_element(levels.begin(), levels.end());
      if (*most - *least >= least_chroma) {
        ++coloured;
      } else if (*most < darkest_of_black) {
        ++black;
      }
    }
  }
  if (all == 0) return;
  measures.coloured = coloured / all;
  measures.black = black / all;
}

void measure_light(const Pix& grey, PageMeasures& measures) {
  const int width = static_cast<int>(grey.w), height = static_cast<int>(grey.h);
  const int side = std::max(8, static_cast<int>(resolution(grey) * tile));
  Histogram whole{};
  std::vector<double> papers;
  for (int top = 0; top < height; top += side) {
    for (int left = 0; left < width; left += side) {
      Histogram here{};
      for (int y = top; y < std::min(top + side, height); y += step_of_samples) {
        const l_uint32* row = row_of(grey, y);
        for (int x = left; x < std::min(left + side, width); x += step_of_samples) {
          const unsigned level = grey_at(row, x);
          ++here.at(level);
          ++whole.at(level);
        }
      }
      papers.push_back(level_at(here, 0.75));
    }
  }
  measures.paper_dark = at_share(papers, 0.05);
  measures.paper_usual = at_share(papers, 0.5);
  measures.paper_light = at_share(papers, 0.95);
  measures.print = level_at(whole, share_of_print);
  const auto darker_than = [&](std::size_t level) {
    return std::accumulate(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(level), 0.0);
  };
  if (const double print = darker_than(lightest_of_print); print > 0)
    measures.firm = darker_than(darkest_of_edges) / print;
}

bool has_colour_to_lift(const PageMeasures& measures) {
  return measures.coloured >= least_coloured && measures.coloured < measures.black;
}

bool has_two_levels(const Pix& grey) {
  const int width = static_cast<int>(grey.w), height = static_cast<int>(grey.h);
  for (int y = 0; y < height; y += step_of_samples) {
    const l_uint32* row = row_of(grey, y);
    for (int x = 0; x < width; x += step_of_samples) {
      if (const unsigned level = grey_at(row, x); level != 0 && level != 255) return false;
    }
  }
  return true;
}

bool is_badly_lit(const PageMeasures& measures) {
  return measures.paper_usual - measures.print < least_contrast ||
         measures.paper_light - measures.paper_dark > widest_unevenness;
}

// Scanners that whiten the paper whiten thin strokes too.
bool is_washed_out(const PageMeasures& measures) {
  return measures.paper_dark >= whitened_paper && measures.firm < least_firm;
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

PageMeasures measures_of(const Pix& page) {
  PageMeasures measures;
  if (page.d == 32) measure_colour(page, measures);
  const PixPtr grey(page.d == 32 ? pixConvertTo8(mutable_pix(page), 0)
                                 : pixClone(mutable_pix(page)));
  if (grey) measure_light(*grey, measures);
  return measures;
}

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
