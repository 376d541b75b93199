#include "extractor/read/page_image.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace trichyeu {
namespace {

constexpr int usual_resolution = 300;
constexpr int lowest_believable = 100;  // cameras write 72 into whatever they take
constexpr int highest_believable = 1300;
constexpr int lowest_guess = 60;      // of an image that is no whole page it would be still lower
constexpr double width_of_a4 = 8.27;  // inches
constexpr double longest_believable = 18;  // inches; an A3 page is 16.5 long
constexpr int step_of_samples = 3;         // pixels
constexpr l_uint32 least_chroma = 60;      // between a coloured pixel's highest and lowest channel
constexpr int dark = 128;                  // grey level under which a pixel is print

int believable_resolution(const Pix& image) {
  const auto width = static_cast<double>(image.w), height = static_cast<double>(image.h);
  const int told = image.xres;
  if (told >= lowest_believable && told <= highest_believable &&
      std::max(width, height) / told <= longest_believable)
    return told;
  const int guess = static_cast<int>(std::lround(std::min(width, height) / width_of_a4));
  return guess >= lowest_guess && guess <= highest_believable ? guess : usual_resolution;
}

void set_resolution(Pix& image, int dpi) { pixSetResolution(&image, dpi, dpi); }

// Leptonica takes images it does not change as non-const.
Pix* mutable_pix(const Pix& page) {
  return const_cast<Pix*>(&page);
}  // NOLINT(cppcoreguidelines-pro-type-const-cast)

// A packed 8-bit RGB pixel.
struct Rgb {
  explicit Rgb(const char* at)
      : red(static_cast<unsigned char>(at[0])),
        green(static_cast<unsigned char>(at[1])),
        blue(static_cast<unsigned char>(at[2])) {}
  l_uint32 red, green, blue;

  [[nodiscard]] bool is_coloured() const {
    return std::max({red, green, blue}) >= std::min({red, green, blue}) + least_chroma;
  }
};

bool has_colour(const char* pixels, int width, int height, int row_bytes) {
  for (int y = 0; y < height; y += step_of_samples) {
    const char* row = pixels + static_cast<std::ptrdiff_t>(y) * row_bytes;
    for (int x = 0; x < width; x += step_of_samples) {
      if (Rgb(row + static_cast<std::ptrdiff_t>(x) * 3).is_coloured()) return true;
    }
  }
  return false;
}

PixPtr colour_page_of_rgb(const char* pixels, int width, int height, int row_bytes, int dpi) {
  PixPtr page(pixCreate(width, height, 32));
  if (!page) return nullptr;
  for (int y = 0; y < height; ++y) {
    const char* from = pixels + static_cast<std::ptrdiff_t>(y) * row_bytes;
    l_uint32* row = pixGetData(page.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(page.get());
    for (int x = 0; x < width; ++x, from += 3) {
      const Rgb pixel(from);
      row[x] = pixel.red << 24U | pixel.green << 16U | pixel.blue << 8U;
    }
  }
  set_resolution(*page, dpi);
  return page;
}

}  // namespace

void PixDeleter::operator()(Pix* pix) const { pixDestroy(&pix); }

void silence_leptonica() {
  setMsgSeverity(L_SEVERITY_NONE);
  leptSetStderrHandler([](const char*) {});  // for what it prints at any severity
}

PixPtr page_of(PixPtr image, int dpi) {
  if (!image) return nullptr;
  if (dpi == 0) dpi = believable_resolution(*image);
  const PixPtr opaque(pixRemoveAlpha(image.get()));  // transparent is white
  const PixPtr plain(opaque ? pixRemoveColormap(opaque.get(), REMOVE_CMAP_BASED_ON_SRC) : nullptr);
  if (!plain) return nullptr;
  PixPtr page(plain->d == 32 ? pixClone(plain.get()) : pixConvertTo8(plain.get(), 0));
  if (page) set_resolution(*page, dpi);
  return page;
}

PixPtr page_of_rgb(const char* pixels, int width, int height, int row_bytes, int dpi) {
  return has_colour(pixels, width, height, row_bytes)
             ? colour_page_of_rgb(pixels, width, height, row_bytes, dpi)
             : grey_page_of_rgb(pixels, width, height, row_bytes, dpi);
}

PixPtr grey_page_of_rgb(const char* pixels, int width, int height, int row_bytes, int dpi) {
  PixPtr grey(pixCreate(width, height, 8));
  if (!grey) return nullptr;
  for (int y = 0; y < height; ++y) {
    const char* from = pixels + static_cast<std::ptrdiff_t>(y) * row_bytes;
    l_uint32* row = pixGetData(grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(grey.get());
    for (int x = 0; x < width; ++x, from += 3) {
      const Rgb pixel(from);
      // The weights of ITU-R BT.601 in thousandths.
      const l_uint32 grey_level =
          (299U * pixel.red + 587U * pixel.green + 114U * pixel.blue) / 1000U;
      row[x / 4] |= grey_level << (24 - 8 * (x % 4));
    }
  }
  set_resolution(*grey, dpi);
  return grey;
}

int resolution(const Pix& page) { return page.xres > 0 ? page.xres : usual_resolution; }

double points(const Pix& page, int pixels) { return pixels * 72.0 / resolution(page); }

Box turned_about(const Box& box, double x, double y, double radians) {
  if (radians == 0) return box;
  const double across = (box.left + box.right) / 2 - x, down = (box.top + box.bottom) / 2 - y;
  const double cosine = std::cos(radians), sine = std::sin(radians);
  const double to_right = across * cosine - down * sine - across;
  const double to_bottom = across * sine + down * cosine - down;
  return {box.left + to_right, box.top + to_bottom, box.right + to_right, box.bottom + to_bottom};
}

int turn_to_upright(const Pix& page) {
  const PixPtr bilevel(pixConvertTo1(mutable_pix(page), dark));
  float up = 0, left = 0;
  int orientation = L_TEXT_ORIENT_UNKNOWN;
  if (!bilevel || pixOrientDetect(bilevel.get(), &up, &left, 0, 0) != 0) return 0;
  makeOrientDecision(up, left, 0, 0, &orientation, 0);
  switch (orientation) {
    case L_TEXT_ORIENT_LEFT: return 90;
    case L_TEXT_ORIENT_DOWN: return 180;
    case L_TEXT_ORIENT_RIGHT: return 270;
    default: return 0;
  }
}

PixPtr turned(PixPtr page, int degrees) {
  return degrees == 0 ? std::move(page) : PixPtr(pixRotateOrth(page.get(), degrees / 90));
}

std::string png_of(const Pix& page) {
  l_uint8* data = nullptr;
  std::size_t size = 0;
  if (pixWriteMemPng(&data, &size, mutable_pix(page), 0) != 0) return {};
  std::string bytes(reinterpret_cast<const char*>(data), size);
  lept_free(data);
  return bytes;
}

Ink ink_of(const Pix& page, const std::vector<Box>& boxes) {
  const double scale = resolution(page) / 72.0;
  const int width = static_cast<int>(page.w), height = static_cast<int>(page.h);
  std::vector<char> covered(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  const auto at = [&](int x, int y) -> char& {
    return covered[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                   static_cast<std::size_t>(x)];
  };
  for (const Box& box : boxes) {
    const auto pixel = [&](double value, int most) {
      return static_cast<int>(std::clamp(value * scale, 0.0, static_cast<double>(most)));
    };
    for (int y = pixel(box.top - 1, height); y < pixel(box.bottom + 2, height); ++y) {
      for (int x = pixel(box.left - 1, width); x < pixel(box.right + 2, width); ++x) at(x, y) = 1;
    }
  }
  Ink ink;
  for (int y = 0; y < height; ++y) {
    const l_uint32* row = pixGetData(mutable_pix(page)) +
                          static_cast<std::ptrdiff_t>(y) * pixGetWpl(mutable_pix(page));
    for (int x = 0; x < width; ++x) {
      if (grey_at(row, x) < dark) (at(x, y) != 0 ? ink.inside : ink.outside) += 1;
    }
  }
  const double pixels = std::max(1.0, static_cast<double>(width) * height);
  return {ink.inside / pixels, ink.outside / pixels};
}

}  // namespace trichyeu
