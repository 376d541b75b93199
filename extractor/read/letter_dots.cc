#include "extractor/read/letter_dots.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

namespace trichyeu {
namespace {

// Parts of an inch, for letters of 9 to 16 points:
constexpr int largest_dot = 36;
constexpr int lowest_stem = 16, widest_stem = 18;
constexpr int highest_gap = 45;  // between a stem and its dot

constexpr std::size_t least_dots = 5;  // of a page
constexpr double share_of_dot = 0.6;   // of its area; soft print spreads them less

struct PixaDeleter {
  void operator()(Pixa* pieces) const { pixaDestroy(&pieces); }
};
using PixaPtr = std::unique_ptr<Pixa, PixaDeleter>;

struct Piece {
  int left = 0, top = 0, width = 0, height = 0;

  [[nodiscard]] int right() const { return left + width; }
  [[nodiscard]] int bottom() const { return top + height; }
};

Piece piece_at(Pixa& pieces, int at) {
  Piece piece;
  pixaGetBoxGeometry(&pieces, at, &piece.left, &piece.top, &piece.width, &piece.height);
  return piece;
}

int area_of(Pixa& pieces, int at) {
  const PixPtr piece(pixaGetPix(&pieces, at, L_CLONE));
  int area = 0;
  if (piece) pixCountPixels(piece.get(), &area, nullptr);
  return area;
}

bool stands_under(const Piece& stem, const Piece& dot, int gap) {
  return stem.left <= dot.right() && stem.right() >= dot.left && stem.top >= dot.bottom() &&
         stem.top - dot.bottom() < gap;
}

// Pixels; 0 where there are too few to tell.
double usual_area_of_dots(Pixa& pieces, int dpi) {
  std::vector<Piece> stems;
  const int count = pixaGetCount(&pieces);
  for (int at = 0; at < count; ++at) {
    const Piece piece = piece_at(pieces, at);
    if (piece.height > dpi / lowest_stem && piece.width < dpi / widest_stem) stems.push_back(piece);
  }
  const auto by_top = [](const Piece& a, const Piece& b) { return a.top < b.top; };
  std::sort(stems.begin(), stems.end(), by_top);
  std::vector<int> areas;
  for (int at = 0; at < count; ++at) {
    const Piece dot = piece_at(pieces, at);
    if (dot.width > dpi / largest_dot || dot.height > dpi / largest_dot) continue;
    Piece below = dot;
    below.top = dot.bottom();
    const bool stands =
        std::any_of(std::lower_bound(stems.begin(), stems.end(), below, by_top), stems.end(),
                    [&](const Piece& stem) { return stands_under(stem, dot, dpi / highest_gap); });
    if (stands) areas.push_back(area_of(pieces, at));
  }
  if (areas.size() < least_dots) return 0;
  const auto middle = areas.begin() + static_cast<std::ptrdiff_t>(areas.size() / 2);
  std::nth_element(areas.begin(), middle, areas.end());
  return *middle;
}

}  // namespace

PixPtr smaller_than_dots(Pix& dark) {
  Pixa* found = nullptr;
  Boxa* boxes = pixConnComp(&dark, &found, 8);
  boxaDestroy(&boxes);
  const PixaPtr pieces(found);
  if (!pieces) return nullptr;
  const double usual = usual_area_of_dots(*pieces, resolution(dark));
  PixPtr small(usual > 0 ? pixCreateTemplate(&dark) : nullptr);
  if (!small) return nullptr;
  for (int at = 0; at < pixaGetCount(pieces.get()); ++at) {
    if (area_of(*pieces, at) >= share_of_dot * usual) continue;
    const Piece piece = piece_at(*pieces, at);
    const PixPtr image(pixaGetPix(pieces.get(), at, L_CLONE));
    pixRasterop(small.get(), piece.left, piece.top, piece.width, piece.height, PIX_PAINT,
                image.get(), 0, 0);
  }
  return small;
}

}  // namespace trichyeu
