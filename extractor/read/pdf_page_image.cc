#include "extractor/read/pdf_page_image.h"

#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>

#include <algorithm>
#include <cmath>

namespace trichyeu {
namespace {

constexpr double most_pixels = 100e6;
constexpr double longest_side = 50'000;  // pixels; a page is no ribbon
constexpr double coarsest = 5;           // dots an inch; at fewer, words are specks

}  // namespace

PixPtr rendered_page(const poppler::page& source, const SourcePage& page, double dpi,
                     PageMaker make_page) {
  const double across = page.width / 72, down = page.height / 72;
  dpi = std::min(
      {dpi, std::sqrt(most_pixels / (across * down)), longest_side / std::max(across, down)});
  if (!(dpi >= coarsest)) return nullptr;
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_rgb24);
  renderer.set_render_hint(poppler::page_renderer::antialiasing);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  const poppler::image image = renderer.render_page(&source, dpi, dpi);
  if (!image.is_valid()) return nullptr;
  return make_page(image.const_data(), image.width(), image.height(), image.bytes_per_row(),
                   static_cast<int>(std::lround(dpi)));
}

}  // namespace trichyeu
