#include "models/span.h"

#include <algorithm>
#include <cmath>

namespace trichyeu {

Box Box::united(const Box& other) const {
  return {std::min(left, other.left), std::min(top, other.top), std::max(right, other.right),
          std::max(bottom, other.bottom)};
}

Box turned_about(const Box& box, double x, double y, double radians) {
  if (radians == 0) return box;
  const double across = (box.left + box.right) / 2 - x, down = (box.top + box.bottom) / 2 - y;
  const double cosine = std::cos(radians), sine = std::sin(radians);
  const double to_right = across * cosine - down * sine - across;
  const double to_bottom = across * sine + down * cosine - down;
  return {box.left + to_right, box.top + to_bottom, box.right + to_right, box.bottom + to_bottom};
}

}  // namespace trichyeu
