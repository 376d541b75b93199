#include "models/span.h"

#include <algorithm>

namespace trichyeu {

Box Box::united(const Box& other) const {
  return {std::min(left, other.left), std::min(top, other.top), std::max(right, other.right),
          std::max(bottom, other.bottom)};
}

}  // namespace trichyeu
