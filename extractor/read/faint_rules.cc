#include "extractor/read/faint_rules.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace trichyeu {
namespace {

constexpr double least_print = 0.1;     // share of the table's width
constexpr double times_as_much = 4;     // print as beside it
constexpr double nearest_beside = 1.2;  // points from the rule's middle to what lies beside it
constexpr double width_beside = 1.2;    // points
constexpr double nearest_known = 4;     // points between two rules

Pix* mutable_pix(const Pix& page) {
  return const_cast<Pix*>(&page);  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

double place_of(const Ruling& rule) {
  return rule.vertical ? (rule.box.left + rule.box.right) / 2
                       : (rule.box.top + rule.box.bottom) / 2;
}

// Share of print in each row of pixels of `area`, or in each column.
std::vector<double> shares_of(const Pix& print, ::Box* area, bool columns) {
  const PixPtr part(area != nullptr ? pixClipRectangle(mutable_pix(print), area, nullptr)
                                    : nullptr);
  if (!part) return {};
  Numa* counts =
      columns ? pixCountPixelsByColumn(part.get()) : pixCountPixelsByRow(part.get(), nullptr);
  const double length = columns ? pixGetHeight(part.get()) : pixGetWidth(part.get());
  std::vector<double> shares;
  for (int at = 0; at < numaGetCount(counts); ++at) {
    l_float32 count = 0;
    numaGetFValue(counts, at, &count);
    shares.push_back(count / length);
  }
  numaDestroy(&counts);
  return shares;
}

double mean_of(const std::vector<double>& shares, std::ptrdiff_t from, std::ptrdiff_t to) {
  const auto size = static_cast<std::ptrdiff_t>(shares.size());
  from = std::clamp<std::ptrdiff_t>(from, 0, size);
  to = std::clamp<std::ptrdiff_t>(to, from, size);
  double sum = 0;
  for (std::ptrdiff_t at = from; at < to; ++at) sum += shares[static_cast<std::size_t>(at)];
  return to > from ? sum / static_cast<double>(to - from) : 0;
}

}  // namespace

std::vector<Ruling> faint_rules_of(const Pix& print, const std::vector<Ruling>& known,
                                   bool vertical) {
  if (known.empty()) return {};
  Box table = known.front().box;
  for (const Ruling& rule : known) table = table.united(rule.box);
  const double scale = resolution(print) / 72.0;
  const auto pixels = [&](double value) { return static_cast<int>(std::lround(value * scale)); };
  ::Box* area = boxCreate(pixels(table.left), pixels(table.top), pixels(table.width()),
                          pixels(table.height()));
  const std::vector<double> shares = shares_of(print, area, vertical);
  boxDestroy(&area);

  const std::ptrdiff_t near = pixels(nearest_beside), far = near + pixels(width_beside);
  const double origin = vertical ? table.left : table.top;
  std::vector<Ruling> found;
  const auto is_known = [&](double place) {
    const auto near_it = [&](const Ruling& rule) {
      return rule.vertical == vertical && std::fabs(place_of(rule) - place) < nearest_known;
    };
    return std::any_of(known.begin(), known.end(), near_it) ||
           std::any_of(found.begin(), found.end(), near_it);
  };
  for (std::ptrdiff_t at = 0; at < static_cast<std::ptrdiff_t>(shares.size()); ++at) {
    const double here = shares[static_cast<std::size_t>(at)];
    const double beside = std::max(mean_of(shares, at - far, at - near),
                                   mean_of(shares, at + near + 1, at + far + 1));
    const double place = origin + static_cast<double>(at) / scale;
    if (here < least_print || here < times_as_much * beside || is_known(place)) continue;
    const double end = place + 1 / scale;
    found.push_back({vertical, vertical ? Box{place, table.top, end, table.bottom}
                                        : Box{table.left, place, table.right, end}});
  }
  return found;
}

}  // namespace trichyeu
