// Measures are taken of every third pixel or so: of areas, not of letters.
#include "extractor/read/page_measures.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <vector>

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
constexpr double whitened_paper = 250;
constexpr std::size_t lightest_of_print = 200, darkest_of_edges = 80;  // grey levels
constexpr double least_firm = 0.62;  // sound print has 0.7 and more

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

}  // namespace

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

bool is_washed_out(const PageMeasures& measures) {
  return measures.paper_dark >= whitened_paper && measures.firm < least_firm;
}

PageMeasures measures_of(const Pix& page) {
  PageMeasures measures;
  if (page.d == 32) measure_colour(page, measures);
  const PixPtr grey(page.d == 32 ? pixConvertTo8(mutable_pix(page), 0)
                                 : pixClone(mutable_pix(page)));
  if (grey) measure_light(*grey, measures);
  return measures;
}

}  // namespace trichyeu
